// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Catalogue.Indicators;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Security;
using Schakel.Web.Texts;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Api;

/// <summary><c>GET /api/v1/catalogue</c>: what is loaded.</summary>
public static class GetCatalogue
{
    /// <summary>Levels finest first, indicators by id, files by path.</summary>
    public sealed record Response(string Fingerprint, IReadOnlyList<LevelAnswer> Levels, IReadOnlyList<IndicatorAnswer> Indicators, IReadOnlyList<FileAnswer> Files);

    public sealed record LevelAnswer(string Level, int Areas, IReadOnlyList<int> Years);

    public sealed record IndicatorAnswer(
        string Id, string TitleNl, string TitleEn, string Unit, IndicatorKind Kind, string? Denominator, IReadOnlyList<int> Years,
        IReadOnlyDictionary<string, int> Values, string Source, string Licence);

    public sealed record FileAnswer(string Name, string Title, int Rows, IReadOnlyList<int> Years, string Sha256, string Licence, string Attribution);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/catalogue", Handle).WithName(nameof(GetCatalogue)).WithTags("Catalogue")
        .WithSummary("What is loaded: levels, figures with source and licence, files.")
        .ProducesProblem(404).OpenToAll();

    internal static Results<Ok<Response>, ProblemHttpResult> Handle(CurrentGround current)
    {
        if (!current.Ask().TryGet(out var ground, out var reason))
            return Problems.From(reason, ScreenTexts.In(Language.Dutch));

        return TypedResults.Ok(new Response(
            ground.Fingerprint,
            [.. ground.Levels.Select(level => new LevelAnswer(level.Level.Id, level.Areas, level.Years))],
            [.. ground.Indicators.Select(known => new IndicatorAnswer(known.Id, known.TitleNl, known.TitleEn, known.Unit, known.Kind, known.Denominator,
                known.Years, known.Values, known.Source, known.Licence))],
            [.. ground.Datasets.Select(file => new FileAnswer(Path.GetFileName(file.Path), file.Title, file.Rows, file.Years, file.Sha256, file.Licence, file.Attribution))]));
    }
}
