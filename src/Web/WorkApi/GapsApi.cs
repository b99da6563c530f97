// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Desks;
using Schakel.Workspace.Members;
using Schakel.Workspace.PolicyGaps;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/policy-gaps</c>: what policy does not provide for, asked of one addressee, and openly unanswered until answered in words.</summary>
public static class GapsApi
{
    public enum GapAnswer
    {
        Receive,
        Adopt,
        Explain,
        Forward,
    }

    public sealed record RaiseBody(string Question, Guid Addressee);

    public sealed record AnswerBody(GapAnswer Answer, string Words, Guid? Addressee = null);

    public sealed record GapStands(Guid Id, Guid? Opgave, PolicyGapState State, string Question, Guid Addressee, string? Answer, bool IsUnanswered, DateTimeOffset Since);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Policy gaps");
        routes.List("/policy-gaps", WorkAction.ReadOpgave, "ListPolicyGaps", "The gaps one may read, in the order in which they were raised.", async asked =>
            (await asked.Work<GapReading>().All(asked.Actor, asked.Cancel)).TryGet(out var gaps, out var reason) ? new Outcome<IReadOnlyList<GapStands>>([.. gaps.Gaps.Select(known => Stands(known.Gap))]) : reason, gap => gap.Id);
        routes.Make<RaiseBody, GapStands>("/opgaven/{id}/policy-gaps", WorkAction.RaiseGap, "RaisePolicyGap", "Asks one organisation what policy does not provide for.", async (asked, body) =>
            Answer(asked, await asked.Work<GapWork>().Raise(asked.Actor, asked.Id, body.Question, body.Addressee, asked.Cancel)), "/policy-gaps/");
        routes.Read<GapStands>("/policy-gaps/{id}", WorkAction.ReadOpgave, "GetPolicyGap", "One gap.", async asked =>
            !(await asked.Work<GapReading>().All(asked.Actor, asked.Cancel)).TryGet(out var gaps, out var reason) ? reason
            : gaps.Gaps.FirstOrDefault(known => known.Gap.Id == asked.Id) is { } found ? Said.By(found.Gap, Stands(found.Gap)) : Asked.NotFound());
        routes.Change<AnswerBody, GapStands>(HttpMethods.Post, "/policy-gaps/{id}/answers", WorkAction.AnswerGap, "AnswerPolicyGap", "Receives, adopts, explains, or forwards to another addressee; always in words.", async (asked, body) =>
            Answer(asked, await Given(asked, body)));
    }

    internal static GapStands Stands(PolicyGap gap) => new(gap.Id, gap.OpgaveId, gap.State, gap.Question, gap.Addressee, gap.Answer, gap.IsUnanswered, gap.Since);

    private static Task<Outcome<PolicyGap>> Given(Asked asked, AnswerBody body)
    {
        var (work, actor, id, seen, words, cancel) = (asked.Work<GapWork>(), asked.Actor, asked.Id, asked.Seen, body.Words, asked.Cancel);
        return body.Answer switch
        {
            GapAnswer.Receive => work.Receive(actor, id, seen, words, cancel),
            GapAnswer.Adopt => work.Adopt(actor, id, seen, words, cancel),
            GapAnswer.Explain => work.Explain(actor, id, seen, words, cancel),
            _ => work.Forward(actor, id, seen, body.Addressee, words, cancel),
        };
    }

    private static Outcome<Said<GapStands>> Answer(Asked asked, Outcome<PolicyGap> outcome)
    {
        if (!outcome.TryGet(out var gap, out var reason))
            return reason;
        asked.Tell(gap.OpgaveId, "lacunes");
        return Said.By(gap, Stands(gap), $"/policy-gaps/{gap.Id}");
    }
}
