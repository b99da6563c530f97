// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Members;

namespace Schakel.Web.Opgaven;

/// <summary>A page of the work on its way out: kept by nobody, in the language of the reader, with the form on it that was refused.</summary>
internal sealed class WorkPage(HttpContext http, Tried? tried = null)
{
    internal ScreenTexts Texts { get; } = AtlasQuestion.TextsOf(http.Request);

    internal Actor Actor => http.RequestServices.GetRequiredService<CurrentUser>().Actor;

    internal CancellationToken Cancel => http.RequestAborted;

    internal T Work<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>What was read as a screen, or why it may not be read.</summary>
    /// <param name="outcome">What the screen shows.</param>
    /// <param name="parameters">Of the screen, beside <c>Texts</c> and <c>Tried</c>.</param>
    internal IResult Of<TScreen, T>(Outcome<T> outcome, Func<T, Dictionary<string, object?>> parameters)
        where TScreen : IComponent
        where T : notnull
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        if (!outcome.TryGet(out var shown, out var reason))
            return Refusals.Page(Texts, reason);

        var all = parameters(shown);
        (all["Texts"], all["Tried"]) = (Texts, tried);
        return new RazorComponentResult<TScreen>(all) { StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason) };
    }
}
