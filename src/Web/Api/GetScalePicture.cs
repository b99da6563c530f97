// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Api;

/// <summary><c>GET /api/v1/scale-picture</c> and <c>…/areas</c>: the figures of the atlas for programs.</summary>
public static class GetScalePicture
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/scale-picture", Handle).WithName(nameof(GetScalePicture)).WithTags("Scale")
            .WithSummary("At which scales do the differences show? The same members as 'schakel profile --json'.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).OpenToAll();
        routes.MapGet("/api/v1/scale-picture/areas", HandleAreas).WithName("GetScalePictureAreas").WithTags("Scale")
            .WithSummary("The areas of one level with estimate and plausible range, by code. Squares of 100 m are never listed.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).OpenToAll();
    }

    internal static async Task<Results<Ok<ScalePictureAnswer>, ProblemHttpResult>> Handle(
        CurrentGround current, Pictures pictures,
        [Description("Id of the figure, as in /api/v1/catalogue.")] string? indicator = null,
        [Description("Year; default the latest.")] int? year = null,
        [Description("Code of the area to look inside; default everything.")] string? within = null,
        [Description("Language of titles and reasons: nl or en.")] string? lang = null)
    {
        var texts = ScreenTexts.In(lang == "en" ? Language.English : Language.Dutch);
        return (await Answer(current, pictures, indicator, year, within, lang)).TryGet(out var picture, out var reason)
            ? TypedResults.Ok(ScalePictureAnswer.Of(picture, texts))
            : Problems.From(reason, texts);
    }

    internal static async Task<Results<Ok<AreasAnswer>, ProblemHttpResult>> HandleAreas(
        CurrentGround current, Pictures pictures,
        HttpContext http,
        [Description("Level id, such as buurt or wijk.")] string level,
        [Description("Id of the figure, as in /api/v1/catalogue.")] string? indicator = null,
        [Description("Year; default the latest.")] int? year = null,
        [Description("Code of the area to look inside; default everything.")] string? within = null,
        [Description("Language of reasons: nl or en.")] string? lang = null,
        [Description("Most areas in one answer; default all. The header Link names the address of the rest."), Range(1, int.MaxValue)] int? limit = null,
        [Description("Only areas whose code comes after this one.")] string? after = null)
    {
        var texts = ScreenTexts.In(lang == "en" ? Language.English : Language.Dutch);
        if (limit < 1)
            return Problems.From(AtlasQuestion.Bad("limit", limit.Value.ToString(CultureInfo.InvariantCulture)), texts);
        if (!(await Answer(current, pictures, indicator, year, within, lang)).TryGet(out var picture, out var reason))
            return Problems.From(reason, texts);

        var listed = picture.Levels.Where(known => known.Level.Id != "cell").ToArray();
        if (listed.FirstOrDefault(known => known.Level.Id == level) is not { } found)
            return Problems.From(AtlasQuestion.Bad("level", level, string.Join(", ", listed.Select(known => known.Level.Id))), texts);

        var answer = AreasAnswer.Of(picture, found);
        var rest = answer.Areas.Where(area => after is null || string.CompareOrdinal(area.Id, after) > 0).ToArray();
        if (limit < rest.Length)
            http.Response.Headers.Link = $"<{Next(http.Request, rest[limit.Value - 1].Id)}>; rel=\"next\"";
        return TypedResults.Ok(answer with { Areas = limit < rest.Length ? rest[..limit.Value] : rest });
    }

    private static string Next(HttpRequest request, string after)
    {
        var query = request.Query.Where(pair => pair.Key != "after").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())).Append(KeyValuePair.Create("after", (string?)after));
        return QueryHelpers.AddQueryString($"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}", query);
    }

    private static async Task<Outcome<ScalePicture>> Answer(CurrentGround current, Pictures pictures, string? indicator, int? year, string? within, string? lang) =>
        Read(current, indicator, year, within, lang).TryGet(out var asked, out var reason) ? await pictures.Ask(asked.Ground, asked.Question).Outcome : reason;

    /// <summary>What an address asks, on the catalogue as it is now.</summary>
    internal static Outcome<AskedOfGround> Read(CurrentGround current, string? indicator, int? year, string? within, string? lang)
    {
        if (lang is not (null or "nl" or "en"))
            return AtlasQuestion.Bad("language", lang);
        if (!current.Ask().TryGet(out var ground, out var noGround))
            return noGround;

        var loaded = AtlasQuestion.Comparable(ground).ToArray();
        var found = loaded.FirstOrDefault(known => known.Id == indicator) ?? ground.Indicators.FirstOrDefault(known => known.Id == indicator);
        if (found is null)
            return AtlasQuestion.Bad("indicator", indicator ?? "", string.Join(", ", loaded.Select(known => known.Id)));
        if (within is not null && PlaceChoices.Find(ground, within) is null)
            return AtlasQuestion.Bad("place", within, PlaceChoices.Example(ground));

        var latest = found.Years.Count == 0 ? (int?)null : found.Years[^1];
        return new AskedOfGround(ground, new StudyQuestion(found.Id) { Year = year ?? latest, Within = within });
    }

    /// <summary>A question and what it is asked of.</summary>
    internal sealed record AskedOfGround(IGround Ground, StudyQuestion Question);
}
