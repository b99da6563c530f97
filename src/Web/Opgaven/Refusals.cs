// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Errors;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Opgaven;

/// <summary>A refusal of the workspace as an answer: its status, and a page when there is none to come back to.</summary>
internal static class Refusals
{
    internal static int StatusOf(Reason reason) => reason switch
    {
        Workspace.Storage.Conflict => StatusCodes.Status409Conflict,
        { Code: "no-such-item" } => StatusCodes.Status404NotFound,
        { Code: "not-allowed" or "reflection-of-another" } => StatusCodes.Status403Forbidden,
        // Not a "no" but a "not now"; the page comes back with what was typed.
        { Code: "workspace-busy" } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    internal static RazorComponentResult<ErrorScreen> Page(ScreenTexts texts, Reason reason)
    {
        var status = StatusOf(reason);
        var heading = status switch
        {
            StatusCodes.Status404NotFound => texts["error.404.heading"],
            StatusCodes.Status403Forbidden => texts["error.403.heading"],
            _ => texts["work.refused"],
        };
        return new RazorComponentResult<ErrorScreen>(new { Texts = texts, Heading = heading, Lines = new[] { ReasonTexts.Of(reason, texts.Language) } }) { StatusCode = status };
    }
}
