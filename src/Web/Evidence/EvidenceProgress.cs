// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Security;

namespace Schakel.Web.Evidence;

/// <summary><c>POST /schaalbeeld/stop</c> and <c>…/verder</c>, and the page in between: how far the evidence is.</summary>
internal static class EvidenceProgress
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(EvidenceEndpoints.Path + "/stop", Stop).FromThisSiteOnly().OpenToAll().DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost(EvidenceEndpoints.Path + "/verder", Resume).FromThisSiteOnly().OpenToAll().DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>The page for who waits, or for who finds that somebody stopped it.</summary>
    internal static RazorComponentResult<EvidenceWait> Page(IGround ground, AtlasQuestion question, Evidences evidences, TimeProvider clock, bool isStopped = false)
    {
        var run = evidences.RunOf(ground, question.Study);
        return new RazorComponentResult<EvidenceWait>(new
        {
            Ground = ground,
            Question = question,
            Run = run,
            Steps = run is null ? [] : evidences.StepsOf(run).ToArray(),
            Now = clock.GetUtcNow(),
            IsStopped = isStopped,
        })
        {
            StatusCode = isStopped ? StatusCodes.Status409Conflict : StatusCodes.Status202Accepted,
        };
    }

    private static Task<IResult> Stop(HttpContext http, CurrentGround current, Evidences evidences) =>
        Do(http, current, (ground, question) => evidences.Stop(ground, question, http.RequestAborted));

    private static Task<IResult> Resume(HttpContext http, CurrentGround current, Evidences evidences) =>
        Do(http, current, (ground, question) => evidences.Resume(ground, question, http.RequestAborted));

    // Whatever the address asks, the page that it leads back to says what is wrong with it.
    private static async Task<IResult> Do(HttpContext http, CurrentGround current, Func<IGround, Workspace.Studies.StudyQuestion, Task> act)
    {
        if (current.Ask().TryGet(out var ground, out _) && AtlasQuestion.Read(http.Request, ground).TryGet(out var question, out _))
            await act(ground, question.Study);
        return TypedResults.LocalRedirect(EvidenceEndpoints.Path + http.Request.QueryString, permanent: false, preserveMethod: false);
    }
}
