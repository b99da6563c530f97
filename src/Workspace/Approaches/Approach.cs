// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;

namespace Schakel.Workspace.Approaches;

public enum ApproachState
{
    Draft,
    Agreed,
    Revised,
}

/// <summary>Which level does what, with whom, and how it should help.</summary>
public sealed class Approach : Living<ApproachState>
{
    private Approach()
    {
    }

    public Guid OpgaveId { get; private set; }

    public LevelRoles Roles { get; private set; } = LevelRoles.None;

    public Chain Chain { get; private set; } = Chain.Empty;

    protected override Life<ApproachState> Life => Lives.Approach;

    protected override Guid? InStoryOf => OpgaveId;

    public static Approach Draft(Guid opgave, Act act)
    {
        var approach = new Approach { OpgaveId = opgave };
        approach.BeginAs(ApproachState.Draft, "", act);
        return approach;
    }

    /// <summary>What stands between this approach and agreement.</summary>
    public IReadOnlyList<Reason> Missing() => Missing(Roles, Chain);

    /// <summary>People set roles; advice sets nothing.</summary>
    public Reason? SetRole(LadderLevel level, ApproachRole role, Guid? organisation, string because, Act act)
    {
        if (!Enum.IsDefined(role))
            return new Reason("judgement-out-of-range", "This role is not on the list.");
        var before = Roles.At(level.Id);
        var roles = Roles.With(new LevelRole(level.Id, level.Rank, level.IsSupraLocal, role, organisation));
        if (Change(roles, Chain, because, act) is { } refusal)
            return refusal;

        Tell("role", $"{level.Id}: {Words.Of(before?.Role ?? ApproachRole.None)}", $"{level.Id}: {Words.Of(role)}", because.Trim(), act);
        return null;
    }

    public Reason? SetChain(Chain chain, string because, Act act)
    {
        if ((chain.Check() ?? Change(Roles, chain, because, act)) is { } refusal)
            return refusal;

        Tell("chain", null, null, because.Trim(), act);
        return null;
    }

    internal Outcome<HistoryEntry> Agree(string because, Act act) => Missing() is [var first, ..] ? first : Move(ApproachState.Agreed, because, act);

    // A draft may be incomplete; what was agreed keeps what agreement asked.
    private Reason? Change(LevelRoles roles, Chain chain, string because, Act act)
    {
        if (string.IsNullOrWhiteSpace(because))
            return new Reason("move-needs-reason", "Say why this changes.");
        if (Words.TooLong("because", because) is { } tooLong)
            return tooLong;
        if (State != ApproachState.Draft)
        {
            if (Missing(roles, chain) is [var first, ..])
                return first;
            if (!Move(ApproachState.Revised, because, act).TryGet(out _, out var reason))
                return reason;
        }

        (Roles, Chain) = (roles, chain);
        return null;
    }

    private static List<Reason> Missing(LevelRoles roles, Chain chain)
    {
        var missing = new List<Reason>();
        if (!roles.Levels.Any(role => role.AnswersTheDuty))
            missing.Add(new Reason("approach-needs-supra-local", "Nobody above the wijk takes part. Choose a level, and name the organisation; asking alone does not count."));
        if (!chain.HasCondition && roles.Levels.FirstOrDefault(role => role.Role is ApproachRole.Enabling or ApproachRole.EnablingInstead) is { } enabling)
            missing.Add(new Reason("enabling-needs-condition", $"The level {enabling.Level} creates conditions, but the chain names none.") { Arguments = [enabling.Level] });
        return missing;
    }
}
