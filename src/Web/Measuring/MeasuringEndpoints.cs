// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Security;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;

namespace Schakel.Web.Measuring;

/// <summary><c>/opgaven/{id}/meetplan</c> and <c>/waterbed</c>: what will be compared, and what came of it.</summary>
internal static class MeasuringEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opgaven/{id:guid}/meetplan", (HttpContext http, Guid id) => Page(http, id, null)).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/meetplan", (HttpContext http, IFormCollection fields, CurrentGround ground, OpgaveChanges changes) =>
            Send(http, fields, changes, "meetplan", form => PlanForms.Write(form, ground))).Needs(WorkAction.DraftPlan).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/meetplan/bevestigen", (HttpContext http, IFormCollection fields, OpgaveChanges changes) =>
            Send(http, fields, changes, "meetplan/bevestigen", PlanForms.Confirm)).Needs(WorkAction.DraftPlan).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/meetplan/wijzigen", (HttpContext http, IFormCollection fields, CurrentGround ground, OpgaveChanges changes) =>
            Send(http, fields, changes, "meetplan/wijzigen", form => PlanForms.Amend(form, ground))).Needs(WorkAction.DraftPlan).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/meetplan/cijfers", Measure).Needs(WorkAction.Measure).ExcludeFromDescription();
        routes.MapGet("/waterbed", List).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapGet("/waterbed/{meting:guid}", Show).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
    }

    private static async Task<IResult> Send(HttpContext http, IFormCollection fields, OpgaveChanges changes, string deed, Func<SentForm, Task<Outcome<MeasuringPlan>>> work)
    {
        var form = new SentForm(http, fields);
        if (!(await work(form)).TryGet(out var plan, out var reason))
            return await Page(http, form.Id, form.Tried(deed, reason));

        changes.Tell(form.Id, "meetplan");
        return TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{form.Id}/meetplan?plan={plan.Id}") + "#stand");
    }

    private static async Task<IResult> Measure(HttpContext http, IFormCollection fields, CurrentGround ground, OpgaveChanges changes)
    {
        var form = new SentForm(http, fields);
        if (!(await PlanForms.Measure(form, ground)).TryGet(out var measurement, out var reason))
            return await Page(http, form.Id, form.Tried("meetplan/cijfers", reason));

        changes.Tell(form.Id, "meetplan");
        return TypedResults.LocalRedirect(Work.At(form.Texts, $"/waterbed/{measurement.Id}"));
    }

    private static async Task<IResult> Page(HttpContext http, Guid id, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var (reading, user) = (http.RequestServices.GetRequiredService<PlanReading>(), http.RequestServices.GetRequiredService<CurrentUser>());
        if (!(await reading.Of(user.Actor, id, http.RequestAborted)).TryGet(out var file, out var reason))
            return Refusals.Page(texts, reason);

        var asked = tried?.Values.GetValueOrDefault("plan") ?? http.Request.Query["plan"].ToString();
        var isNew = http.Request.Query["nieuw"] == "1" || (tried is { Deed: "meetplan" } && asked.Length == 0);
        var plan = isNew ? null : file.Plans.FirstOrDefault(plan => plan.Id.ToString() == asked) ?? (file.Plans.Count > 0 ? file.Plans[^1] : null);
        return Answer(View(http, texts, file, plan, plan is null ? null : file.By(plan).LastOrDefault(), tried), tried);
    }

    private static async Task<IResult> Show(HttpContext http, Guid meting)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        var (reading, user) = (http.RequestServices.GetRequiredService<PlanReading>(), http.RequestServices.GetRequiredService<CurrentUser>());
        if (!(await reading.OfMeasurement(user.Actor, meting, http.RequestAborted)).TryGet(out var file, out var reason))
            return Refusals.Page(texts, reason);

        var measurement = file.Measurements.Single(known => known.Id == meting);
        return new RazorComponentResult<MeasurementScreen>(new { View = View(http, texts, file, file.Plans.Single(plan => plan.Id == measurement.PlanId), measurement, null) });
    }

    private static async Task<IResult> List(HttpContext http, CurrentUser user, CurrentGround current, PlanReading reading, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var texts = AtlasQuestion.TextsOf(http.Request);
        return (await reading.All(user.Actor, cancel)).TryGet(out var entries, out var reason)
            ? new RazorComponentResult<WaterbedScreen>(new { Texts = texts, Entries = entries, Ground = current.Ask().TryGet(out var ground, out _) ? ground : null })
            : Refusals.Page(texts, reason);
    }

    private static PlanView View(HttpContext http, Texts.ScreenTexts texts, PlanFile file, MeasuringPlan? plan, Measurement? measurement, Tried? tried)
    {
        var ground = http.RequestServices.GetRequiredService<CurrentGround>().Ask().TryGet(out var found, out _) ? found : null;
        var asked = tried?.Values.GetValueOrDefault("niveau") ?? http.Request.Query["niveau"].ToString();
        var known = ground?.Levels.Select(summary => summary.Level.Id).ToList() ?? [];
        // The level of what the plan names; else the finest that has names.
        var level = known.Contains(asked) ? asked
            : plan is not null && ground is not null && new ZoneCounting(ground).LevelOf(plan.Areas.Treated[0]) is { } planned ? planned
            : known.Contains("buurt") ? "buurt" : known.FirstOrDefault() ?? "buurt";
        return new PlanView(texts, file, plan, measurement, ground, level, tried);
    }

    private static RazorComponentResult<PlanScreen> Answer(PlanView view, Tried? tried) =>
        new(new { View = view }) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) };
}
