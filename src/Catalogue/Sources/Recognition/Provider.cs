// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Who published a table, and on what terms. Text about each stands in docs/sources.</summary>
/// <remarks><c>Precedence</c>: lower wins where two tables give the same figure.</remarks>
internal sealed record Provider(string Id, int Precedence, string Licence, string Attribution)
{
    internal static readonly Provider Cbs = new("cbs", 0, "CC BY 4.0", "Bron: CBS / Kadaster");
    internal static readonly Provider Pdok = new("pdok", 1, "CC BY 4.0", "Bron: CBS / Kadaster, via PDOK");
    internal static readonly Provider Rivm = new("rivm", 2, "CC BY 4.0", "Bron: RIVM, GGD'en, CBS (Gezondheidsmonitor)");
    internal static readonly Provider Police = new("police", 3, "CC BY 4.0", "Bron: Politie, via CBS (dataderden)");
    internal static readonly Provider Municipal = new("municipal", 4, "Onbekend: vraag de bronhouder / unknown: ask the owner", "Bron: eigen bestand van de gemeente");

    private static readonly HashSet<string> police = new(StringComparer.Ordinal)
    {
        "misdrijven", "fietsdiefstal", "diefstal_brom_snorfiets", "woninginbraak", "vernieling", "bedreiging", "mishandeling",
    };

    /// <summary>Recognised by the names of columns and files, and by the meanings that were found.</summary>
    internal static Provider Of(SourceTable table, IReadOnlyCollection<Indicator> indicators)
    {
        var file = System.IO.Path.GetFileNameWithoutExtension(table.Path);
        var names = table.Columns.Select(column => ColumnSpelling.Compact(column.Name)).ToHashSet(StringComparer.Ordinal);
        bool Named(params string[] words) => words.Any(word => file.Contains(word, StringComparison.OrdinalIgnoreCase));

        if (Named("50090NED", "50120NED", "50150NED", "rivm", "gezondheidsmonitor") || indicators.Count > 0 && indicators.All(indicator => indicator.Kind == IndicatorKind.Modelled))
            return Rivm;
        if (Named("47022NED", "47018NED", "47013NED", "politie") || indicators.Count > 0 && indicators.All(indicator => police.Contains(indicator.Id)))
            return Police;
        if (names.Contains("jaarstatcode") || names.Contains("jrstatcode") && names.Contains("buurtcode") || Named("pdok") && table.Geometries is not null)
            return Pdok;
        var recognised = indicators.Count(indicator => indicator.Recognised);
        var cbsCodes = names.Overlaps(["bucode", "wkcode", "gmcode", "gwbcode", "gwbcode10", "wijkenenbuurten", "statcode", "c28992r100", "c28992r500", "crs28992res100m", "crs28992res500m"])
            || table.Geometries is not null && CodeColumns.Cbs(table).Count > 0;
        if (Named("kwb", "kerncijfers", "vierkant", "85984NED", "statline", "wijkenbuurten", "wijk_buurt") || cbsCodes && table.Geometries is not null || recognised >= 5 && 2 * recognised >= indicators.Count)
            return Cbs;
        return cbsCodes && recognised > 0 ? Cbs : Municipal;
    }
}
