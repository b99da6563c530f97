// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/opgaven</c>: the list by name, opening one, reading it, and moving it along its life.</summary>
public static class OpgavenApi
{
    public sealed record OpenBody(string Title, string Question, string? Level = null);

    public sealed record MoveBody(OpgaveState State, string Because, OpgaveOutcome? Outcome = null, string? AboutOpenParts = null);

    public sealed record ExpectationBody(string Expectation);

    public sealed record NoFiguresBody(string Because);

    public sealed record YieldBody(string Yield);

    /// <summary>An opgave as a list shows it. Lists go by name; nothing about a place is ranked or counted.</summary>
    public sealed record EntryAnswer(Guid Id, string Title, OpgaveState State, string? Holder, IReadOnlyList<string> Places);

    /// <summary>An opgave: what people see, what they expect, and in their own words what became of it.</summary>
    public sealed record OpgaveAnswer(
        Guid Id, string Title, string Question, OpgaveState State, OpgaveOutcome? Outcome, Guid? Holder, string? HolderLevel,
        string? Expectation, string? NoFiguresBecause, string? Yield, DateTimeOffset Since);

    /// <summary>Something that stands between an opgave and agreement.</summary>
    public sealed record MissingAnswer(string Code, string Text);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Opgaven");
        routes.List("/opgaven", WorkAction.ReadOpgave, "ListOpgaven", "The opgaven one may read, by name.", Entries, entry => entry.Id);
        routes.Make<OpenBody, OpgaveAnswer>("/opgaven", WorkAction.OpenOpgave, "OpenOpgave", "Puts a question on the agenda. It needs no level, no wijk and no place.",
            async (asked, body) => Answer(asked, await asked.Work<OpgaveWork>().Open(asked.Actor, body.Title, body.Question, body.Level, asked.Cancel)), "/opgaven/");
        routes.Read<OpgaveAnswer>("/opgaven/{id}", WorkAction.ReadOpgave, "GetOpgave", "One opgave.",
            async asked => (await asked.Work<OpgaveReading>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? Said(file.Opgave) : reason);
        routes.Change<MoveBody, OpgaveAnswer>(HttpMethods.Post, "/opgaven/{id}/moves", WorkAction.MoveOpgave, "MoveOpgave", "Moves an opgave along its life, always with a reason. Closing says what became of it.",
            async (asked, body) => Answer(asked, await Move(asked, body)));
        routes.Change<ExpectationBody, OpgaveAnswer>(HttpMethods.Put, "/opgaven/{id}/expectation", WorkAction.WriteExpectation, "SetExpectation", "Says in words what can reasonably be reached.",
            async (asked, body) => Answer(asked, await asked.Work<OpgaveWork>().Expect(asked.Actor, asked.Id, asked.Seen, body.Expectation, asked.Cancel)));
        routes.Change<NoFiguresBody, OpgaveAnswer>(HttpMethods.Put, "/opgaven/{id}/no-figures", WorkAction.WriteExpectation, "SayNoFigures", "Says why there are no figures: evidence or this is needed to agree.",
            async (asked, body) => Answer(asked, await asked.Work<OpgaveWork>().SayNoFigures(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
        routes.Change<YieldBody, OpgaveAnswer>(HttpMethods.Put, "/opgaven/{id}/yield", WorkAction.TellYield, "TellYield", "Tells in words what became of it, beside the measurements.",
            async (asked, body) => Answer(asked, await asked.Work<OpgaveWork>().TellYield(asked.Actor, asked.Id, asked.Seen, body.Yield, asked.Cancel)));
        routes.All("/opgaven/{id}/missing", WorkAction.ReadOpgave, "ListMissing", "Everything that stands between this opgave and agreement.", async asked =>
            (await asked.Work<OpgaveWork>().MissingForAgreement(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var missing, out var reason)
                ? new Outcome<IReadOnlyList<MissingAnswer>>([.. missing.Select(lack => new MissingAnswer(lack.Code, asked.Words(lack)))]) : reason);
    }

    internal static Said<OpgaveAnswer> Said(Opgave opgave, string? at = null) => WorkApi.Said.By(opgave, new OpgaveAnswer(
        opgave.Id, opgave.Title, opgave.Question, opgave.State, opgave.Outcome, opgave.Holder, opgave.HolderLevel,
        opgave.Expectation, opgave.NoFiguresBecause, opgave.Yield, opgave.Since), at);

    internal static EntryAnswer Entry(OpgaveEntry entry) => new(entry.Opgave.Id, entry.Opgave.Title, entry.Opgave.State, entry.Holder, entry.Places);

    internal static Outcome<Said<OpgaveAnswer>> Answer(Asked asked, Outcome<Opgave> outcome)
    {
        if (!outcome.TryGet(out var opgave, out var reason))
            return reason;
        asked.Tell(opgave.Id, "opgave");
        return Said(opgave, $"/opgaven/{opgave.Id}");
    }

    private static async Task<Outcome<IReadOnlyList<EntryAnswer>>> Entries(Asked asked) =>
        (await asked.Work<OpgaveReading>().All(asked.Actor, asked.Cancel)).TryGet(out var entries, out var reason)
            ? new Outcome<IReadOnlyList<EntryAnswer>>([.. entries.Select(Entry)])
            : reason;

    private static Task<Outcome<Opgave>> Move(Asked asked, MoveBody body)
    {
        var work = asked.Work<OpgaveWork>();
        return body.State switch
        {
            OpgaveState.Agreed => work.Agree(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel),
            OpgaveState.Closed when body.Outcome is { } outcome => work.Close(asked.Actor, asked.Id, asked.Seen, outcome, body.Because, body.AboutOpenParts, asked.Cancel),
            OpgaveState.Closed => Task.FromResult<Outcome<Opgave>>(Opgaven.SentForm.NotChosen("outcome")),
            var state => work.Move(asked.Actor, asked.Id, asked.Seen, state, body.Because, asked.Cancel),
        };
    }
}
