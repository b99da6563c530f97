// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Schakel.Web.Atlas;
using Schakel.Web.Errors;
using Schakel.Web.Security;
using Schakel.Web.Texts;

namespace Schakel.Web.Maps;

/// <summary><c>GET /tiles/{level}/{year}/{z}/{x}/{y}.mvt</c>: borders of one level, cut for one square of the map.</summary>
internal static class ServeTile
{
    private const string MediaType = "application/vnd.mapbox-vector-tile";
    private const int DeepestZoom = 22;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Describe(routes.MapGet("/tiles/{level}/{year:int}/{z:int}/{x:int}/{y:int}.mvt", (string level, int year, int z, int x, int y, HttpContext http, CurrentGround current, MapLayers layers) =>
            Handle(level, year, (z, x, y), VectorTile.Areas, http, current, layers)))
            .WithName("GetTile").WithSummary("Borders of one level as a Mapbox Vector Tile: layer 'areas' with code. Without figures.");
        Describe(routes.MapGet("/tiles/{level}/{year:int}/names/{z:int}/{x:int}/{y:int}.mvt", (string level, int year, int z, int x, int y, HttpContext http, CurrentGround current, MapLayers layers) =>
            Handle(level, year, (z, x, y), VectorTile.Names, http, current, layers)))
            .WithName("GetNamesTile").WithSummary("Names of one level as a Mapbox Vector Tile: layer 'labels' with code and name.");
        Describe(routes.MapGet("/tiles/ground/{z:int}/{x:int}/{y:int}.mvt", (int z, int x, int y, HttpContext http, CurrentGround current, MapLayers layers) => HandleGround((z, x, y), http, current, layers)))
            .WithName("GetGroundTile").WithSummary("Water, green, streets and rails as a Mapbox Vector Tile: layers 'surfaces' and 'lines' with kind.");
    }

    private static async Task<IResult> HandleGround((int Z, int X, int Y) at, HttpContext http, CurrentGround current, MapLayers layers)
    {
        var texts = AtlasQuestion.TextsOf(http.Request);
        if (IsOutside(at))
            return NoSuchTile(at, texts);
        if (!current.Ask().TryGet(out var ground, out var noGround))
            return Problems.From(noGround, texts);
        return Send(VectorTile.Ground(await layers.GetGround(ground), at.Z, at.X, at.Y), GroundLayer.MarkOf(ground), http);
    }

    private static bool IsOutside((int Z, int X, int Y) at) => at.Z is < 0 or > DeepestZoom || at.X < 0 || at.Y < 0 || at.X >= 1L << at.Z || at.Y >= 1L << at.Z;

    private static ProblemHttpResult NoSuchTile((int Z, int X, int Y) at, ScreenTexts texts) => Problems.Of(
        StatusCodes.Status400BadRequest, "no-such-tile", texts["error.400.heading"], $"There is no tile {at.Z}/{at.X}/{at.Y}: zoom runs from 0 to {DeepestZoom}, column and row from 0 to 2^zoom − 1.");

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route
        .WithTags("Map")
        .Produces(StatusCodes.Status200OK, contentType: MediaType)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        // Tiles are for the map of this site: their address is not part of /api/v1 and may change.
        .ExcludeFromDescription()
        .OpenToAll();

    private static async Task<IResult> Handle(
        string level, int year, (int Z, int X, int Y) at, Func<MapLayer, int, int, int, byte[]> draw, HttpContext http, CurrentGround current, MapLayers layers)
    {
        var (z, x, y) = at;
        var texts = AtlasQuestion.TextsOf(http.Request);
        if (IsOutside(at))
            return NoSuchTile(at, texts);
        if (!current.Ask().TryGet(out var ground, out var noGround))
            return Problems.From(noGround, texts);
        if (ground.Levels.All(known => known.Level.Id != level))
            return Problems.Of(StatusCodes.Status404NotFound, "no-such-level", texts["error.404.heading"], texts["bad.level", level]);

        // Layers are kept per year, so only years that mean something are made.
        if (!TileEdition.YearsOf(ground).Contains(year))
            return Problems.Of(StatusCodes.Status404NotFound, "no-such-tile", texts["error.404.heading"], $"There are no areas or figures of {year.ToString(CultureInfo.InvariantCulture)}.");

        if (!(await layers.Get(ground, level, year)).TryGet(out var layer, out var reason))
            return Problems.From(reason, texts);

        return Send(draw(layer, z, x, y), TileEdition.Of(ground, level, year).Mark, http);
    }

    private static IResult Send(byte[] tile, string mark, HttpContext http)
    {
        // The address names the borders (v=), so a tile never changes. A page from before an import may name borders that are no longer there.
        http.Response.Headers.CacheControl = http.Request.Query["v"] == mark ? "public, max-age=86400, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (tile.Length == 0)
            return TypedResults.NoContent();
        if (tile.Length < 1024 || !http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
            return TypedResults.Bytes(tile, MediaType);

        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(Compressed(tile), MediaType);
    }

    private static byte[] Compressed(byte[] tile)
    {
        using var compressed = new MemoryStream(tile.Length / 2);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(tile);
        return compressed.ToArray();
    }
}
