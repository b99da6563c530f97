// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/signals</c>: given by anybody, also by a partner system; linked, routed, answered and closed by who handles them.</summary>
public static class SignalsApi
{
    public sealed record GiveBody(string Text, int X, int Y, SignalSource Source = SignalSource.Resident, string? Contact = null, Guid? Task = null, string? AreaCode = null);

    public sealed record LinkBody(Guid Opgave, string Because);

    public sealed record RouteBody(string Because, Guid? Owner = null, Guid? Task = null, Guid? AreaContact = null);

    public sealed record ReplyBody(string Answer);

    public sealed record SplitBody(string Text);

    public sealed record MoveBody(SignalMove State, string Because);

    public enum SignalMove
    {
        Closed,
        Received,
    }

    /// <summary>What whoever gave a signal hears of it.</summary>
    public sealed record GivenAnswer(Guid Id, SignalState State, bool GetsAnswer);

    /// <summary>A signal for who handles it. Where: metres in RD New, once closed the middle of its cell of 100 m. The contact has an address of its own.</summary>
    public sealed record SignalAnswer(
        Guid Id, SignalState State, SignalSource Source, string Text, int X, int Y, bool CanReachReporter, Guid? Task, Guid? Owner, Guid? AreaContact,
        Guid? Opgave, Guid? SplitFrom, string? Answer, DateTimeOffset Since, DateTimeOffset? ClosedAt);

    public sealed record ContactAnswer(string Contact);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Signals");
        routes.List("/signals", WorkAction.HandleSignal, "ListSignals", "Signals one handles, in the order they came: open ones, then those closed lately.", async asked =>
            (await asked.Work<SignalReading>().All(asked.Actor, asked.Cancel)).TryGet(out var found, out var reason) ? new Outcome<IReadOnlyList<SignalAnswer>>([.. found.Select(entry => Answer(entry.Signal))]) : reason, signal => signal.Id);
        routes.Make<GiveBody, GivenAnswer>("/signals", WorkAction.GiveSignal, "GiveSignal", "Tells what one notices. A complaint on a task that is steered centrally goes to its owner at once.", async (asked, body) =>
            (await asked.Work<SignalWork>().Give(asked.Actor, Source(asked, body.Source), body.Text, new SignalPoint(body.X, body.Y), body.Contact, body.Task, body.AreaCode, asked.Cancel)).TryGet(out var signal, out var reason)
                ? new Said<GivenAnswer>(new GivenAnswer(signal.Id, signal.State, signal.CanReachReporter), null, $"/signals/{signal.Id}") : reason, "/signals/");
        routes.Read<SignalAnswer>("/signals/{id}", WorkAction.HandleSignal, "GetSignal", "One signal.", async asked =>
            (await asked.Work<SignalReading>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? Said.By(file.Entry.Signal, Answer(file.Entry.Signal)) : reason);
        routes.Read<ContactAnswer>("/signals/{id}/contact", WorkAction.SeeContact, "GetReporter", "How to reach who gave it, for who answers and nobody else.", async asked =>
            (await asked.Work<SignalWork>().Contact(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var contact, out var reason) ? new Said<ContactAnswer>(new ContactAnswer(contact)) : reason);
        routes.Change<LinkBody, SignalAnswer>(HttpMethods.Post, "/signals/{id}/link", WorkAction.HandleSignal, "LinkSignal", "Links it to an opgave.", async (asked, body) =>
            Say(await asked.Work<SignalWork>().Link(asked.Actor, asked.Id, asked.Seen, body.Opgave, body.Because, asked.Cancel)));
        routes.Change<RouteBody, SignalAnswer>(HttpMethods.Post, "/signals/{id}/route", WorkAction.HandleSignal, "RouteSignal", "Gives it to an organisation that answers, or to the owner of a task it turns out to be about.", async (asked, body) =>
            Say(await Route(asked, body)));
        routes.Change<ReplyBody, SignalAnswer>(HttpMethods.Post, "/signals/{id}/answers", WorkAction.HandleSignal, "AnswerSignal", "Answers in words.", async (asked, body) =>
            Say(await asked.Work<SignalWork>().Reply(asked.Actor, asked.Id, asked.Seen, body.Answer, asked.Cancel)));
        routes.Change<MoveBody, SignalAnswer>(HttpMethods.Post, "/signals/{id}/moves", WorkAction.HandleSignal, "MoveSignal", "Closes it (which never means solved) or takes it up again.", async (asked, body) =>
            Say(body.State == SignalMove.Closed
                ? await asked.Work<SignalWork>().Close(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)
                : await asked.Work<SignalWork>().Reopen(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
        routes.Make<SplitBody, SignalAnswer>("/signals/{id}/pieces", WorkAction.HandleSignal, "SplitSignal", "Lets a part of it go its own way; no contact goes along, and terms run with the first.", async (asked, body) =>
            Say(await asked.Work<SignalWork>().Split(asked.Actor, asked.Id, body.Text, asked.Cancel)), "/signals/");
    }

    // Who has no account is a resident, whatever is said.
    private static SignalSource Source(Asked asked, SignalSource said) => asked.Actor.Member is null ? SignalSource.Resident : said;

    private static Task<Outcome<Signal>> Route(Asked asked, RouteBody body)
    {
        var work = asked.Work<SignalWork>();
        return (body.Task, body.Owner) switch
        {
            ({ } task, null) => work.RouteToTask(asked.Actor, asked.Id, asked.Seen, task, body.AreaContact, body.Because, asked.Cancel),
            (null, { } owner) => work.Route(asked.Actor, asked.Id, asked.Seen, owner, body.AreaContact, body.Because, asked.Cancel),
            _ => Task.FromResult<Outcome<Signal>>(Opgaven.SentForm.NotChosen("owner")),
        };
    }

    private static Outcome<Said<SignalAnswer>> Say(Outcome<Signal> outcome) => outcome.TryGet(out var signal, out var reason) ? Said.By(signal, Answer(signal), $"/signals/{signal.Id}") : reason;

    private static SignalAnswer Answer(Signal signal) => new(
        signal.Id, signal.State, signal.Source, signal.Text, signal.X, signal.Y, signal.CanReachReporter, signal.TaskId, signal.Owner, signal.AreaContact,
        signal.OpgaveId, signal.SplitFrom, signal.Answer, signal.Since, signal.ClosedAt);
}
