// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Evidence;
using Schakel.Web.Security;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Reports;

/// <summary><c>GET /schaalbeeld/verslag.html</c> and <c>….pdf</c>: the page as a file that a council can receive.</summary>
internal static class ReportEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EvidenceEndpoints.Path + "/verslag.html", GiveHtml).OpenToAll().ExcludeFromDescription();
        routes.MapGet(EvidenceEndpoints.Path + "/verslag.pdf", GivePdf).OpenToAll().ExcludeFromDescription();
    }

    private static async Task<IResult> GiveHtml(HttpContext http, CurrentGround current, Evidences evidences, Reports reports, TimeProvider clock)
    {
        var (view, otherwise) = await EvidenceEndpoints.Look(http, current, evidences, clock);
        if (view is null)
            return otherwise!;
        return (await reports.Html(view)).TryGet(out var html, out var reason)
            ? TypedResults.File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", ReportPage.NameOf(view, ".html"))
            : Refuse(view, reason);
    }

    private static async Task<IResult> GivePdf(HttpContext http, CurrentGround current, Evidences evidences, Reports reports, TimeProvider clock)
    {
        var (view, otherwise) = await EvidenceEndpoints.Look(http, current, evidences, clock);
        if (view is null)
            return otherwise!;
        return (await reports.Pdf(view).WaitAsync(http.RequestAborted)).TryGet(out var pdf, out var reason)
            ? TypedResults.File(pdf, "application/pdf", ReportPage.NameOf(view, ".pdf"))
            : Refuse(view, reason);
    }

    private static RazorComponentResult<ErrorScreen> Refuse(EvidenceView view, Reason reason) => new(new
    {
        view.Texts,
        Heading = view.Texts["report.notMade"],
        Lines = (string[])[ReasonTexts.Of(reason, view.Texts.Language), view.Texts["report.notMade.do"]],
    })
    {
        StatusCode = StatusCodes.Status503ServiceUnavailable,
    };
}
