// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Composition;
using Schakel.Catalogue;

namespace Schakel.Cli.Compositions;

/// <summary>Reads two areas by group of people, <c>stratum,shareA,rateA,shareB,rateB</c>, and takes their difference apart.</summary>
internal static class KitagawaFile
{
    private static readonly string[] columns = ["shareA", "rateA", "shareB", "rateB"];

    internal static Outcome<KitagawaResult> Read(Run run, string option, string file)
    {
        if (!run.Stages.Measure("read", () => TableReader.Read(run, option, file)).TryGet(out var table, out var reason))
            return reason;
        TableReader.Remember(run, table);
        if (table.Find("stratum") is not { } strata)
            return CodeColumn.Unknown(table, option, "stratum");
        var names = CodeColumn.Codes(strata);
        if (!CodeColumn.Index(table, strata, names).TryGet(out _, out reason))
            return reason;
        if (table.RowCount == 0)
            return new Refusal("no-rows", "There are no rows.", table.Path) { Expected = "a row for each group of people" };

        var rows = Enumerable.Range(0, table.RowCount).ToArray();
        var cells = new List<Cells>();
        foreach (var name in columns)
        {
            if (table.Find(name) is not { } column)
                return CodeColumn.Unknown(table, option, name);
            if (!Cells.From(table, column, rows).TryGet(out var read, out reason))
                return reason;
            if (Array.FindIndex(read.Missing, missing => missing != Catalogue.Columns.MissingReason.Present) is >= 0 and var empty)
                return new Refusal("not-a-number", "A group of people without a number in one of the two areas cannot be compared.", table.Path)
                {
                    Row = Cells.FileRow(table, empty),
                    Column = name,
                    Value = "",
                    Expected = "a number in each cell",
                    Arguments = [""],
                };
            cells.Add(read);
        }

        var pairs = rows.Select(row => new StratumPair(names[row] ?? "", cells[0].Values[row], cells[1].Values[row], cells[2].Values[row], cells[3].Values[row])).ToList();
        return run.Stages.Measure("compute", () => KitagawaDecomposition.Compute(pairs)).TryGet(out var found, out reason)
            ? found
            : new Refusal(reason.Code, reason.Detail, table.Path) { Expected = "shares of all groups of people, together 1", Arguments = reason.Arguments };
    }
}
