// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Series;

/// <summary>How a figure of another year came to stand for an area.</summary>
public enum SeriesOrigin
{
    /// <summary>The area did not change.</summary>
    Own,

    /// <summary>The same area under another code.</summary>
    Recoded,

    /// <summary>Whole areas of that year added up.</summary>
    Joined,

    /// <summary>Parts of areas, by the shares of a crosswalk or by the people in 100 m squares.</summary>
    Weighed,

    /// <summary>Parts of areas by surface: a guess where people live unevenly.</summary>
    WeighedBySurface,

    /// <summary>The area changed and nobody knows how: no figure, for it would not be about the same place.</summary>
    Broken,
}

/// <summary>The figures of another year for the areas of this one. Figures are never joined by code across a border that moved.</summary>
/// <param name="Units">As many units as the areas that were asked for, in their order.</param>
/// <param name="Origins">One a unit.</param>
public sealed record ComparableYear(CatalogueUnits Units, SeriesOrigin[] Origins)
{
    // A share of 0.995 is a whole area and a rounding.
    private const double Whole = 0.995;

    /// <summary>Brings the figures of another year to the areas of this one.</summary>
    /// <param name="catalogue">Where figures and changes are.</param>
    /// <param name="target">The units with the areas that are wanted.</param>
    /// <param name="question">What is asked; its year and place do not count.</param>
    /// <param name="year">Year of the figures.</param>
    /// <returns>The units, with a warning <c>borders-changed</c> where areas changed; or a reason why there are no figures.</returns>
    public static Outcome<ComparableYear> Gather(CatalogueFolder catalogue, CatalogueUnits target, StudyQuestion question, int year)
    {
        if (!CatalogueUnits.Gather(catalogue, question with { Year = year, Within = null }, target.Level.Id).TryGet(out var found, out var reason))
            return reason;

        var history = new AreaHistory(catalogue.Changes, target.Level.Id, target.Year, year);
        var places = new Dictionary<string, int>(found.Count, StringComparer.Ordinal);
        for (var unit = 0; unit < found.Count; unit++)
            places[found.Layer.Codes[found.Places[unit]]] = unit;
        bool IsUsed(string code) => places.TryGetValue(code, out var unit) && found.Missing[unit] == MissingReason.Present;

        var figures = new Gathered(target.Count, found.HasDenominators);
        for (var unit = 0; unit < target.Count; unit++)
        {
            var code = target.Layer.Codes[target.Places[unit]];
            var bySurface = false;
            var parts = history.IsStill ? [new AreaPart(code, 1)] : history.PartsOf(code, IsUsed, out bySurface);
            figures.Origins[unit] = OriginOf(code, parts, bySurface);
            figures.Take(unit, found, parts is null ? null : [.. parts.Select(part => (places.GetValueOrDefault(part.Code, -1), part.Weight))]);
        }

        var units = target with
        {
            Year = year,
            Values = figures.Values,
            Missing = figures.Missing,
            Denominators = figures.Denominators,
            DenominatorsMissing = figures.DenominatorsMissing,
            Notes = [.. found.Notes, .. Changed(target, year, figures)],
        };
        return new ComparableYear(units, figures.Origins);
    }

    private static SeriesOrigin OriginOf(string code, IReadOnlyList<AreaPart>? parts, bool bySurface) =>
        parts is null ? SeriesOrigin.Broken
        : parts is [var only] && only.Code == code && only.Weight >= Whole ? SeriesOrigin.Own
        : parts.All(part => part.Weight >= Whole) ? parts.Count == 1 ? SeriesOrigin.Recoded : SeriesOrigin.Joined
        : bySurface ? SeriesOrigin.WeighedBySurface : SeriesOrigin.Weighed;

    private static IEnumerable<Warning> Changed(CatalogueUnits target, int year, Gathered figures)
    {
        int Count(params SeriesOrigin[] origins) => figures.Origins.Count(origins.Contains);
        var changed = figures.Origins.Length - Count(SeriesOrigin.Own);
        if (changed == 0)
            yield break;
        var (converted, bySurface, broken) = (changed - Count(SeriesOrigin.Broken), Count(SeriesOrigin.WeighedBySurface), Count(SeriesOrigin.Broken));
        yield return new Warning("borders-changed",
            $"Between {Math.Min(year, target.Year)} and {Math.Max(year, target.Year)} {changed} of {target.Count} areas of level {target.Level.Id} got another code or border: {converted} were converted ({bySurface} by surface alone), {broken} cannot be compared and are left out.")
        {
            Arguments = [Math.Min(year, target.Year), Math.Max(year, target.Year), changed, target.Count, target.Level.Id, converted, bySurface, broken],
        };
    }

    /// <summary>Figures while they are put together from parts.</summary>
    private sealed class Gathered
    {
        internal Gathered(int count, bool hasDenominators)
        {
            (Values, Missing, Origins) = (new double[count], new MissingReason[count], new SeriesOrigin[count]);
            (Denominators, DenominatorsMissing) = hasDenominators ? (new double[count], new MissingReason[count]) : ([], []);
        }

        internal double[] Values { get; }

        internal MissingReason[] Missing { get; }

        internal double[] Denominators { get; }

        internal MissingReason[] DenominatorsMissing { get; }

        internal SeriesOrigin[] Origins { get; }

        internal void Take(int unit, CatalogueUnits from, IReadOnlyList<(int Place, double Weight)>? parts)
        {
            if (parts is null)
            {
                (Values[unit], Missing[unit]) = (double.NaN, MissingReason.BorderChanged);
                if (Denominators.Length > 0)
                    (Denominators[unit], DenominatorsMissing[unit]) = (double.NaN, MissingReason.BorderChanged);
                return;
            }

            if (Denominators.Length > 0)
                (Denominators[unit], DenominatorsMissing[unit]) = Sum(parts, place => from.Denominators[place], place => from.DenominatorsMissing[place]);
            (Values[unit], Missing[unit]) = from.Indicator.Kind is IndicatorKind.Count or IndicatorKind.Amount
                ? Sum(parts, place => from.Values[place], place => from.Missing[place])
                : Mean(parts, from);
        }

        // One part without a figure leaves the whole without: a sum of the others would look like a fall.
        private static (double, MissingReason) Sum(IReadOnlyList<(int Place, double Weight)> parts, Func<int, double> value, Func<int, MissingReason> missing)
        {
            var sum = 0.0;
            foreach (var (place, weight) in parts)
            {
                if (place < 0 || missing(place) != MissingReason.Present)
                    return (double.NaN, place < 0 ? MissingReason.Empty : missing(place));
                sum += weight * value(place);
            }

            return parts.Count == 0 ? (double.NaN, MissingReason.Empty) : (sum, MissingReason.Present);
        }

        // A share or mean of an area holds for each part of it; parts of several areas weigh by the people in them.
        private static (double, MissingReason) Mean(IReadOnlyList<(int Place, double Weight)> parts, CatalogueUnits from)
        {
            if (parts is [var only])
                return only.Place < 0 ? (double.NaN, MissingReason.Empty) : (from.Values[only.Place], from.Missing[only.Place]);
            if (!from.HasDenominators)
                return (double.NaN, MissingReason.BorderChanged);
            var (people, why) = Sum(parts, place => from.Denominators[place], place => from.DenominatorsMissing[place]);
            var (sum, also) = Sum(parts, place => from.Denominators[place] * from.Values[place], place => from.Missing[place]);
            return why != MissingReason.Present ? (double.NaN, why) : also != MissingReason.Present ? (double.NaN, also) : people > 0 ? (sum / people, MissingReason.Present) : (double.NaN, MissingReason.Nil);
        }
    }
}
