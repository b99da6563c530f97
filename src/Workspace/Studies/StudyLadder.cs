// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>The usable units with the levels above them, as a tree.</summary>
/// <param name="Tree">The tree of the usable units.</param>
/// <param name="Levels">The levels of the tree, finest first.</param>
/// <param name="Usable">Index of each leaf in the units.</param>
/// <param name="Groups">Per coarser level, finest first: the code of each group, in the tree's numbers (sorted).</param>
/// <param name="Notes">Levels that were left out, and why.</param>
internal sealed record StudyLadder(UnitTree Tree, IReadOnlyList<Level> Levels, int[] Usable, IReadOnlyList<string[]> Groups, IReadOnlyList<Warning> Notes)
{
    internal static Outcome<StudyLadder> Build(CatalogueFolder catalogue, CatalogueUnits units, StudyQuestion question, Level? within, int[]? only = null)
    {
        var usable = only ?? [.. Enumerable.Range(0, units.Count).Where(units.IsUsable)];
        if (usable.Length == 0)
            return new Reason("no-usable-units", "No unit has both a figure and people behind it.");

        var rungs = new List<Level> { units.Level };
        var columns = new List<(string[] Codes, int[] Numbers)>();
        var notes = new List<Warning>();
        UnitTree? tree = null;
        foreach (var level in Coarser(catalogue, units, question, within))
        {
            if (units.ParentsAt(catalogue, level.Id) is not { } parents)
            {
                if (question.Levels is not null)
                    return new Reason("level-without-parents", $"It is not known in which {level.Id} the areas of level {units.Level.Id} lie.") { Arguments = [level.Id, units.Level.Id] };
                continue;
            }

            var column = Numbered(Array.ConvertAll(usable, unit => parents[unit]));
            if (column.Codes.Length == 0)
                continue;
            if (!UnitTree.Create(
                    [.. rungs.Select(rung => rung.Id), level.Id], usable.Length, [.. columns.Select(known => known.Numbers), column.Numbers])
                .TryGet(out var larger, out var reason))
            {
                if (question.Levels is not null)
                    return reason;
                notes.Add(new Warning("level-not-nested", $"Level {level.Id} is left out: its areas cut through those of a finer level.") { Arguments = [level.Id] });
                continue;
            }

            tree = larger;
            rungs.Add(level);
            columns.Add(column);

            // One group tells nothing about differences between groups, and a coarser level cannot have more.
            if (column.Codes.Length == 1 && question.Levels is null)
                break;
        }

        if (tree is null && !UnitTree.Create([units.Level.Id], usable.Length, []).TryGet(out tree, out var refusal))
            return refusal;
        return new StudyLadder(tree, rungs, usable, [.. columns.Select(column => column.Codes)], notes);
    }

    // A place has one group of its own level and above: there is nothing to see beyond it.
    private static IEnumerable<Level> Coarser(CatalogueFolder catalogue, CatalogueUnits units, StudyQuestion question, Level? within) =>
        question.Levels is { } asked
            ? asked.Skip(1).Select(id => catalogue.Levels.First(rung => rung.Level.Id == id).Level)
            : catalogue.Levels.Select(rung => rung.Level).Where(level => level.Rank > units.Level.Rank && (within is null || level.Rank <= within.Rank));

    // Groups are numbered in the order of their codes, so that nothing depends on the order of rows.
    private static (string[] Codes, int[] Numbers) Numbered(string?[] parents)
    {
        var codes = parents.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return (codes, Array.ConvertAll(parents, parent => parent is null ? -1 : Array.BinarySearch(codes, parent, StringComparer.Ordinal)));
    }
}
