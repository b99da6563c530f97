// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.WorkAreas;

public enum WorkAreaProposalState
{
    Proposed,
    Adjusted,
    Decided,
    SetAside,
}

/// <summary>What is known of a unit (a buurt, a cell); null = unknown, which is not 0.</summary>
public sealed record UnitFigures(string Code, int? Residents, int? Dwellings);

/// <summary>An area of a proposal, with sums we counted ourselves.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Units">Codes, sorted.</param>
/// <param name="Residents">[persons] null when one unit is unknown.</param>
/// <param name="Dwellings">[dwellings] likewise.</param>
/// <param name="OverCeiling">Marked: over a ceiling, or not known to be under it.</param>
public sealed record ProposedArea(string Name, IReadOnlyList<string> Units, int? Residents, int? Dwellings, bool OverCeiling);

public sealed record ProposedAreas(IReadOnlyList<ProposedArea> Areas) : IWrittenAsJson
{
    public static ProposedAreas None { get; } = new([]);

    /// <summary>Whether two proposals divide the units alike, whatever the areas are called.</summary>
    internal bool DividesLike(ProposedAreas other) =>
        Areas.Select(area => string.Join('\n', area.Units)).ToHashSet(StringComparer.Ordinal).SetEquals(other.Areas.Select(area => string.Join('\n', area.Units)));
}

/// <summary>A way to divide the municipality into areas of human size. Every version of it is recounted here, also one made by hand.</summary>
public sealed class WorkAreaProposal : Living<WorkAreaProposalState>
{
    private WorkAreaProposal()
    {
    }

    public string Name { get; private set; } = "";

    public ProposedAreas Areas { get; private set; } = ProposedAreas.None;

    /// <summary>Why an area may be over a ceiling.</summary>
    public string? OverBecause { get; private set; }

    protected override Life<WorkAreaProposalState> Life => Lives.WorkAreaProposal;

    public static Outcome<WorkAreaProposal> Propose(
        string name, IReadOnlyDictionary<string, IReadOnlyList<string>> division, IReadOnlyList<UnitFigures> units, Ceilings ceilings, string? overBecause, Act act)
    {
        if (Words.Missing(("name", name)) is { } missing)
            return missing;
        if (!Count(division, units, ceilings, overBecause).TryGet(out var areas, out var reason))
            return reason;

        var proposal = new WorkAreaProposal { Name = name.Trim(), Areas = areas, OverBecause = overBecause?.Trim() };
        proposal.BeginAs(WorkAreaProposalState.Proposed, proposal.Name, act);
        return proposal;
    }

    public Outcome<HistoryEntry> Adjust(
        IReadOnlyDictionary<string, IReadOnlyList<string>> division, IReadOnlyList<UnitFigures> units, Ceilings ceilings, string? overBecause, string because, Act act)
    {
        if (!Count(division, units, ceilings, overBecause).TryGet(out var areas, out var reason)
            || !Move(WorkAreaProposalState.Adjusted, because, act).TryGet(out var moved, out reason))
            return reason;

        (Areas, OverBecause) = (areas, overBecause?.Trim());
        return moved;
    }

    internal Outcome<HistoryEntry> Decide(string because, Act act) => Move(WorkAreaProposalState.Decided, because, act);

    public Outcome<HistoryEntry> SetAside(string because, Act act) => Move(WorkAreaProposalState.SetAside, because, act);

    private static Outcome<ProposedAreas> Count(
        IReadOnlyDictionary<string, IReadOnlyList<string>> division, IReadOnlyList<UnitFigures> units, Ceilings ceilings, string? overBecause)
    {
        var known = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        var placed = division.Values.SelectMany(codes => codes).ToList();
        if (placed.Count != known.Count || placed.Distinct(StringComparer.Ordinal).Count() != placed.Count || placed.Any(code => !known.ContainsKey(code)) || division.Values.Any(codes => codes.Count == 0))
            return new Reason("division-not-whole", "Every unit belongs to exactly one area, and no area is empty.");

        var areas = division.OrderBy(area => area.Key, StringComparer.Ordinal).Select(area =>
        {
            var members = area.Value.Select(code => known[code]).ToList();
            var residents = Sum(members.Select(unit => unit.Residents));
            var dwellings = Sum(members.Select(unit => unit.Dwellings));
            var fits = residents <= ceilings.Residents && dwellings <= ceilings.Dwellings;
            return new ProposedArea(area.Key, [.. area.Value.Order(StringComparer.Ordinal)], residents, dwellings, !fits);
        }).ToList();
        return areas.FirstOrDefault(area => area.OverCeiling) is { } over && string.IsNullOrWhiteSpace(overBecause)
            ? new Reason("proposal-over-ceiling", $"{over.Name} is over a ceiling, or its size is unknown. Divide it otherwise, or say why.") { Arguments = [over.Name] }
            : new ProposedAreas(areas);
    }

    private static int? Sum(IEnumerable<int?> numbers) => numbers.Aggregate((int?)0, (sum, next) => sum + next);
}
