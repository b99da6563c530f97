// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Web.WorkApi;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Errors;

/// <summary>What went wrong, in words: a page for people, problem+json for programs.</summary>
internal static class ErrorPages
{
    /// <summary>Gives every answer without a body, and every exception, its words.</summary>
    internal static void UseErrorPages(this IApplicationBuilder app)
    {
        Trouble.UseRetryAfter(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = http => Show(http, Trouble.Of(http.Features.Get<IExceptionHandlerFeature>()?.Error)),
        });
        app.UseStatusCodePages(context => Show(context.HttpContext, Trouble.Of(context.HttpContext.Response.StatusCode)));
    }

    /// <summary>A page that is not there is an endpoint too: otherwise deny-by-default would answer 403 to a typing error.</summary>
    internal static void MapNotFound(this IEndpointRouteBuilder routes) =>
        routes.MapFallback("{**path}", (HttpContext http) =>
        {
            var offered = OfferedMethods.At(http);
            if (offered.Length == 0 && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
                return TypedResults.StatusCode(StatusCodes.Status404NotFound);

            // Programs send JSON; what is of another kind finds no address that takes it.
            if (http.Request.Path.StartsWithSegments(WorkRoutes.Root) && http.Request.ContentType is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
                && (offered.Length == 0 || offered.Split(", ").Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase)))
                return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

            // Elsewhere than in the API nothing can be written to.
            http.Response.Headers.Allow = offered.Length == 0 ? "GET, HEAD" : offered;
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }).OpenToAll().ExcludeFromDescription();

    internal static RazorComponentResult<ErrorScreen> BadQuery(ScreenTexts texts, Reason reason) =>
        new(new { Texts = texts, Heading = texts["error.400.heading"], Lines = LinesOf(texts, reason) }) { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>What is wrong and what would be right, from the arguments of a <c>bad-query</c>.</summary>
    internal static string[] LinesOf(ScreenTexts texts, Reason reason)
    {
        var parameter = (string)reason.Arguments[0];
        return
        [
            texts[$"bad.{parameter}", reason.Arguments[1]],
            texts[$"bad.{parameter}.right", reason.Arguments.Count > 2 ? reason.Arguments[2] : ""],
            texts["error.400.unchanged"],
        ];
    }

    private static async Task Show(HttpContext http, Trouble trouble)
    {
        var number = trouble.Status >= 500 ? Activity.Current?.TraceId.ToHexString()[..12] ?? http.TraceIdentifier : null;
        var texts = AtlasQuestion.TextsOf(http.Request);
        var heading = texts[$"error.{trouble.Words}.heading"];
        var text = trouble.Words == "400" ? texts["error.400.unchanged"] : texts[$"error.{trouble.Words}.text"];

        if (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/ogc") || http.Request.Path.StartsWithSegments("/tiles"))
        {
            // Who gave a key thinks to be somebody: that it is none says more than "sign in".
            var (code, words) = trouble.Status == StatusCodes.Status401Unauthorized && KeyAuthentication.IsGiven(http.Request)
                ? ("key-not-valid", ReasonTexts.Of(new Reason("key-not-valid", "This key does not exist (any more): it ended, was taken back, or was never made."), texts.Language)) : (trouble.Code, text);
            await Problems.Of(trouble.Status, code, heading, words, number).ExecuteAsync(http);
            return;
        }

        var kept = trouble.Status is StatusCodes.Status429TooManyRequests or >= 500 ? await KeptForm.Of(http) : null;
        await new RazorComponentResult<ErrorScreen>(new { Texts = texts, Heading = heading, Lines = new[] { text }, Number = number, Kept = kept }) { StatusCode = trouble.Status }.ExecuteAsync(http);
    }
}
