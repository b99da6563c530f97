// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>Finds the figures, denominators and places that a question means.</summary>
internal sealed class UnitGathering(CatalogueFolder catalogue, StudyQuestion question)
{
    /// <summary>Fewer units tell too little about levels: then a coarser level with figures is the finest one.</summary>
    internal const int EnoughUnits = 30;

    // Residents change slowly: a denominator of at most three years away is used, and said.
    internal const int YearsAway = 3;

    /// <summary>The units at a level, or at the finest level with enough of them.</summary>
    internal Outcome<CatalogueUnits> Gather(string? level)
    {
        if (Indicator() is not { } indicator)
            return Unknown();
        if (level is not null)
            return AtLevel(indicator, level);

        CatalogueUnits? most = null;
        Reason? refusal = null;
        foreach (var rung in catalogue.Levels)
        {
            if (!AtLevel(indicator, rung.Level.Id).TryGet(out var units, out var reason))
            {
                // The last reason but one that speaks of this level alone tells more than "no values".
                refusal = refusal is null or { Code: "no-values" } ? reason : refusal;
                continue;
            }

            var usable = Usable(units);
            if (usable >= EnoughUnits)
                return units;
            if (most is null || usable > Usable(most))
                most = units;
        }

        return most is not null && Usable(most) > 0
            ? most
            : refusal ?? NoValues(indicator, "", question.Year);
    }

    /// <summary>The figures of all areas of a layer, without denominators: own ones, or for counts those added up from finer areas; null when there are none.</summary>
    internal static (double[] Values, MissingReason[] Missing, string? SummedFrom)? Whole(CatalogueFolder catalogue, Indicator indicator, AreaLayer layer, int year)
    {
        var gathering = new UnitGathering(catalogue, new StudyQuestion(indicator.Id));
        int[] everything = [.. Enumerable.Range(0, layer.Codes.Length)];
        var notes = new List<Warning>();
        return gathering.Figures(indicator, layer, year, everything, notes) is { } cells
            ? (cells.Values, cells.Missing, notes.Count > 0 ? (string)notes[0].Arguments[1] : null)
            : null;
    }

    internal Indicator? Indicator()
    {
        var wanted = Plain(question.Indicator);
        return catalogue.Indicators.FirstOrDefault(indicator => indicator.Id == question.Indicator)
            ?? catalogue.Indicators.FirstOrDefault(indicator => Plain(indicator.Id) == wanted || Plain(indicator.Column) == wanted);
    }

    private Outcome<CatalogueUnits> AtLevel(Indicator indicator, string level)
    {
        foreach (var year in question.Year is { } asked ? [asked] : indicator.Years.Reverse())
        {
            if (!CatalogueAreas.Gather(catalogue, level, question.Within, year).TryGet(out var areas, out var reason))
                return reason;

            var (layer, places) = (areas.Layer, areas.Places);
            var notes = new List<Warning>();
            if (Figures(indicator, layer, year, places, notes) is not { } values)
                continue;
            if (!WithDenominators(indicator, layer, year, places, notes).TryGet(out var denominators, out reason))
                return reason;

            return new CatalogueUnits(
                indicator, year, areas.Level, layer, places, values.Values, values.Missing, denominators.Values, denominators.Missing, notes);
        }

        return NoValues(indicator, level, question.Year);
    }

    // Own figures where there are any; counts may be added up from finer areas.
    private Cells? Figures(Indicator indicator, AreaLayer layer, int year, int[] places, List<Warning> notes)
    {
        if (Own(indicator.Id, layer, year, places) is { } own)
            return own;
        if (indicator.Kind is not (IndicatorKind.Count or IndicatorKind.Amount) || Summed(indicator.Id, layer, year, places) is not { } sum)
            return null;

        notes.Add(new Warning("summed-from-finer", $"The figures at level {layer.Level} were added up from level {sum.From}.") { Arguments = [layer.Level, sum.From] });
        return sum.Cells;
    }

    private Outcome<Cells> WithDenominators(Indicator indicator, AreaLayer layer, int year, int[] places, List<Warning> notes)
    {
        // A mean needs no denominator, but weighs its units by their residents where they are known.
        var id = indicator.Denominator ?? (indicator.Kind is IndicatorKind.Mean or IndicatorKind.Modelled ? "aantal_inwoners" : null);
        if (id is null && indicator.Kind == IndicatorKind.Count)
            return new Reason("no-denominator", $"It is not known what '{indicator.Id}' must be divided by.") { Arguments = [indicator.Id] };
        if (id is null || indicator.Kind == IndicatorKind.Amount)
            return new Cells([], []);

        for (var away = 0; away <= YearsAway; away++)
        {
            foreach (var other in away == 0 ? [year] : new[] { year - away, year + away })
            {
                var cells = Own(id, layer, other, places) ?? Summed(id, layer, other, places)?.Cells;
                if (cells is null)
                    continue;
                if (away > 0)
                    notes.Add(new Warning("denominator-other-year", $"The denominators are of {other}, the figures of {year}.") { Arguments = [other, year] });
                return cells;
            }
        }

        if (indicator.Kind == IndicatorKind.Count)
            return new Reason("no-denominator", $"'{indicator.Id}' must be divided by '{id}', but the catalogue has no such figures for level {layer.Level} around {year}.")
            {
                Arguments = [indicator.Id, id, layer.Level, year],
            };

        if (indicator.Kind == IndicatorKind.Proportion)
            notes.Add(new Warning("denominator-unknown", $"The catalogue has no '{id}' for level {layer.Level}: chance cannot be kept apart.") { Arguments = [id, layer.Level] });
        return new Cells([], []);
    }

    private Cells? Own(string id, AreaLayer layer, int year, int[] places)
    {
        if (!catalogue.Values(id, layer, year).TryGet(out var values, out _))
            return null;

        var cells = new Cells(Array.ConvertAll(places, place => values.Values[place]), Array.ConvertAll(places, place => values.Missing[place]));
        return Array.IndexOf(cells.Missing, MissingReason.Present) < 0 ? null : cells;
    }

    // A sum is missing only when all its parts are: with some parts secret it is a lower bound, and those parts say so at their own level.
    private (Cells Cells, string From)? Summed(string id, AreaLayer layer, int year, int[] places)
    {
        var rank = RankOf(layer.Level);
        foreach (var finer in catalogue.Levels.Where(rung => rung.Level.Rank < rank).Reverse())
        {
            if (!catalogue.Areas(finer.Level.Id, year).TryGet(out var parts, out _)
                || !parts.Parents.TryGetValue(layer.Level, out var parents)
                || !catalogue.Values(id, parts, year).TryGet(out var values, out _)
                || Array.IndexOf(values.Missing, MissingReason.Present) < 0)
                continue;

            var sums = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var part = 0; part < parts.Codes.Length; part++)
                if (parents[part] is { } parent && values.Missing[part] == MissingReason.Present)
                    sums[parent] = sums.GetValueOrDefault(parent) + values.Values[part];

            var cells = new Cells(new double[places.Length], new MissingReason[places.Length]);
            for (var unit = 0; unit < places.Length; unit++)
            {
                var present = sums.TryGetValue(layer.Codes[places[unit]], out var sum);
                cells.Values[unit] = present ? sum : double.NaN;
                cells.Missing[unit] = present ? MissingReason.Present : MissingReason.Empty;
            }

            if (sums.Count > 0)
                return (cells, finer.Level.Id);
        }

        return null;
    }

    private int RankOf(string level) => catalogue.Levels.First(rung => rung.Level.Id == level).Level.Rank;

    private Reason Unknown() => new("no-such-indicator", $"The catalogue has no figure '{question.Indicator}'. It has: {Nearest()}.")
    {
        Arguments = [question.Indicator, Nearest()],
    };

    private string Nearest() => string.Join(", ", catalogue.Indicators.Select(indicator => indicator.Id).Take(12)) + (catalogue.Indicators.Count > 12 ? ", …" : "");

    private static Reason NoValues(Indicator indicator, string level, int? year)
    {
        var where = level.Length == 0 ? "at any level" : $"at level {level}";
        var when = year is { } asked ? $" in {asked}" : "";
        return new Reason("no-values", $"'{indicator.Id}' has no values {where}{when}. It has values for: {string.Join(", ", indicator.Years)}.")
        {
            Arguments = [indicator.Id, string.Join(", ", indicator.Years)],
        };
    }

    private static int Usable(CatalogueUnits units) => Enumerable.Range(0, units.Count).Count(units.IsUsable);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private sealed record Cells(double[] Values, MissingReason[] Missing);
}
