// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary>Judging, blind until one's own is given; and the advice, of which both readings leave together and no score ever.</summary>
public static class JudgementsApi
{
    public sealed record JudgementBody(int Cause, int Lever, LeverKind Kind, Authority Authority, string Because);

    /// <summary>One's own judgement of a level.</summary>
    public sealed record OwnAnswer(int Cause, int Lever, LeverKind Kind, Authority Authority, string Because);

    /// <summary>How far people are apart: lowest, middle and highest. No names, and not how many.</summary>
    public sealed record SpreadAnswer(int Lowest, double Middle, int Highest);

    /// <summary>A rung for this reader. As long as <c>isOpen</c> is false, what others think is left out.</summary>
    public sealed record JudgedAnswer(string Level, bool IsOpen, OwnAnswer? Own, SpreadAnswer? Cause, SpreadAnswer? Lever, IReadOnlyList<string> Reasonings);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Judgements");
        routes.All("/opgaven/{id}/judgements", WorkAction.ReadOpgave, "ListJudgements", "What is thought of each level, blind until one's own judgement of it is given.", Judged);
        routes.Set<JudgementBody, JudgedAnswer>(HttpMethods.Put, "/opgaven/{id}/judgements/{level}", WorkAction.Judge, "GiveJudgement",
            "Gives one's own judgement of a level, or a new one in its place: cause 0–3, lever 0–3, what kind of lever, who decides, and why.", Give);
        AdviceApi.Map(group);
    }

    private static async Task<Outcome<IReadOnlyList<JudgedAnswer>>> Judged(Asked asked) =>
        (await asked.Work<JudgementWork>().View(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var levels, out var reason)
            ? new Outcome<IReadOnlyList<JudgedAnswer>>([.. levels.Select(Answer)]) : reason;

    private static async Task<Outcome<Said<JudgedAnswer>>> Give(Asked asked, JudgementBody body)
    {
        var (work, level) = (asked.Work<JudgementWork>(), asked.Part("level"));
        if (!(await work.Give(asked.Actor, asked.Id, level, body.Cause, body.Lever, body.Kind, body.Authority, body.Because, asked.Cancel)).TryGet(out _, out var reason))
            return reason;
        asked.Tell(asked.Id, "oordeel");
        return (await work.View(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var levels, out reason) ? new Said<JudgedAnswer>(Answer(levels.Single(judged => judged.Level == level))) : reason;
    }

    private static JudgedAnswer Answer(JudgedLevel judged) => new(
        judged.Level, judged.IsOpen,
        judged.Own is { } own ? new OwnAnswer(own.Cause, own.Lever, own.LeverKind, own.Authority, own.Because) : null,
        Answer(judged.Cause), Answer(judged.Lever), judged.Reasonings);

    private static SpreadAnswer? Answer(Spread? spread) => spread is null ? null : new SpreadAnswer(spread.Lowest, spread.Middle, spread.Highest);
}
