// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.PolicyGaps;

namespace Schakel.Workspace.Opgaven;

/// <summary>An opgave as a list shows it: by name, where it lies, and nothing that can be counted or ranked.</summary>
/// <param name="Opgave">The opgave.</param>
/// <param name="Holder">Name of the organisation that is responsible now.</param>
/// <param name="Places">Names of its places.</param>
public sealed record OpgaveEntry(Opgave Opgave, string? Holder, IReadOnlyList<string> Places);

/// <summary>An opgave that another one belongs with.</summary>
/// <param name="Link">How, and why.</param>
/// <param name="Other">The one at the other end.</param>
/// <param name="IsFrom">Whether the link starts at the opgave that is read.</param>
public sealed record LinkedOpgave(OpgaveLink Link, Opgave Other, bool IsFrom);

/// <summary>A handover and what the reader may do with it.</summary>
/// <param name="Handover">The handover.</param>
/// <param name="MayAnswer">Whether the reader belongs to whom it was asked, with a right to answer.</param>
/// <param name="MayWithdraw">Whether the reader belongs to who asked it.</param>
public sealed record AskedHandover(Handover Handover, bool MayAnswer, bool MayWithdraw);

/// <summary>A gap in policy and whether the reader is the one to answer it.</summary>
public sealed record AskedGap(PolicyGap Gap, bool MayAnswer);

/// <summary>Everything a reader of one opgave sees beside judgements and advice, which have rules of their own. The municipality is its code as an area.</summary>
public sealed record OpgaveFile(
    Opgave Opgave, LadderLevels Ladder, IReadOnlyList<OpgavePlace> Places, IReadOnlyList<LinkedOpgave> Links, IReadOnlyList<Position> Positions,
    IReadOnlyList<PublishedEvidence> Evidence, Approach? Approach, IReadOnlyList<SeatAtTable> Table, IReadOnlyList<AskedHandover> Handovers,
    IReadOnlyList<AskedGap> Gaps, IReadOnlyList<MeasuringPlan> Plans, IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Reason> Missing, IReadOnlySet<WorkAction> May, string Municipality)
{
    public Organisation? Find(Guid? organisation) => Organisations.FirstOrDefault(known => known.Id == organisation);
}
