// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Evidences;

/// <summary>Publishing evidence and resting an opgave on it.</summary>
public sealed class EvidenceWork(Workroom room)
{
    /// <summary>The same figures published twice are one piece of evidence.</summary>
    public Task<Outcome<PublishedEvidence>> Publish(Actor actor, string title, EvidenceFigures figures, CancellationToken cancel) =>
        room.Do<PublishedEvidence>(actor, WorkAction.PublishEvidence, async turn =>
        {
            if (!PublishedEvidence.Publish(title, figures, turn.Act).TryGet(out var evidence, out var reason))
                return reason;
            if (await turn.Store.PublishedEvidence.SingleOrDefaultAsync(known => known.Hash == evidence.Hash, cancel) is { } published)
                return published;

            turn.Store.Add(evidence);
            return evidence;
        }, cancel);

    public Task<Outcome<EvidenceUse>> Attach(Actor actor, Guid opgave, Guid evidence, string because, CancellationToken cancel) =>
        room.On<Opgave, EvidenceUse>(actor, WorkAction.PublishEvidence, opgave, null, async (turn, _) =>
        {
            if ((History.Words.Missing(("because", because))) is { } missing)
                return missing;
            if (!(await turn.Find<PublishedEvidence>(evidence)).TryGet(out var found, out var reason))
                return reason;

            var use = EvidenceUse.Of(opgave, found, because.Trim(), turn.Act);
            turn.Store.Add(use);
            await JudgementWork.AdviceGrowsStale(turn, opgave, "evidence");
            return use;
        }, cancel);
}
