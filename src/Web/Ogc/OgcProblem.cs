// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Analysis;
using Schakel.Web.Errors;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Ogc;

/// <summary>Refusals of this part of the site, for programs: what, where, and what would be right.</summary>
internal static class OgcProblem
{
    internal static IResult From(Reason reason, Language language)
    {
        var texts = ScreenTexts.In(language);
        return reason.Code == OgcQuery.Bad
            ? Problems.Of(StatusCodes.Status400BadRequest, reason.Code, texts["error.400.heading"], texts["ogc.bad", reason.Arguments[0], texts[$"ogc.right.{reason.Arguments[1]}", reason.Arguments[2]]])
            : Problems.From(reason, texts);
    }

    internal static IResult NoSuchCollection(string id, Language language) => NotFound("no-such-collection", "ogc.noCollection", id, language);

    internal static IResult NoSuchFeature(string id, Language language) => NotFound("no-such-feature", "ogc.noFeature", id, language);

    private static ProblemHttpResult NotFound(string code, string key, string id, Language language)
    {
        var texts = ScreenTexts.In(language);
        return Problems.Of(StatusCodes.Status404NotFound, code, texts["error.404.heading"], texts[key, id]);
    }
}
