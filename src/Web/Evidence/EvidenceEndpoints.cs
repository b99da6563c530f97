// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Api;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Security;

namespace Schakel.Web.Evidence;

/// <summary><c>GET /schaalbeeld</c>: the evidence on one question, and the parts of it that change while somebody tries something out.</summary>
internal static class EvidenceEndpoints
{
    internal const string Path = "/schaalbeeld";

    /// <summary>Under this time nobody needs to be told that we are busy.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        EvidenceProgress.Map(routes);
        routes.MapGet(Path, Show).OpenToAll().ExcludeFromDescription();
        routes.MapGet(Path + "/naast", CompareEvidence.Show).OpenToAll().ExcludeFromDescription();
        routes.MapGet(Path + "/bereik", (HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock) =>
            ShowPart(http, current, evidences, clock, view => new RazorComponentResult<ReachSection>(new { View = view, IsPart = true }))).OpenToAll().ExcludeFromDescription();
        routes.MapGet(Path + "/grenzen", (HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock) =>
            ShowPart(http, current, evidences, clock, view => new RazorComponentResult<BordersSection>(new { View = view }))).OpenToAll().ExcludeFromDescription();
        routes.MapGet(Path + "/keuze", (HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock) =>
            ShowPart(http, current, evidences, clock, view => new RazorComponentResult<PickedPart>(new { View = view }))).OpenToAll().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var (view, otherwise) = await Look(http, current, evidences, clock);
        if (view is null)
            return otherwise!;
        return IsKnown(http, view) ? Mark.Unchanged() : new RazorComponentResult<EvidenceScreen>(new { View = view });
    }

    private static async Task<IResult> ShowPart(HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock, Func<EvidenceView, IResult> part)
    {
        var (view, otherwise) = await Look(http, current, evidences, clock);
        if (view is null)
            return otherwise!;
        return IsKnown(http, view) ? Mark.Unchanged() : part(view);
    }

    /// <summary>The view that the address asks, or the page that says why there is none.</summary>
    internal static Task<(EvidenceView? View, IResult? Otherwise)> Look(HttpContext http, CurrentGround current, Evidences evidences, TimeProvider clock) =>
        Look(http.Request, current, evidences, clock, http.RequestAborted);

    internal static async Task<(EvidenceView? View, IResult? Otherwise)> Look(HttpRequest request, CurrentGround current, Evidences evidences, TimeProvider clock, CancellationToken cancel)
    {
        var texts = AtlasQuestion.TextsOf(request);
        if (!current.Ask().TryGet(out var ground, out var noGround))
            return (null, new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = noGround, Folder = current.Directory }));
        if (!AtlasQuestion.Read(request, ground).TryGet(out var question, out var notUnderstood))
        {
            return (null, notUnderstood.Code == AtlasQuestion.BadQuery
                ? ErrorPages.BadQuery(texts, notUnderstood)
                : new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = notUnderstood, Folder = current.Directory }));
        }

        if (!Trial.Read(request).TryGet(out var trial, out var noTrial))
            return (null, ErrorPages.BadQuery(texts, noTrial));
        if (!Marking.Read(request, ground).TryGet(out var marking, out var noMarking))
            return (null, ErrorPages.BadQuery(texts, noMarking));

        var making = evidences.Ask(ground, question.Study);
        if (await Task.WhenAny(making.Outcome, Task.Delay(patience, clock, cancel)) != making.Outcome)
            return (null, EvidenceProgress.Page(ground, question, evidences, clock));

        if ((await making.Outcome).TryGet(out var findings, out var reason))
        {
            if ((await evidences.Try(findings, trial)).TryGet(out var tried, out var busy))
                return (new EvidenceView(ground, question, findings, trial, tried, marking), null);
            reason = busy;
        }

        if (reason.Code == Evidences.Stopped)
            return (null, EvidenceProgress.Page(ground, question, evidences, clock, isStopped: true));
        return reason.Code == Pictures.TooBusy
            ? (null, TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable))
            : (null, new RazorComponentResult<NoAnswerScreen>(new { Ground = ground, Question = question, Reason = reason }) { StatusCode = StatusCodes.Status422UnprocessableEntity });
    }

    /// <summary>The key names all figures; the address names what is shown of them.</summary>
    private static bool IsKnown(HttpContext http, EvidenceView view) => Mark.PutAndIsKnown(http, view.Findings.Key, $"{http.Request.Path}{http.Request.QueryString}");
}
