// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Web.Security;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.PolicyGaps;

namespace Schakel.Web.Opgaven;

/// <summary>Every form on the page of an opgave. A refusal brings the page back with what was typed; else one reads what became of it.</summary>
internal static class OpgaveForms
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        Form(routes, "verwachting", WorkAction.WriteExpectation, "verwachting", form =>
            form.Work<OpgaveWork>().Expect(form.Actor, form.Id, form.Seen, form["expectation"], form.Cancel));
        Form(routes, "geen-cijfers", WorkAction.WriteExpectation, "cijfers-en-oordelen", form =>
            form.Work<OpgaveWork>().SayNoFigures(form.Actor, form.Id, form.Seen, form["because"], form.Cancel));
        Form(routes, "opbrengst", WorkAction.TellYield, "verwachting", form =>
            form.Work<OpgaveWork>().TellYield(form.Actor, form.Id, form.Seen, form["yield"], form.Cancel));
        Form(routes, "standpunt", WorkAction.AddPosition, "standpunten", form =>
            form.Work<OpgaveWork>().AddPosition(form.Actor, form.Id, form["group"], form["position"], form.Cancel));
        Form(routes, "advies", WorkAction.ReadOpgave, "rollen", form =>
            form.Work<JudgementWork>().Advise(form.Actor, form.Id, form.Cancel));
        // A word that is not on the list is refused by the domain, like a number that is out of range.
        Form(routes, "rol", WorkAction.ShapeApproach, "rollen", form =>
            form.Work<ApproachWork>().SetRole(form.Actor, form.Id, form.Seen, form["level"], form.Word<ApproachRole>("role") ?? (ApproachRole)(-1), form.Chosen("organisation"), form["because"], form.Cancel));
        Form(routes, "keten", WorkAction.ShapeApproach, "keten", form =>
            form.Work<ApproachWork>().SetChain(form.Actor, form.Id, form.Seen, ChainOf(form), form["because"], form.Cancel));
        Form(routes, "deel", WorkAction.MoveOpgave, "delen", form =>
            form.Work<OpgaveWork>().OpenPart(form.Actor, form.Id, form["title"], form.Given("level"), form["because"], form.Cancel));
        Form(routes, "verband", WorkAction.MoveOpgave, "delen", Link);
        Form(routes, "stoel", WorkAction.KeepNetwork, "aan-tafel", Seat);
        Form(routes, "visie", WorkAction.WriteExpectation, "richting", form => form.Chosen("vision") is { } vision
            ? form.Work<DirectionWork>().UseVision(form.Actor, form.Id, vision, form["because"], form.Cancel)
            : Task.FromResult<Outcome<VisionUse>>(SentForm.NotChosen("vision")));
        Form(routes, "lacune", WorkAction.RaiseGap, "lacunes", form =>
            form.Work<GapWork>().Raise(form.Actor, form.Id, form["question"], form.Chosen("addressee"), form.Cancel));
        Form(routes, "verder", WorkAction.MoveOpgave, "verder", Move);

        routes.MapPost("/opgaven/{id:guid}/lacunes/{gap:guid}", async (HttpContext http, IFormCollection fields) =>
        {
            var form = new SentForm(http, fields);
            return (await GapAnswers.Give(form)).TryGet(out _, out var reason)
                ? TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{form.Id}") + "#lacunes")
                : await OpgaveEndpoints.Page(http, form.Id, form.Tried($"lacunes/{form.IdOf("gap")}", reason));
        }).Needs(WorkAction.AnswerGap).ExcludeFromDescription();
    }

    internal static void Form<T>(IEndpointRouteBuilder routes, string deed, WorkAction action, string section, Func<SentForm, Task<Outcome<T>>> work)
        where T : notnull => routes.MapPost($"/opgaven/{{id:guid}}/{deed}", async (HttpContext http, IFormCollection fields, OpgaveChanges changes) =>
        {
            var form = new SentForm(http, fields);
            if (!(await work(form)).TryGet(out _, out var reason))
                return await OpgaveEndpoints.Page(http, form.Id, form.Tried(deed, reason));

            changes.Tell(form.Id, deed);
            return (IResult)TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{form.Id}") + "#" + section);
        }).Needs(action).ExcludeFromDescription();

    private static Task<Outcome<Seat>> Seat(SentForm form)
    {
        var (level, sector) = form["seat"].Split(':', 2) switch
        {
            ["level", var id] => (id, null),
            ["sector", var name] => ((string?)null, (string?)name),
            _ => (null, form.Given("sector")),
        };
        var work = form.Work<NetworkWork>();
        return form.Chosen("organisation") is { } organisation
            ? work.Take(form.Actor, form.Id, level, sector, organisation, form.Cancel)
            : work.LeaveEmpty(form.Actor, form.Id, level, sector, form["because"], form.Cancel);
    }

    // "partOf:to": the other one is a part of this one.
    private static Task<Outcome<OpgaveLink>> Link(SentForm form)
    {
        if (form.Chosen("other") is not { } other)
            return Task.FromResult<Outcome<OpgaveLink>>(SentForm.NotChosen("other"));
        if (form["kind"].Split(':') is not [var word, "from" or "to"] || !Enum.TryParse<LinkKind>(word, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return Task.FromResult<Outcome<OpgaveLink>>(SentForm.NotChosen("kind"));

        var (from, to) = form["kind"].EndsWith(":to", StringComparison.Ordinal) ? (other, form.Id) : (form.Id, other);
        return form.Work<OpgaveWork>().Link(form.Actor, from, to, kind, form["because"], form.Cancel);
    }

    private static Task<Outcome<Opgave>> Move(SentForm form)
    {
        var work = form.Work<OpgaveWork>();
        return form.Word<OpgaveState>("state") switch
        {
            null => Task.FromResult<Outcome<Opgave>>(SentForm.NotChosen("state")),
            OpgaveState.Agreed => work.Agree(form.Actor, form.Id, form.Seen, form["because"], form.Cancel),
            OpgaveState.Closed => form.Word<OpgaveOutcome>("outcome") is { } outcome
                ? work.Close(form.Actor, form.Id, form.Seen, outcome, form["because"], form.Given("parts"), form.Cancel)
                : Task.FromResult<Outcome<Opgave>>(SentForm.NotChosen("outcome")),
            { } state => work.Move(form.Actor, form.Id, form.Seen, state, form["because"], form.Cancel),
        };
    }

    private static Chain ChainOf(SentForm form)
    {
        // An emptied row takes the step away; whoever sends more rows than a chain needs gets no longer chain.
        var rows = Enumerable.Range(1, 40).Where(row => form.Given(Field("text", row)) is not null)
            .OrderBy(row => form.Number(Field("order", row)) is > 0 and var order ? order : row).ThenBy(row => row).ToList();
        var numberOf = rows.Select((row, at) => (row, at)).ToDictionary(pair => pair.row, pair => pair.at + 1);
        return new Chain(
            [.. rows.Select(row => new ChainStep(numberOf[row], form.Word<ChainPart>(Field("part", row)) ?? ChainPart.Problem, form[Field("text", row)].Trim(), form.Given(Field("level", row)), form.Given(Field("sector", row))))],
            [.. rows.Where(row => numberOf.ContainsKey(form.Number(Field("helps", row)))).Select(row => new ChainArrow(numberOf[row], numberOf[form.Number(Field("helps", row))]))]);
    }

    private static string Field(string name, int row) => string.Create(CultureInfo.InvariantCulture, $"{name}-{row}");
}
