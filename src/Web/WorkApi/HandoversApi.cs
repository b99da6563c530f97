// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reading;

namespace Schakel.Web.WorkApi;

/// <summary>Schakelen: asking another scale or organisation, and answering. The sender stays responsible until there is a yes.</summary>
public static class HandoversApi
{
    public enum HandoverAnswer
    {
        Accept,
        Decline,
        Complete,
        Return,
    }

    public sealed record AskBody(HandoverKind Kind, string FromLevel, Guid Addressee, string ToLevel, string Because, DateOnly? ReturnBy = null);

    public sealed record AnswerBody(HandoverAnswer Answer, string Words);

    public sealed record WithdrawBody(string Because);

    /// <summary>What was asked of whom, what they said, and who is responsible now.</summary>
    public sealed record HandoverStands(
        Guid Id, Guid Opgave, HandoverState State, HandoverKind Kind, HandoverWay Way, Guid Sender, string SenderLevel, Guid Addressee, string AddresseeLevel,
        string Because, string? Answer, DateOnly? ReturnBy, Guid Responsible, DateTimeOffset Since);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Handovers");
        routes.All("/opgaven/{id}/handovers", WorkAction.ReadOpgave, "ListHandovers", "What was asked of others, in the order in which it was asked.", asked => OpgavePartsApi.Of(asked, file => file.Handovers.Select(known => Stands(known.Handover))));
        routes.Make<AskBody, HandoverStands>("/opgaven/{id}/handovers", WorkAction.AskHandover, "AskHandover", "Asks another scale or organisation to take over the whole or a part, or to help.", async (asked, body) =>
            Answer(asked, await asked.Work<HandoverWork>().Ask(asked.Actor, asked.Id, body.Kind, body.FromLevel, body.Addressee, body.ToLevel, body.Because, body.ReturnBy, asked.Cancel)), "/handovers/");
        routes.Read<HandoverStands>("/handovers/{id}", WorkAction.ReadOpgave, "GetHandover", "One handover, for who reads the opgave and for who is asked.", async asked =>
        {
            var reading = asked.Work<ItemReading>();
            return (await reading.One<Handover>(asked.Actor, WorkAction.ReadOpgave, asked.Id, asked.Cancel)).TryGet(out var found, out var reason)
                // Whoever is asked may read the question, also without a chair at the table.
                || (await reading.One<Handover>(asked.Actor, WorkAction.AnswerHandover, asked.Id, asked.Cancel)).TryGet(out found, out _) ? Said.By(found, Stands(found)) : reason;
        });
        routes.Change<AnswerBody, HandoverStands>(HttpMethods.Post, "/handovers/{id}/answers", WorkAction.AnswerHandover, "AnswerHandover", "Accepts, declines, completes or gives back, in words.", async (asked, body) =>
            Answer(asked, await Given(asked, body)));
        routes.Change<WithdrawBody, HandoverStands>(HttpMethods.Post, "/handovers/{id}/withdrawal", WorkAction.AskHandover, "WithdrawHandover", "Takes the question back, by who asked it.", async (asked, body) =>
            Answer(asked, await asked.Work<HandoverWork>().Withdraw(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
    }

    internal static HandoverStands Stands(Handover handover) => new(
        handover.Id, handover.OpgaveId, handover.State, handover.HandoverKind, handover.Way, handover.Sender, handover.SenderLevel, handover.Addressee, handover.AddresseeLevel,
        handover.Because, handover.Answer, handover.ReturnBy, handover.Responsible, handover.Since);

    private static Task<Outcome<Handover>> Given(Asked asked, AnswerBody body)
    {
        var (work, actor, id, seen, words, cancel) = (asked.Work<HandoverWork>(), asked.Actor, asked.Id, asked.Seen, body.Words, asked.Cancel);
        return body.Answer switch
        {
            HandoverAnswer.Accept => work.Accept(actor, id, seen, words, cancel),
            HandoverAnswer.Decline => work.Decline(actor, id, seen, words, cancel),
            HandoverAnswer.Complete => work.Complete(actor, id, seen, words, cancel),
            _ => work.Return(actor, id, seen, words, cancel),
        };
    }

    private static Outcome<Said<HandoverStands>> Answer(Asked asked, Outcome<Handover> outcome)
    {
        if (!outcome.TryGet(out var handover, out var reason))
            return reason;
        asked.Tell(handover.OpgaveId, "schakelen");
        return Said.By(handover, Stands(handover), $"/handovers/{handover.Id}");
    }
}
