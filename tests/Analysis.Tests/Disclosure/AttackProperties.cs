// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Analysis.Disclosure;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Disclosure;

/// <summary>N.7: an attacker who knows every rule and may combine published figures at will.</summary>
public sealed class AttackProperties
{
    private static readonly Gen<int> cases = Gen.Frequency((3, Gen.Int[0, 6]), (2, Gen.Int[5, 60]));

    [Fact]
    public void No_withheld_cell_follows_from_a_hierarchy_by_any_linear_combination() =>
        Gen.Select(cases.Array[2, 9], Gen.Int[0, 3].Array[9], Gen.Int[0, 1].Array[4]).Sample((counts, wijkOf, stadsdeelOf) =>
        {
            var table = Hierarchy(counts, wijkOf, stadsdeelOf);

            var result = Answer(PublicationCheck.Compute([.. table.Select(row => row.Cell)]));

            var published = result.Cells.Where(cell => cell.Published is not null).Select(cell => table.Single(row => row.Cell.Id == cell.Id).Leaves).ToArray();
            foreach (var withheld in result.Suppressed)
                Assert.False(Follows(published, table.Single(row => row.Cell.Id == withheld.Id).Leaves), $"{withheld.Id} follows.");
        }, iter: 2000);

    [Fact]
    public void No_difference_of_two_zonings_leaves_fewer_than_five_events() =>
        Gen.Select(cases.Array[3, 7], Gen.Int[-1, 2].Array[7], Gen.Int[-1, 2].Array[7]).Sample((counts, first, second) =>
        {
            var cells = counts.Select((count, i) => new PublicationCell($"u{i}", count)).ToArray();

            var result = Answer(PublicationCheck.Compute(cells, [Zoning("a", first, counts.Length), Zoning("b", second, counts.Length)]));

            var shown = result.Cells.Where(cell => cell.Published is not null).Select(cell => cell.Id).ToHashSet();
            int[] a = Areas("a", first), b = Areas("b", second), units = [.. counts.Select((_, i) => shown.Contains($"u{i}") ? 1 << i : 0).Where(unit => unit != 0)];
            foreach (var (outer, inner) in new[] { (a, b), (b, a), (a, units), (b, units) })
                foreach (var whole in Unions(outer))
                    foreach (var part in Unions(inner).Where(part => part != 0 && (part & ~whole) == 0 && part != whole))
                        Assert.True(Events(whole & ~part) >= 5 || IsShown(whole & ~part), $"{whole:b} minus {part:b} leaves {Events(whole & ~part)}");

            int Events(int set) => counts.Where((_, i) => (set >> i & 1) == 1).Sum();
            bool IsShown(int set) => (set & ~units.Aggregate(0, (all, unit) => all | unit)) == 0;
            int[] Areas(string name, int[] of) => [.. Enumerable.Range(0, 3).Where(area => shown.Contains($"{name}:{area}"))
                .Select(area => Enumerable.Range(0, counts.Length).Where(i => of[i] == area).Sum(i => 1 << i))];
        }, iter: 2000);

    [Fact]
    public void The_order_of_the_rows_changes_nothing() =>
        Gen.Select(cases.Array[2, 9], Gen.Int[0, 3].Array[9], Gen.Int[0, 1].Array[4]).Sample((counts, wijkOf, stadsdeelOf) =>
        {
            var rows = Hierarchy(counts, wijkOf, stadsdeelOf).Select(row => row.Cell).ToArray();

            var (one, other) = (Answer(PublicationCheck.Compute(rows)), Answer(PublicationCheck.Compute([.. rows.Reverse()])));

            Assert.Equal(one.Cells, other.Cells);
        });

    private static (PublicationCell Cell, int[] Leaves)[] Hierarchy(int[] counts, int[] wijkOf, int[] stadsdeelOf)
    {
        var units = Enumerable.Range(0, counts.Length).ToArray();
        var rows = new List<(PublicationCell, int[])>();
        foreach (var unit in units)
            rows.Add((new PublicationCell($"u{unit}", counts[unit], Parent: $"w{wijkOf[unit]}"), [unit]));
        foreach (var wijk in wijkOf.Take(counts.Length).Distinct())
            Add($"w{wijk}", $"s{stadsdeelOf[wijk]}", unit => wijkOf[unit] == wijk);
        foreach (var stadsdeel in wijkOf.Take(counts.Length).Select(wijk => stadsdeelOf[wijk]).Distinct())
            Add($"s{stadsdeel}", "city", unit => stadsdeelOf[wijkOf[unit]] == stadsdeel);
        Add("city", null, _ => true);
        return [.. rows];

        void Add(string id, string? parent, Func<int, bool> holds) =>
            rows.Add((new PublicationCell(id, units.Where(holds).Sum(unit => counts[unit]), Parent: parent), [.. units.Where(holds)]));
    }

    private static PublishedZoning Zoning(string name, int[] of, int count) =>
        new(name, Enumerable.Range(0, count).Where(i => of[i] >= 0).ToDictionary(i => $"u{i}", i => $"{of[i]}"));

    private static IEnumerable<int> Unions(int[] areas)
    {
        for (var choice = 0; choice < 1 << areas.Length; choice++)
            yield return areas.Where((_, i) => (choice >> i & 1) == 1).Aggregate(0, (all, area) => all | area);
    }

    // Gaussian elimination: is the wanted sum of leaves a combination of the published sums?
    private static bool Follows(int[][] published, int[] wanted)
    {
        var rows = published.Select(leaves => Vector(leaves)).ToList();
        var target = Vector(wanted);
        for (var column = 0; column < 9; column++)
        {
            var pivot = rows.Find(row => Math.Abs(row[column]) > 1e-9);
            if (pivot is null)
                continue;
            rows.Remove(pivot);
            foreach (var row in rows.Append(target))
            {
                var factor = row[column] / pivot[column];
                for (var i = 0; i < 9; i++)
                    row[i] -= factor * pivot[i];
            }
        }

        return target.All(value => Math.Abs(value) < 1e-9);

        static double[] Vector(int[] leaves)
        {
            var vector = new double[9];
            foreach (var leaf in leaves)
                vector[leaf] = 1;
            return vector;
        }
    }
}
