// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.History;

/// <summary>What a municipality puts in force: a draft until then, and later replaced by a next version that names this one.</summary>
public abstract class Enacted : Living<ForceState>
{
    /// <summary>The version it takes the place of once it is in force.</summary>
    public Guid? Replaces { get; private set; }

    public Outcome<HistoryEntry> PutInForce(string because, Act act) => Move(ForceState.InForce, because, act);

    public Outcome<HistoryEntry> Replace(string because, Act act) => Move(ForceState.Replaced, because, act);

    /// <summary>Begins as the next version of another.</summary>
    public Reason? TakePlaceOf(Enacted before)
    {
        if (before.State != ForceState.InForce)
            return new Reason("already-replaced", "Only what is in force can get a next version. Begin with the version that is in force now.");

        Replaces = before.Id;
        return null;
    }

    /// <summary>Whether a draft may still be written over; what was in force stays as it was.</summary>
    protected Reason? CannotRewrite() =>
        State == ForceState.Draft ? null : new Reason("no-draft-any-more", "This is no draft any more. Write a next version; this one stays as it was.");

    protected HistoryEntry Rewritten(string text, Act act) => Tell("text", null, null, text, act);
}
