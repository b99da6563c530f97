// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Evidence;
using Schakel.Web.Runs;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Api;

/// <summary><c>GET /api/v1/evidence</c> and <c>…/{key}</c>: the evidence of the page for programs.</summary>
public static class GetEvidence
{
    /// <summary>Under this time a program gets its answer at once; after it, the address of the run.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/evidence", Handle).WithName(nameof(GetEvidence)).WithTags("Evidence")
            .WithSummary("All evidence on a question: profile, reach, borders, composition, clusters, bespoke scale and years. 202 with the run when it is still being made.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503).OpenToAll();
        routes.MapGet("/api/v1/evidence/{key}", ByKey).WithName("GetEvidenceByKey").WithTags("Evidence")
            .WithSummary("The evidence of one key. It never changes, whatever figures come later.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(503).OpenToAll();
    }

    internal static async Task<Results<Ok<EvidenceAnswer>, Accepted<RunApi.Response>, ProblemHttpResult>> Handle(
        CurrentGround current, Evidences evidences, TimeProvider clock, CancellationToken cancel,
        [Description("Id of the figure, as in /api/v1/catalogue.")] string? indicator = null,
        [Description("Year; default the latest.")] int? year = null,
        [Description("Code of the area to look inside, or codes of one level with commas between them; default everything.")] string? within = null,
        [Description("Language of titles and reasons: nl or en.")] string? lang = null)
    {
        var texts = ScreenTexts.In(lang == "en" ? Language.English : Language.Dutch);
        if (!GetScalePicture.Read(current, indicator, year, within, lang).TryGet(out var asked, out var reason))
            return Problems.From(reason, texts);

        var making = evidences.Ask(asked.Ground, asked.Question).Outcome;
        if (await Task.WhenAny(making, Task.Delay(patience, clock, cancel)) != making)
        {
            return evidences.RunOf(asked.Ground, asked.Question) is { } run
                ? TypedResults.Accepted($"/api/v1/runs/{run.Key}", RunApi.Of(run, clock.GetUtcNow()))
                : Problems.From(new Reason(Pictures.TooBusy, "The evidence is not there yet. Ask again in a moment."), texts);
        }

        return (await making).TryGet(out var findings, out reason) ? TypedResults.Ok(EvidenceAnswer.Of(findings, texts)) : Refuse(reason, texts);
    }

    internal static async Task<Results<Ok<EvidenceAnswer>, ProblemHttpResult>> ByKey(
        [Description("Key of the evidence: 64 hex digits.")] string key, Evidences evidences, [Description("Language of titles and reasons: nl or en.")] string? lang = null)
    {
        var texts = ScreenTexts.In(lang == "en" ? Language.English : Language.Dutch);
        if (lang is not (null or "nl" or "en"))
            return Problems.From(AtlasQuestion.Bad("language", lang), texts);
        return (await evidences.Find(key)).TryGet(out var findings, out var reason) ? TypedResults.Ok(EvidenceAnswer.Of(findings, texts)) : Refuse(reason, texts);
    }

    private static ProblemHttpResult Refuse(Reason reason, ScreenTexts texts) => reason.Code switch
    {
        "no-such-evidence" or "evidence-not-done" => Problems.Of(StatusCodes.Status404NotFound, reason.Code, texts["error.404.heading"], ReasonTexts.Of(reason, texts.Language)),
        Evidences.Stopped => Problems.Of(StatusCodes.Status503ServiceUnavailable, reason.Code, texts["error.503.heading"], ReasonTexts.Of(reason, texts.Language)),
        _ => Problems.From(reason, texts),
    };
}
