// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Schakel.Analysis;
using Schakel.Web.Api;
using Schakel.Web.Errors;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.EachGemeente;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Runs;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Runs;

/// <summary><c>/api/v1/runs</c>: ask for long work, look how it goes, fetch the result, stop it.</summary>
public static class RunApi
{
    /// <summary>What is asked.</summary>
    /// <param name="Kind">Kind of work: <c>gemeente-profiles</c> or <c>evidence</c>.</param>
    /// <param name="Indicator">Id of a figure.</param>
    /// <param name="Year">Its year; default the newest.</param>
    /// <param name="Within">Code of the area to look inside; with <c>evidence</c> alone.</param>
    public sealed record Request([property: Required, Description("Kind of work: gemeente-profiles or evidence.")] string Kind, [property: Required, Description("Id of a figure, as in /api/v1/catalogue.")] string Indicator, [property: Description("Its year; default the newest.")] int? Year = null,
        [property: Description("Code of the area to look inside; with evidence alone. Default everything.")] string? Within = null);

    /// <summary>A run: state, and how far it is.</summary>
    public sealed record Response(string Key, string Kind, RunState State, int Done, int Shards, double? SecondsLeft, DateTimeOffset AskedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string? Code, string? Why, string? Result);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("").WithTags("Runs").OpenToAll().SayVersion();
        runs.MapPost("/api/v1/runs", Ask).WithName("AskRun").WithSummary("Asks for long work. Asking twice is asking once.")
            .ProducesProblem(400).ProducesProblem(422).ProducesProblem(503);
        runs.MapGet("/api/v1/runs/{key}", Find).WithName("GetRun").WithSummary("How far a run is.").ProducesProblem(400).ProducesProblem(404);
        runs.MapGet("/api/v1/runs/{key}/result", Result).WithName("GetRunResult").WithSummary("The result of a run that is done; it never changes.")
            .Produces(200, contentType: "application/json").ProducesProblem(400).ProducesProblem(404);
        runs.MapDelete("/api/v1/runs/{key}", Stop).WithName("StopRun").WithSummary("Stops a run; what was computed is kept for a next time.").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Results<Accepted<Response>, Ok<Response>, ProblemHttpResult>> Ask(Request request, IRuns runs, TimeProvider clock, CancellationToken cancel)
    {
        // Members that are absent come as null, whatever their type says.
        if (string.IsNullOrWhiteSpace(request.Kind) || string.IsNullOrWhiteSpace(request.Indicator))
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-request", ScreenTexts.In(Language.Dutch)["error.400.heading"], ScreenTexts.In(Language.Dutch)["runs.ask"]);
        if (!(await runs.Ask(request.Kind, Asked(request), again: true, cancel)).TryGet(out var run, out var reason))
            return Refusal(reason);
        var answer = Of(run, clock.GetUtcNow());
        return run.State == RunState.Done ? TypedResults.Ok(answer) : TypedResults.Accepted($"/api/v1/runs/{run.Key}", answer);
    }

    private static Results<Ok<Response>, ProblemHttpResult> Find([Description("Key of the run.")] string key, IRuns runs, TimeProvider clock) =>
        runs.Find(key).TryGet(out var run, out var reason) ? TypedResults.Ok(Of(run, clock.GetUtcNow())) : Refusal(reason);

    private static IResult Result([Description("Key of the run.")] string key, HttpContext http, IRuns runs)
    {
        if (!runs.Find(key).TryGet(out var run, out var reason))
            return Refusal(reason);
        if (runs.Result(run.Key) is not { } result)
            return Refusal(new Reason("run-not-done", $"The run is {run.State}; there is no result yet."));
        // What is stored of evidence holds more than may be shown; what may be shown has its own address.
        if (run.Kind == EvidenceRun.Name)
            return TypedResults.LocalRedirect($"/api/v1/evidence/{run.Key}", permanent: false, preserveMethod: true);
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(result, "application/json", entityTag: new EntityTagHeaderValue($"\"{run.Key}\""));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Stop([Description("Key of the run.")] string key, IRuns runs, TimeProvider clock, CancellationToken cancel) =>
        (await runs.Cancel(key, cancel)).TryGet(out var run, out var reason) ? TypedResults.Ok(Of(run, clock.GetUtcNow())) : Refusal(reason);

    internal static Response Of(Run run, DateTimeOffset now) => new(
        run.Key, run.Kind, run.State, run.Parts, run.Plan.Shards, run.Remaining(now)?.TotalSeconds, run.AskedAt, run.StartedAt, run.EndedAt,
        run.Why?.Code, run.Why is { } why ? ReasonTexts.Of(why, Language.Dutch) : null, run.State != RunState.Done ? null : run.Kind == EvidenceRun.Name ? $"/api/v1/evidence/{run.Key}" : $"/api/v1/runs/{run.Key}/result");

    private static string Asked(Request request) => request.Kind == EvidenceRun.Name
        ? EvidenceRun.Request(new StudyQuestion(request.Indicator) { Year = request.Year, Within = request.Within })
        : GemeenteProfilesWork.Request(request.Indicator, request.Year);

    private static ProblemHttpResult Refusal(Reason reason)
    {
        var texts = ScreenTexts.In(Language.Dutch);
        return reason.Code is "no-such-run" or "run-not-done"
            ? Problems.Of(StatusCodes.Status404NotFound, reason.Code, texts["error.404.heading"], ReasonTexts.Of(reason, Language.Dutch))
            : reason.Code == "runs-off" ? Problems.Of(StatusCodes.Status503ServiceUnavailable, reason.Code, texts["error.503.heading"], ReasonTexts.Of(reason, Language.Dutch))
            : Problems.From(reason, texts);
    }
}
