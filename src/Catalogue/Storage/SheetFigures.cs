// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>What the sheets of one workbook have told so far. Many a workbook shows its figures again, as percentages or sorted otherwise; the first sheet holds.</summary>
internal sealed class SheetFigures
{
    private readonly HashSet<(string Level, int Year, string Indicator)> told = [];

    /// <summary>Whether an earlier sheet gave one of these figures already; remembers them otherwise.</summary>
    internal bool AreToldAgainIn(RecognisedTable recognised)
    {
        if (!recognised.Table.IsOneOfSheets)
            return false;
        var figures = recognised.Figures.SelectMany(rows => rows.Columns.Select(column => (rows.Level, rows.Year, column.Indicator.Id))).ToList();
        if (figures.Exists(told.Contains))
            return true;
        told.UnionWith(figures);
        return false;
    }

    /// <summary>Whether a sheet is an explanation beside the figures, which nobody needs to hear is no figures.</summary>
    internal static bool IsExplanation(SourceTable table, Reason no) => table.IsOneOfSheets && no.Code is ("no-area-codes" or "no-figures");

    internal static string NoAreas(SourceTable table) => $"{UnitTable.Label(table)}: this sheet holds no table of areas and was left out.";

    internal static string Again(SourceTable table) => $"{UnitTable.Label(table)}: this sheet gives figures that an earlier sheet of the workbook gave, and was left out.";
}
