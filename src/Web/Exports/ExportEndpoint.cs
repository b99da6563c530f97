// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Api;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Security;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Exports;

/// <summary><c>GET /meenemen/{format}</c>: the figures of the screen as a file, with small counts withheld.</summary>
internal static class ExportEndpoint
{
    /// <summary>A whole country with one figure takes seconds; a large place with all figures may take longer than a page may.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/meenemen/{format}", Download).WithRequestTimeout(patience).OpenToAll().ExcludeFromDescription();

    private static IResult Download(string format, HttpContext http, CurrentGround current)
    {
        var texts = AtlasQuestion.TextsOf(http.Request);
        http.Response.Headers.CacheControl = "no-cache";
        if (!current.Ask().TryGet(out var ground, out var reason))
            return new RazorComponentResult<EmptyScreen>(new { Texts = texts, Reason = reason, Folder = current.Directory });
        if (!ExportQuestion.Read(http.Request, format, ground).TryGet(out var question, out reason))
            return reason.Code == AtlasQuestion.BadQuery ? ErrorPages.BadQuery(texts, reason) : NotPossible(reason);

        // Equal questions on one catalogue give equal bytes.
        var mark = Mark.Of(isWeak: false, ground.Fingerprint, $"{http.Request.Path}{http.Request.QueryString}");
        if (Mark.IsKnown(http.Request, mark))
            return Mark.Unchanged();
        if (!ground.Export(question.Request, http.RequestAborted).TryGet(out var content, out reason) || !ExportPackage.Make(content, question, http.RequestAborted).TryGet(out var package, out reason))
            return NotPossible(reason);
        return TypedResults.Stream(package.Content, package.MediaType, package.FileName, entityTag: mark);

        IResult NotPossible(Reason why) => new RazorComponentResult<ErrorScreen>(new { Texts = texts, Heading = texts["noAnswer.heading"], Lines = new[] { ReasonTexts.Of(why, texts.Language) } })
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }
}
