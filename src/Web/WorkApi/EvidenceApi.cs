// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reading;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/published-evidence</c>: figures as they were published, with years and sources, found by the hash of what they say.</summary>
public static class EvidenceApi
{
    /// <summary>0 none, 1 weak, 2 moderate, 3 strong, with the range that is plausible; left out where it is not known.</summary>
    public sealed record ClassBody(int Middle, int Low, int High);

    public sealed record LevelBody(string Level, ClassBody? Location = null, ClassBody? Reach = null);

    public sealed record PublishBody(
        string Title, string Years, IReadOnlyList<string> Sources, IReadOnlyList<LevelBody> Levels, RobustnessGrade? Maup = null,
        double? Composition = null, double? Noise = null, double? LocalShare = null, DisplacementRisk? Waterbed = null, string? Fingerprint = null);

    /// <summary>What was published, to the letter; its SHA-256 is the hash.</summary>
    public sealed record ContentAnswer(Guid Id, string Title, string Hash, string Content, DateTimeOffset Since);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Evidence");
        routes.List("/published-evidence", WorkAction.ReadOpgave, "ListPublishedEvidence", "Published figures, by title.", async asked =>
            (await asked.Work<ItemReading>().All<PublishedEvidence>(asked.Actor, WorkAction.ReadOpgave, _ => true, known => known.Title, asked.Cancel)).TryGet(out var found, out var reason)
                ? new Outcome<IReadOnlyList<OpgavePartsApi.EvidenceAnswer>>([.. found.Select(OpgavePartsApi.Evidence)]) : reason, known => known.Id);
        routes.Read<ContentAnswer>("/published-evidence/{id}", WorkAction.ReadOpgave, "GetPublishedEvidence", "What one piece of evidence says.", async asked =>
            Answer(await asked.Work<ItemReading>().OneOf<PublishedEvidence>(asked.Actor, WorkAction.ReadOpgave, asked.Id, _ => true, asked.Cancel)));
        routes.Make<PublishBody, ContentAnswer>("/published-evidence", WorkAction.PublishEvidence, "PublishEvidence", "Publishes figures. The same figures twice are one piece of evidence.", async (asked, body) =>
            Figures(body).TryGet(out var figures, out var reason) ? Answer(await asked.Work<EvidenceWork>().Publish(asked.Actor, body.Title, figures, asked.Cancel)) : reason, "/published-evidence/");
    }

    private static Outcome<Said<ContentAnswer>> Answer(Outcome<PublishedEvidence> outcome) => outcome.TryGet(out var evidence, out var reason)
        ? new Said<ContentAnswer>(new ContentAnswer(evidence.Id, evidence.Title, evidence.Hash, evidence.Content, evidence.Since), null, $"/published-evidence/{evidence.Id}")
        : reason;

    private static Outcome<EvidenceFigures> Figures(PublishBody body)
    {
        var levels = new Dictionary<string, LevelEvidence>(StringComparer.Ordinal);
        foreach (var level in body.Levels)
            if (!IsInOrder(level.Location) || !IsInOrder(level.Reach) || !levels.TryAdd(level.Level, new LevelEvidence(ClassOf(level.Location), ClassOf(level.Reach))))
                return new Reason("evidence-class-not-usable", $"The classes of {level.Level} cannot be used: every level once, and 0 ≤ low ≤ middle ≤ high ≤ 3.") { Arguments = [level.Level] };
        double?[] shares = [body.Composition, body.Noise, body.LocalShare];
        return shares.All(share => share is null or (>= 0 and <= 1))
            ? new EvidenceFigures(body.Years.Trim(), body.Sources, levels, new ProblemEvidence(body.Maup, body.Composition, body.Noise, body.LocalShare, body.Waterbed), body.Fingerprint)
            : new Reason("bad-parameter", "composition, noise and localShare are shares from 0 to 1.") { Arguments = ["composition, noise, localShare", string.Join(", ", shares), "0–1"] };
    }

    private static bool IsInOrder(ClassBody? given) => given is null || (given.Low >= 0 && given.Low <= given.Middle && given.Middle <= given.High && given.High <= 3);

    private static EvidenceClass ClassOf(ClassBody? given) => given is null ? EvidenceClass.Unknown : EvidenceClass.Of(given.Middle, given.Low, given.High);
}
