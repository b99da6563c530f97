// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using static System.FormattableString;

namespace Schakel.Analysis.Regions;

/// <summary>Something that is wrong with a plan.</summary>
/// <param name="Code"><c>not-contiguous</c>, <c>population-above-ceiling</c>, <c>dwellings-above-ceiling</c>, <c>unit-missing</c>, <c>unit-twice</c> or <c>unknown-unit</c>.</param>
/// <param name="Area">The area, or null when it concerns none.</param>
/// <param name="Ids">The units, in ordinal order.</param>
/// <param name="Text">One English sentence.</param>
public sealed record PlanViolation(string Code, string? Area, IReadOnlyList<string> Ids, string Text)
{
    /// <summary>The figures and names inside <see cref="Text"/>, in order, so that a translation can repeat them.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];
}

/// <summary>What a check found.</summary>
/// <param name="IsValid">Nothing is wrong.</param>
/// <param name="Areas">[areas] that hold a known unit.</param>
/// <param name="Violations">By code, area and first unit.</param>
/// <param name="OverCeiling">Units that exceed a ceiling alone and have an area to themselves: that cannot be otherwise, so it is no violation.</param>
public sealed record PlanCheckResult(bool IsValid, int Areas, IReadOnlyList<PlanViolation> Violations, IReadOnlyList<string> OverCeiling);

/// <summary>Is this division a plan? Shares no code with the search, so that a mistake there shows here.</summary>
public static class AreaPlanCheck
{
    // Sums of numbers that are no whole ones may differ in the last bits.
    private const double Rounding = 1e-9;

    /// <summary>Checks an assignment of units to areas.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Every unit is in exactly one area; from each unit of an area the others can be reached inside it over pairs that are not removed; sums stay under the ceilings.</para>
    /// <para><b>Units.</b> Persons and dwellings.</para>
    /// <para><b>Shapes.</b> One id a unit of the graph; rows in any order.</para>
    /// <para><b>Missing values.</b> A null column is not checked.</para>
    /// <para><b>Cost.</b> O(n log n + pairs).</para>
    /// </remarks>
    /// <param name="graph">Which units touch.</param>
    /// <param name="ids">The id of each unit, all different.</param>
    /// <param name="assignment">Unit and area, as they stand in the plan.</param>
    /// <param name="population">[persons] one a unit, or null.</param>
    /// <param name="dwellings">[dwellings] one a unit, or null.</param>
    /// <param name="options">The ceilings, and whether units where nobody lives may join others.</param>
    /// <returns>What is wrong, if anything.</returns>
    /// <exception cref="ArgumentException">A column does not fit the graph, or an id comes twice.</exception>
    public static PlanCheckResult Check(
        UnitGraph graph, IReadOnlyList<string> ids, IEnumerable<(string Id, string Area)> assignment,
        double[]? population, double[]? dwellings, WorkAreaOptions options)
    {
        Require.SameLength(ids.Count, graph.UnitCount, nameof(ids));
        Require.SameLength(population?.Length ?? ids.Count, ids.Count, nameof(population));
        Require.SameLength(dwellings?.Length ?? ids.Count, ids.Count, nameof(dwellings));
        var units = ids.Select((id, unit) => (id, unit)).ToDictionary(pair => pair.id, pair => pair.unit, StringComparer.Ordinal);
        var violations = new List<PlanViolation>();
        var areaOf = Read(units, assignment, violations);
        foreach (var unit in Enumerable.Range(0, ids.Count).Where(unit => areaOf[unit] is null))
            violations.Add(new PlanViolation("unit-missing", null, [ids[unit]], $"Unit {ids[unit]} is in no area.") { Arguments = [ids[unit]] });

        var over = new List<string>();
        var areas = Enumerable.Range(0, ids.Count).Where(unit => areaOf[unit] is not null).GroupBy(unit => areaOf[unit]!, StringComparer.Ordinal).ToList();
        var touching = graph.Joinable();
        foreach (var area in areas)
        {
            int[] members = [.. area];
            int[] living = [.. members.Where(unit => (population is null && dwellings is null) || population?[unit] > 0 || dwellings?[unit] > 0)];
            if (CutOff(members) is { Length: > 0 } loose || (!options.UninhabitedCarry && (loose = CutOff(living)).Length > 0))
                violations.Add(new PlanViolation("not-contiguous", area.Key, Names(loose), Invariant($"Area {area.Key} falls apart: {loose.Length} units cannot be reached from its first one."))
                { Arguments = [area.Key, loose.Length] });
            Ceiling("population-above-ceiling", "residents", population, options.MaxPopulation);
            Ceiling("dwellings-above-ceiling", "dwellings", dwellings, options.MaxDwellings);

            void Ceiling(string code, string what, double[]? column, double most)
            {
                var sum = column is null ? 0 : members.Sum(unit => column[unit]);
                if (sum <= most * (1 + Rounding))
                    return;
                if (living.Length == 1)
                    over.Add(ids[living[0]]);
                else
                    violations.Add(new PlanViolation(code, area.Key, Names(members), Invariant($"Area {area.Key} has {sum} {what}, more than {most}."))
                    { Arguments = [area.Key, sum, most] });
            }
        }

        return new PlanCheckResult(
            violations.Count == 0, areas.Count,
            [.. violations.OrderBy(violation => violation.Code, StringComparer.Ordinal).ThenBy(violation => violation.Area, StringComparer.Ordinal).ThenBy(violation => violation.Ids[0], StringComparer.Ordinal)],
            [.. over.Distinct().Order(StringComparer.Ordinal)]);

        string[] Names(int[] members) => [.. members.Select(unit => ids[unit]).Order(StringComparer.Ordinal)];

        int[] CutOff(int[] members)
        {
            if (members.Length == 0)
                return [];
            var free = members.ToHashSet();
            var reached = new Stack<int>([members[0]]);
            free.Remove(members[0]);
            while (reached.TryPop(out var unit))
                foreach (var next in touching.Of(unit))
                    if (free.Remove(next))
                        reached.Push(next);
            return [.. free.Order()];
        }
    }

    private static string?[] Read(Dictionary<string, int> units, IEnumerable<(string Id, string Area)> assignment, List<PlanViolation> violations)
    {
        var areaOf = new string?[units.Count];
        foreach (var (id, area) in assignment)
        {
            if (!units.TryGetValue(id, out var unit))
                violations.Add(new PlanViolation("unknown-unit", area, [id], $"Unit {id} is not on the map.") { Arguments = [id] });
            else if (areaOf[unit] is { } earlier)
                violations.Add(new PlanViolation("unit-twice", area, [id], $"Unit {id} is in area {earlier} and again in {area}.") { Arguments = [id, earlier, area] });
            else
                areaOf[unit] = area;
        }

        return areaOf;
    }
}
