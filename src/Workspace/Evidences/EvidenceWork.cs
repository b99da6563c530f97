// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
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

    /// <summary>What people who know the place expect of a waterbed: four answers, published like any evidence, so that advice can name it.</summary>
    public Task<Outcome<EvidenceUse>> Forecast(Actor actor, Guid opgave, DisplacementQuestions answers, string because, CancellationToken cancel) =>
        room.On<Opgave, EvidenceUse>(actor, WorkAction.DraftPlan, opgave, null, async (turn, _) =>
        {
            if (History.Words.Missing(("because", because)) is { } missing)
                return missing;

            var forecast = DisplacementForecast.Compute(answers);
            var figures = new EvidenceFigures(
                turn.Act.At.Year.ToString(CultureInfo.InvariantCulture), [because.Trim()], new Dictionary<string, LevelEvidence>(),
                new ProblemEvidence(null, null, null, null, forecast.Risk), null);
            if (!PublishedEvidence.Publish(WaterbedTitle, figures, turn.Act).TryGet(out var evidence, out var reason))
                return reason;
            if (await turn.Store.PublishedEvidence.SingleOrDefaultAsync(known => known.Hash == evidence.Hash, cancel) is { } published)
                evidence = published;
            else
                turn.Store.Add(evidence);

            var use = EvidenceUse.Of(opgave, evidence, because.Trim(), turn.Act);
            turn.Store.Add(use);
            await JudgementWork.AdviceGrowsStale(turn, opgave, "evidence");
            return use;
        }, cancel);

    /// <summary>Title of what people expect of a waterbed; it is no figure of a catalogue.</summary>
    public const string WaterbedTitle = "waterbed";
}
