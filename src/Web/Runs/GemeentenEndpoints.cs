// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.EachGemeente;
using Schakel.Workspace.Runs;

namespace Schakel.Web.Runs;

/// <summary><c>/gemeenten</c>: the same question in every gemeente that is loaded. It may take a while, so it shows how far it is and can be stopped.</summary>
internal static class GemeentenEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/gemeenten", Show).OpenToAll().ExcludeFromDescription();
        routes.MapPost("/gemeenten/stop", Stop).FromThisSiteOnly().OpenToAll().DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/gemeenten/opnieuw", Again).FromThisSiteOnly().OpenToAll().DisableAntiforgery().ExcludeFromDescription();
    }

    private static Task<IResult> Show(HttpContext http, CurrentGround current, IRuns runs, AskedRuns asked, TimeProvider clock, CancellationToken cancel) =>
        Answer(http, current, again: false, runs, asked, clock, cancel);

    private static async Task<IResult> Stop(HttpContext http, CurrentGround current, IRuns runs, AskedRuns asked, TimeProvider clock, CancellationToken cancel)
    {
        if (!Read(http, current).TryGet(out var question, out _))
            return await Answer(http, current, again: false, runs, asked, clock, cancel);
        // Asking gives the key; a run that has ended stays as it is.
        if ((await asked.Ask(question.Ground, GemeenteProfilesWork.Name, question.Request, again: false, cancel)).TryGet(out var run, out _))
            await runs.Cancel(run.Key, cancel);
        return TypedResults.LocalRedirect(question.Url, permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> Again(HttpContext http, CurrentGround current, IRuns runs, AskedRuns asked, TimeProvider clock, CancellationToken cancel)
    {
        if (!Read(http, current).TryGet(out var question, out _))
            return await Answer(http, current, again: false, runs, asked, clock, cancel);
        await asked.Ask(question.Ground, GemeenteProfilesWork.Name, question.Request, again: true, cancel);
        return TypedResults.LocalRedirect(question.Url, permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> Answer(HttpContext http, CurrentGround current, bool again, IRuns runs, AskedRuns asked, TimeProvider clock, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var texts = AtlasQuestion.TextsOf(http.Request);
        if (!current.Ask().TryGet(out var ground, out var reason))
            return new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = reason, Folder = current.Directory });
        if (!Read(http, current).TryGet(out var question, out reason))
            return reason.Code == AtlasQuestion.BadQuery ? ErrorPages.BadQuery(texts, reason) : new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = reason, Folder = current.Directory });

        if (!(await asked.Ask(question.Ground, GemeenteProfilesWork.Name, question.Request, again, cancel)).TryGet(out var run, out reason))
            return reason.Code == Pictures.TooBusy
                ? TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable)
                : Screen(StatusCodes.Status422UnprocessableEntity, null, null, reason);

        return run.State == RunState.Done
            ? Screen(StatusCodes.Status200OK, run, GemeenteProfilesWork.Read(runs.Result(run.Key)!), null)
            : Screen(run.HasEnded ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, run, null, run.Why);

        RazorComponentResult<GemeentenScreen> Screen(int status, Run? run, GemeenteProfiles? profiles, Reason? why) =>
            new(new { Texts = texts, Ground = ground, Question = question, Run = run, Profiles = profiles, Why = why, Now = clock.GetUtcNow() }) { StatusCode = status };
    }

    private static Outcome<GemeentenQuestion> Read(HttpContext http, CurrentGround current)
    {
        if (!current.Ask().TryGet(out var ground, out var reason))
            return reason;
        var loaded = AtlasQuestion.Comparable(ground).ToArray();
        if (loaded.Length == 0)
            return new Reason("no-indicators", "The catalogue holds no figures that can be compared.");

        var wanted = http.Request.Query["cijfer"].ToString();
        var indicator = wanted.Length == 0 ? loaded[0] : loaded.FirstOrDefault(known => known.Id == wanted);
        if (indicator is null)
            return AtlasQuestion.Bad("indicator", wanted, string.Join(", ", loaded.Take(8).Select(known => known.Id)));
        var wantedYear = http.Request.Query["jaar"].ToString();
        if (wantedYear.Length == 0)
            return new GemeentenQuestion(AtlasQuestion.TextsOf(http.Request), ground.Fingerprint, indicator, indicator.Years[^1]);
        return int.TryParse(wantedYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && indicator.Years.Contains(year)
            ? new GemeentenQuestion(AtlasQuestion.TextsOf(http.Request), ground.Fingerprint, indicator, year)
            : AtlasQuestion.Bad("year", wantedYear, string.Join(", ", indicator.Years));
    }
}

/// <summary>What the address asks.</summary>
/// <param name="Texts">Language.</param>
/// <param name="Ground">Fingerprint of the figures.</param>
/// <param name="Indicator">The figure.</param>
/// <param name="Year">Its year.</param>
public sealed record GemeentenQuestion(ScreenTexts Texts, string Ground, Catalogue.Indicators.Indicator Indicator, int Year)
{
    internal string Request => GemeenteProfilesWork.Request(Indicator.Id, Year);

    internal string Url => At("/gemeenten");

    internal string At(string path) => new AtlasAddress(Texts) { Indicator = Indicator.Id, Year = Year }.At(path);
}
