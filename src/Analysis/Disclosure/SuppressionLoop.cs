// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>Withholds one figure after another until nothing too small follows from what is left.</summary>
internal sealed class SuppressionLoop
{
    private readonly PublicationTable table;
    private readonly PublicationRules rules;
    private readonly bool[] primary;

    internal SuppressionLoop(PublicationTable table, Dictionary<string, string> primary, PublicationRules rules)
    {
        this.table = table;
        this.rules = rules;
        this.primary = [.. table.Tree.Names.Select(primary.ContainsKey)];
    }

    /// <summary>Runs; each round withholds a cell, so it ends.</summary>
    /// <returns>Code → whether it is an area of a zoning, and what it would have given away.</returns>
    internal SortedDictionary<string, (bool IsArea, SortedSet<string> Protects)> Run()
    {
        var withheld = new SortedDictionary<string, (bool, SortedSet<string>)>(StringComparer.Ordinal);
        while (true)
        {
            if (BetweenZonings() is { } between)
            {
                Withhold(between, withheld);
                continue;
            }

            var touched = new bool[table.Tree.Count];
            var before = withheld.Count;
            foreach (var leak in HierarchyLeaks.Sweep(table.Tree, primary, table.Events, table.Persons, rules, touched))
                foreach (var holder in table.Tree.Upwards(Withhold(leak, withheld)))
                    touched[holder] = true;
            if (withheld.Count > before)
                continue;

            if (Across() is not { } across)
                return withheld;
            Withhold(across, withheld);
        }
    }

    private int Withhold(Leak leak, SortedDictionary<string, (bool IsArea, SortedSet<string> Protects)> withheld)
    {
        var (family, cell) = leak.Candidates.OrderBy(Rank).ThenBy(candidate => candidate.Family.Names[candidate.Cell], StringComparer.Ordinal).First();
        family.Published[cell] = false;
        withheld[family.Names[cell]] = (family != table.Tree, Protected(leak));
        return cell;
    }

    private Leak? BetweenZonings()
    {
        foreach (var outer in table.Zonings)
            foreach (var inner in table.Zonings)
                if (outer != inner && DifferencingLeaks.Find(outer, inner, table.Events, table.Persons, rules) is { } leak)
                    return leak;
        return null;
    }

    private Leak? Across()
    {
        foreach (var zoning in table.Zonings)
            if ((DifferencingLeaks.Find(zoning, table.Tree, table.Events, table.Persons, rules)
                ?? DifferencingLeaks.Find(table.Tree, zoning, table.Events, table.Persons, rules)) is { } leak)
                return leak;
        return null;
    }

    // The smallest first, but an empty cell only when there is no other: withholding a 0 hides nothing.
    private (bool IsEmpty, double Events) Rank((CellFamily Family, int Cell) candidate)
    {
        var events = candidate.Family.Leaves[candidate.Cell].Sum(leaf => table.Events[leaf]);
        return (events == 0, events);
    }

    // The cells with a rule of their own that would have been given away: those that lie wholly in what followed.
    private SortedSet<string> Protected(Leak leak)
    {
        var given = leak.Leaves.ToHashSet();
        var names = leak.Leaves.SelectMany(leaf => table.Tree.Upwards(table.LeafCells[leaf])).Distinct()
            .Where(cell => primary[cell] && table.Tree.Leaves[cell].TrueForAll(given.Contains))
            .Select(cell => table.Tree.Names[cell]);
        return new SortedSet<string>(names, StringComparer.Ordinal);
    }
}
