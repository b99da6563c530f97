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

    /// <summary>Runs. Withholding only takes knowledge away, so what one pass found safe stays safe.</summary>
    /// <returns>Code → whether it is an area of a zoning, and what it would have given away.</returns>
    internal SortedDictionary<string, (bool IsArea, SortedSet<string> Protects)> Run()
    {
        var withheld = new SortedDictionary<string, (bool, SortedSet<string>)>(StringComparer.Ordinal);
        foreach (var outer in table.Zonings)
            foreach (var inner in table.Zonings.Where(inner => inner != outer))
                foreach (var leak in DifferencingLeaks.Sweep(outer, inner, table.Events, table.Persons, rules))
                    Withhold(leak, withheld);

        SweepHierarchy(withheld);
        foreach (var zoning in table.Zonings)
            foreach (var leak in DifferencingLeaks.Sweep(zoning, table.Tree, table.Events, table.Persons, rules)
                .Concat(DifferencingLeaks.Sweep(table.Tree, zoning, table.Events, table.Persons, rules)))
                Withhold(leak, withheld);
        return withheld;
    }

    // A sweep passes over what changed during it, so it is made until nothing changes.
    private void SweepHierarchy(SortedDictionary<string, (bool IsArea, SortedSet<string> Protects)> withheld)
    {
        int before;
        do
        {
            before = withheld.Count;
            var touched = new bool[table.Tree.Count];
            foreach (var leak in HierarchyLeaks.Sweep(table.Tree, primary, table.Events, table.Persons, rules, touched))
                foreach (var holder in table.Tree.Upwards(Withhold(leak, withheld)))
                    touched[holder] = true;
        }
        while (withheld.Count > before);
    }

    private int Withhold(Leak leak, SortedDictionary<string, (bool IsArea, SortedSet<string> Protects)> withheld)
    {
        var (family, cell) = leak.Candidates.OrderBy(Rank).ThenBy(candidate => candidate.Family.Names[candidate.Cell], StringComparer.Ordinal).First();
        family.Published[cell] = false;
        withheld[family.Names[cell]] = (family != table.Tree, Protected(leak));
        return cell;
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
