// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Errors;

/// <summary>Refusals for programs: RFC 9457 problem documents with <c>/problems/…</c> as type.</summary>
internal static class Problems
{
    internal static ProblemHttpResult Of(int status, string code, string title, string detail, string? number = null) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"/problems/{code}",
            extensions: number is null ? null : new Dictionary<string, object?> { ["number"] = number });

    /// <summary>A reason as a problem: 400 when the question is wrong, 404 when there is nothing to ask, 422 when the data cannot answer.</summary>
    internal static ProblemHttpResult From(Reason reason, ScreenTexts texts) => reason.Code switch
    {
        AtlasQuestion.BadQuery => Of(StatusCodes.Status400BadRequest, reason.Code, texts["error.400.heading"], string.Join(' ', ErrorPages.LinesOf(texts, reason))),
        "no-catalogue" or "no-indicators" => Of(StatusCodes.Status404NotFound, reason.Code, texts["empty.heading"], ReasonTexts.Of(reason, texts.Language)),
        Pictures.TooBusy => Of(StatusCodes.Status503ServiceUnavailable, reason.Code, texts["error.503.heading"], texts["error.503.text"]),
        "catalogue-other-version" => Of(StatusCodes.Status503ServiceUnavailable, reason.Code, texts["empty.otherVersion"], ReasonTexts.Of(reason, texts.Language)),
        "catalogue-damaged" => Of(StatusCodes.Status503ServiceUnavailable, reason.Code, texts["empty.damaged"], ReasonTexts.Of(reason, texts.Language)),
        _ => Of(StatusCodes.Status422UnprocessableEntity, reason.Code, texts["noAnswer.heading"], ReasonTexts.Of(reason, texts.Language)),
    };
}
