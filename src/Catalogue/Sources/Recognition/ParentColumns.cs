// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>Reads from a table which coarser areas each row lies in, and what areas are called.</summary>
internal static partial class ParentColumns
{
    private static readonly Dictionary<string, string> provinces = new(StringComparer.Ordinal)
    {
        ["groningen"] = "PV20",
        ["fryslan"] = "PV21",
        ["friesland"] = "PV21",
        ["drenthe"] = "PV22",
        ["overijssel"] = "PV23",
        ["flevoland"] = "PV24",
        ["gelderland"] = "PV25",
        ["utrecht"] = "PV26",
        ["noordholland"] = "PV27",
        ["zuidholland"] = "PV28",
        ["zeeland"] = "PV29",
        ["noordbrabant"] = "PV30",
        ["limburg"] = "PV31",
    };

    private static readonly string[] anyName = ["naam", "name", "wijkenenbuurten", "regio", "regionaam", "regions", "gebiedsnaam", "statnaam", "label", "omschrijving"];

    /// <summary>The parents of the rows that were chosen, level by level.</summary>
    internal static Dictionary<string, ParentColumn> Of(SourceTable table, CodeColumn unit, IReadOnlyList<CodeColumn> cbs, string level, int[] rows, ICollection<Column> used, string?[] towns)
    {
        var rank = Level.Of(level).Rank;
        var parents = new Dictionary<string, ParentColumn>(StringComparer.Ordinal);
        foreach (var column in cbs)
        {
            if (column == unit)
                continue;
            used.Add(column.Column);
            foreach (var other in column.Levels.Where(other => other is not null && Level.Of(other).Rank > rank).Distinct(StringComparer.Ordinal).ToList())
                if (!parents.ContainsKey(other!))
                    parents[other!] = new ParentColumn([.. rows.Select(row => column.Levels[row] == other ? column.Codes[row] : null)], null);
        }

        foreach (var column in table.Columns.OfType<TextColumn>())
        {
            var compact = ColumnSpelling.Compact(Years().Replace(column.Name, ""));
            if (cbs.Any(code => code.Column == column) || column == unit.Column || CodeColumns.LevelIn(compact) is not { } other || Level.Of(other).Rank <= rank)
                continue;
            var word = Words().Replace(compact, "");
            if (word.Length > 0 && !compact.StartsWith(word, StringComparison.Ordinal) && word is not "cbs")
                continue;
            var cells = rows.Select(row => column.Values[row]).ToArray();
            if (cells.All(cell => cell is null))
                continue;
            used.Add(column);
            var isCode = compact.EndsWith("code", StringComparison.Ordinal);
            var known = parents.GetValueOrDefault(other);
            if (other == "provincie" && known is null)
                parents[other] = new ParentColumn([.. cells.Select(cell => cell is null ? null : provinces.GetValueOrDefault(ColumnSpelling.Compact(cell)))], cells);
            // Amsterdam's own "AC" is no code of a wijk for the rest of the country; the CBS code of the row tells it.
            else if (isCode && !unit.IsOwn && other is ("wijk" or "gemeente"))
                continue;
            else if (isCode && (known is null || known.Codes.All(code => code is null)))
                parents[other] = new ParentColumn(cells, known?.Names);
            else if (!isCode)
                parents[other] = known is null ? new ParentColumn(new string?[rows.Length], cells) : known with { Names = known.Names ?? cells };
        }

        // A level that a municipality names but does not number: the name is the code. CBS levels get their codes from the structure instead.
        foreach (var (other, parent) in parents.ToList())
            if (parent.Codes.All(code => code is null) && parent.Names is not null && other is not ("wijk" or "gemeente" or "provincie" or "regio"))
                parents[other] = parent with { Codes = parent.Names };
        foreach (var (other, parent) in parents.ToList())
            parents[other] = parent with { Codes = [.. parent.Codes.Select((code, i) => code is null ? null : OwnCode.InTown(code, other, towns[rows[i]]))] };
        return parents;
    }

    /// <summary>Names of the rows that were chosen.</summary>
    internal static string?[] Names(SourceTable table, string level, bool mixed, int[] rows, ICollection<Column> used)
    {
        string[] own = level switch
        {
            "buurt" => ["bunaam", "buurtnaam", "buurt"],
            "wijk" => ["wknaam", "wijknaam", "wijk"],
            "gemeente" => ["gmnaam", "gemeentenaam", "gemeente"],
            "provincie" => ["pvnaam", "provincienaam", "provincie"],
            _ => [level + "naam", level],
        };
        var wanted = mixed ? anyName.Concat(own) : own.Concat(anyName);
        foreach (var name in wanted)
            foreach (var column in table.Columns.OfType<TextColumn>())
                if (ColumnSpelling.Compact(Years().Replace(ColumnSpelling.WithoutNumber(column.Name), "")) is var compact && (compact == name || compact.EndsWith("gemeentenaamnaam", StringComparison.Ordinal) && name == "gemeentenaam" && !mixed)
                    && rows.Any(row => column.Values[row] is { } cell && AreaCode.LevelOf(AreaCode.Normalise(cell)) is null))
                {
                    used.Add(column);
                    return [.. rows.Select(row => column.Values[row])];
                }
        return new string?[rows.Length];
    }

    [GeneratedRegex("(code|naam|name|cbs|nummer|nr|stadsdeel|deelgemeente|deelgebied|gebied|gouw|woonplaats|woonkern|kern|rayon|district|corop|regio|provincie|province|gemeente|wijk|buurt|wk|gm|pv)+")]
    private static partial Regex Words();

    [GeneratedRegex(@"_?(?<!\d)(19[89]\d|20[0-4]\d)(?!\d)")]
    private static partial Regex Years();
}
