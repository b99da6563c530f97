// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Analysis.Displacement;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Opgaven;

/// <summary>Evidence for an opgave: figures of a question that somebody chose here or on the page of the scale picture, or what people expect of a waterbed.</summary>
internal static class EvidenceForms
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(25);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        OpgaveForms.Form(routes, "cijfers", WorkAction.PublishEvidence, "cijfers-en-oordelen", form => Attach(form, form.Id));
        OpgaveForms.Form(routes, "waterbedkans", WorkAction.DraftPlan, "cijfers-en-oordelen", Forecast);
        routes.MapGet("/opgaven/cijfers", (HttpContext http, CurrentUser _) => Choose(http, null)).Needs(WorkAction.PublishEvidence).ExcludeFromDescription();
        routes.MapPost("/opgaven/cijfers", Use).Needs(WorkAction.PublishEvidence).ExcludeFromDescription();
    }

    private static async Task<IResult> Use(HttpContext http, IFormCollection fields, OpgaveChanges changes)
    {
        var form = new SentForm(http, fields);
        if (form.Chosen("opgave") is not { } opgave)
            return await Choose(http, form.Tried("cijfers", SentForm.NotChosen("opgave")));
        if (!(await Attach(form, opgave)).TryGet(out _, out var reason))
            return await Choose(http, form.Tried("cijfers", reason));

        changes.Tell(opgave, "cijfers");
        return TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{opgave}") + "#cijfers-en-oordelen");
    }

    private static async Task<IResult> Choose(HttpContext http, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var (services, user) = (http.RequestServices, http.RequestServices.GetRequiredService<CurrentUser>());
        if (!services.GetRequiredService<CurrentGround>().Ask().TryGet(out var ground, out var reason)
            || !(await services.GetRequiredService<OpgaveReading>().All(user.Actor, http.RequestAborted)).TryGet(out var entries, out reason))
            return Refusals.Page(texts, reason);
        return new RazorComponentResult<UseEvidenceScreen>(new
        {
            Texts = texts,
            Ground = ground,
            Entries = entries,
            Tried = tried,
            Indicator = http.Request.Query["cijfer"].ToString(),
            Place = http.Request.Query["plek"].ToString(),
            Year = http.Request.Query["jaar"].ToString(),
        })
        { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) };
    }

    // The figures are made as on the page of the scale picture, and kept there: mostly they are ready.
    private static async Task<Outcome<EvidenceUse>> Attach(SentForm form, Guid opgave)
    {
        if (!form.Work<CurrentGround>().Ask().TryGet(out var ground, out var reason))
            return reason;
        if (form.Given("indicator") is not { } indicator)
            return SentForm.NotChosen("indicator");
        if (Workspace.History.Words.Missing(("because", form["because"])) is { } missing)
            return missing;
        var place = form.Given("place");
        if (place is not null && PlaceChoices.Find(ground, place) is null)
            return new Reason("place-not-known", $"There is no area '{place}' here.") { Arguments = [place] };
        int? year = null;
        if (form.Given("year") is { } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var known))
                return SentForm.NotChosen("year");
            year = known;
        }

        var latest = ground.Indicators.FirstOrDefault(known => known.Id == indicator)?.Years.DefaultIfEmpty().Max();
        var making = form.Work<Evidence.Evidences>().Ask(ground, new StudyQuestion(indicator) { Year = year ?? (latest is > 0 ? latest : null), Within = place });
        if (await Task.WhenAny(making.Outcome, Task.Delay(patience, form.Work<TimeProvider>(), form.Cancel)) != making.Outcome)
            return new Reason("evidence-in-the-making", "The figures are still being computed. Try again in a moment.");
        if (!(await making.Outcome).TryGet(out var findings, out reason))
            return reason;

        var work = form.Work<EvidenceWork>();
        return (await work.Publish(form.Actor, new EvidenceTitle(indicator, place).ToString(), EvidenceFromFindings.Of(findings), form.Cancel)).TryGet(out var published, out reason)
            ? await work.Attach(form.Actor, opgave, published.Id, form["because"], form.Cancel)
            : reason;
    }

    private static Task<Outcome<EvidenceUse>> Forecast(SentForm form)
    {
        int? Answer(string name) => form.Number(name) is >= 0 and <= 2 and var known ? known : null;
        return form.Work<EvidenceWork>().Forecast(
            form.Actor, form.Id, new DisplacementQuestions(Answer("mobility"), Answer("nearby"), Answer("suppressing"), Answer("earlier")), form["because"], form.Cancel);
    }
}
