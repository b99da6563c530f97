// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Atlas;

namespace Schakel.Web.Maps;

/// <summary>The layers that were drawn lately, each made once however many tiles ask for it together.</summary>
internal sealed class MapLayers
{
    /// <summary>Points kept in memory, 16 bytes each: room for the country in a few vintages.</summary>
    private const long MostPoints = 8_000_000;

    private readonly Lock access = new();
    private readonly Dictionary<(string Level, string Mark), Task<Outcome<MapLayer>>> layers = [];
    private readonly LinkedList<(string Level, string Mark)> latestFirst = new();

    private (string Fingerprint, Task<GroundLayer> Made)? ground;

    /// <summary>The ground of the catalogue that is served now.</summary>
    internal Task<GroundLayer> GetGround(IGround current)
    {
        lock (access)
        {
            if (ground is not { } known || known.Fingerprint != current.Fingerprint || known.Made.IsFaulted)
                ground = known = (current.Fingerprint, Task.Run(() => GroundLayer.Of(current)));
            return known.Made;
        }
    }

    internal Task<Outcome<MapLayer>> Get(IGround ground, string level, int year)
    {
        var key = (level, TileEdition.Of(ground, level, year).Mark);
        lock (access)
        {
            latestFirst.Remove(key);
            latestFirst.AddFirst(key);
            if (layers.TryGetValue(key, out var known) && !known.IsFaulted)
                return known;

            ForgetOldest();
            return layers[key] = Task.Run(() => ground.Areas(level, year).TryGet(out var areas, out var reason)
                ? new Outcome<MapLayer>(MapLayer.Of(areas, DrawnBoundaries.Of(ground, areas)))
                : new Outcome<MapLayer>(reason));
        }
    }

    /// <summary>Begins with the layers of a picture while its page travels to the reader, so that the first tile need not wait.</summary>
    internal void Prepare(IGround ground, Workspace.Studies.ScalePicture picture)
    {
        foreach (var level in picture.Levels)
            _ = Get(ground, level.Level.Id, picture.Year);
    }

    private void ForgetOldest()
    {
        while (latestFirst.Count > 1 && layers.Values.Sum(PointsOf) > MostPoints)
        {
            layers.Remove(latestFirst.Last!.Value);
            latestFirst.RemoveLast();
        }
    }

    private static long PointsOf(Task<Outcome<MapLayer>> made) =>
#pragma warning disable RS0030 // The task has completed: nothing is waited for.
        made.IsCompletedSuccessfully && made.Result.TryGet(out var layer, out _) ? layer.Points : 0;
#pragma warning restore RS0030
}
