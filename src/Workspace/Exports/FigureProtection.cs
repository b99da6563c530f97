// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Disclosure;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Exports;

/// <summary>What module J says of one figure in one year.</summary>
/// <remarks>
/// The rules always look at all levels of the catalogue, also those that are not in the file: otherwise two files, one with buurten and one with
/// wijken, would together give away what each withholds. So the same figure is withheld in every file.
/// </remarks>
internal sealed class FigureProtection
{
    private static readonly string[] measuresOfLand = ["ha", "m²", "m2", "km²", "km2", "km", "m"];

    private readonly Dictionary<string, ExportCell> shown;
    private readonly Dictionary<string, double> cases;
    private readonly Way way;

    private FigureProtection(Way way, Dictionary<string, double> cases, Dictionary<string, ExportCell> shown) => (this.way, this.cases, this.shown) = (way, cases, shown);

    private enum Way
    {
        /// <summary>Counts and shares of people or things: the rules decide.</summary>
        Checked,

        /// <summary>Hectares: nobody is behind them.</summary>
        Land,

        /// <summary>A mean or model that its source has published.</summary>
        OfSource,

        /// <summary>A mean of our own, of whose people nothing is known.</summary>
        NotCheckable,
    }

    internal static FigureProtection Of(CatalogueFolder catalogue, Indicator indicator, int year, bool decide)
    {
        var way = WayOf(catalogue, indicator);
        if (way != Way.Checked)
            return new FigureProtection(way, [], []);

        var cells = new List<PublicationCell>();
        var shown = new Dictionary<string, ExportCell>(StringComparer.Ordinal);
        foreach (var rung in catalogue.Levels)
            if (catalogue.Areas(rung.Level.Id, year).TryGet(out var layer, out _) && LevelFigures.Of(catalogue, indicator, layer, year) is { } figures)
                Add(catalogue, indicator, year, layer, figures, cells, shown);
        var known = cells.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
        // A parent without a figure of its own cannot be subtracted from.
        var linked = cells.ConvertAll(cell => cell.Parent is { } parent && !known.Contains(parent) ? cell with { Parent = null } : cell);
        var cases = cells.ToDictionary(cell => cell.Id, cell => cell.Cases, StringComparer.Ordinal);
        if (decide)
            Decide(indicator, linked, shown);
        return new FigureProtection(way, cases, shown);
    }

    /// <summary>The figure as it may leave the house.</summary>
    internal ExportCell Shown(string level, string code, ExportCell cell)
    {
        if (cell.Missing is not null)
            return cell;
        return way switch
        {
            Way.Land or Way.OfSource => cell,
            Way.NotCheckable => Withheld("oncontroleerbaar"),
            _ => shown.TryGetValue(IdOf(level, code), out var decided) ? decided : Withheld("oncontroleerbaar"),
        };
    }

    /// <summary>Whether fewer than five people or events are behind the figure.</summary>
    internal bool IsSmall(string level, string code, ExportCell cell) =>
        cell.Missing is null && cases.TryGetValue(IdOf(level, code), out var behind) && behind > 0 && behind < new PublicationRules().LeastCases;

    /// <summary>Which rule held, in words.</summary>
    internal string Rule(ExportRequest request) => way switch
    {
        Way.Land => request.Say("er zijn geen personen achter dit cijfer", "there are no people behind this figure"),
        Way.OfSource => request.Say("door de bron gepubliceerd en ongewijzigd", "published by its source and unchanged"),
        Way.NotCheckable => request.Say("achtergehouden: het aantal personen achter dit gemiddelde is niet bekend", "withheld: the number of people behind this mean is not known"),
        _ => request.Say(
            "kleine en herleidbare aantallen achtergehouden, aantallen afgerond op vijf, aandelen op hele procenten (publish-check)",
            "small and derivable counts withheld, counts in fives, shares in whole percents (publish-check)"),
    };

    private static Way WayOf(CatalogueFolder catalogue, Indicator indicator)
    {
        if (indicator.Kind == IndicatorKind.Amount && measuresOfLand.Contains(indicator.Unit))
            return Way.Land;
        if (indicator.Kind is IndicatorKind.Count or IndicatorKind.Proportion or IndicatorKind.Amount)
            return Way.Checked;
        return IsPublic(catalogue, indicator) ? Way.OfSource : Way.NotCheckable;
    }

    private static bool IsPublic(CatalogueFolder catalogue, Indicator indicator) =>
        catalogue.ProvidersOf(indicator.Id) is { Count: > 0 } providers && !providers.Contains("municipal");

    private static void Add(
        CatalogueFolder catalogue, Indicator indicator, int year, AreaLayer layer, LevelFigures figures, List<PublicationCell> cells, Dictionary<string, ExportCell> shown)
    {
        var isPublic = IsPublic(catalogue, indicator);
        var people = indicator.Kind == IndicatorKind.Amount ? null : Denominators(catalogue, indicator, layer, year);
        var parents = catalogue.Levels.Where(rung => rung.Level.Rank > Level.Of(layer.Level).Rank)
            .Select(rung => (rung.Level.Id, Codes: CatalogueAreas.ParentsOf(catalogue, layer, rung.Level.Id)))
            .Where(parent => parent.Codes is not null && catalogue.Areas(parent.Id, year).TryGet(out var coarser, out _) && LevelFigures.Of(catalogue, indicator, coarser, year) is not null)
            .ToArray();
        for (var area = 0; area < figures.Codes.Length; area++)
        {
            var value = figures.Values[area];
            var id = IdOf(layer.Level, figures.Codes[area]);
            if (figures.Missing[area] != MissingReason.Present)
                continue;
            var behind = people?.Missing[area] == MissingReason.Present ? people.Value.Values[area] : (double?)null;
            var isShare = indicator.Kind == IndicatorKind.Proportion;
            if (value < 0 || behind < 0 || (isShare && behind is null))
            {
                // Nobody knows out of how many; then it is as its source has published it, or it stays here.
                shown[id] = isPublic ? new ExportCell(value, null) : Withheld("oncontroleerbaar");
                continue;
            }
            var parent = parents.Select(level => (level.Id, Code: level.Codes![area])).FirstOrDefault(level => level.Code is not null);
            cells.Add(new PublicationCell(id, isShare ? value * behind!.Value : value, behind, Parent: parent.Code is null ? null : IdOf(parent.Id, parent.Code)));
        }
    }

    private static (double[] Values, MissingReason[] Missing)? Denominators(CatalogueFolder catalogue, Indicator indicator, AreaLayer layer, int year)
    {
        if (indicator.Denominator is not { } id || catalogue.Find(id) is not { } denominator)
            return null;
        // As the studies do: residents change slowly.
        foreach (var other in denominator.Years.Where(known => Math.Abs(known - year) <= UnitGathering.YearsAway).OrderBy(known => Math.Abs(known - year)).ThenBy(known => known))
            if (LevelFigures.Of(catalogue, denominator, layer, other) is { } found)
                return (found.Values, found.Missing);
        return null;
    }

    private static void Decide(Indicator indicator, List<PublicationCell> cells, Dictionary<string, ExportCell> shown)
    {
        var rules = new PublicationRules { Kind = indicator.Kind == IndicatorKind.Proportion ? RateKind.Proportion : RateKind.Count };
        if (!PublicationCheck.Compute(cells, null, rules).TryGet(out var result, out _))
            return; // What could not be checked is not shown.

        var why = result.Suppressed.ToDictionary(cell => cell.Id, cell => cell.Reason == "group" ? "groep" : "minimum", StringComparer.Ordinal);
        foreach (var cell in result.Secondary)
            why[cell.Id] = "herleidbaar";
        foreach (var figure in result.Cells)
        {
            var value = indicator.Kind == IndicatorKind.Proportion ? figure.Rate : figure.Published;
            shown[figure.Id] = why.TryGetValue(figure.Id, out var reason) ? Withheld(reason) : value is { } known ? new ExportCell(known, null) : Withheld("oncontroleerbaar");
        }
    }

    private static ExportCell Withheld(string why) => new(double.NaN, $"{MissingWords.Withheld}: {why}");

    private static string IdOf(string level, string code) => $"{level}/{code}";
}
