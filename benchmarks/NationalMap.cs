// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Tests.Adjacency;

namespace Schakel.Benchmarks;

/// <summary>The buurten of the Netherlands with a value of dwellings, or a made-up map of the same size where the shared data are absent.</summary>
/// <param name="Source">What was used, for the results.</param>
/// <param name="Ids">Code of each area.</param>
/// <param name="Boundaries">[m] borders of the areas.</param>
/// <param name="Values">[× 1,000 euro] mean value of dwellings.</param>
public sealed record NationalMap(string Source, string[] Ids, AreaBoundaries Boundaries, double[] Values)
{
    private const string Geography = "data/geo/nl_buurt_2024_benaderd.gpkg";
    private const string Figures = "data/kerncijfers/nl_kerncijfers_2024.csv";

    /// <summary>The map that is here.</summary>
    public static NationalMap Load()
    {
        var shared = FindShared();
        return shared is null ? Made() : Real(shared);
    }

    internal static string? FindShared()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        var shared = folder is null ? null : Path.Combine(folder.FullName, "..", "shared");
        return shared is not null && File.Exists(Path.Combine(shared, Geography)) && File.Exists(Path.Combine(shared, Figures)) ? shared : null;
    }

    private static NationalMap Real(string shared)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var lines = File.ReadAllLines(Path.Combine(shared, Figures));
        var column = Array.IndexOf(lines[0].Split(','), "wozWaarde");
        foreach (var line in lines.Skip(1))
        {
            // Names may hold quoted commas; codes and figures do not, so that cells count from the back.
            var cells = line.Split(',');
            var place = cells.Length - (lines[0].Split(',').Length - column);
            if (double.TryParse(cells[place], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                values[cells[0]] = value;
        }

        var map = GeoPackageBorders.Read(Path.Combine(shared, Geography), "buurt_2024", "bu_code");
        var kept = Enumerable.Range(0, map.Ids.Count).Where(area => values.ContainsKey(map.Ids[area])).ToArray();
        return new NationalMap(
            "national map of 2024", [.. kept.Select(area => map.Ids[area])], Pick(map.Boundaries, kept), [.. kept.Select(area => values[map.Ids[area]])]);
    }

    private static AreaBoundaries Pick(AreaBoundaries whole, int[] areas)
    {
        List<double> x = [], y = [];
        List<int> rings = [0], starts = [0];
        foreach (var area in areas)
        {
            for (var ring = whole.AreaStarts[area]; ring < whole.AreaStarts[area + 1]; ring++)
            {
                x.AddRange(whole.X[whole.RingStarts[ring]..whole.RingStarts[ring + 1]]);
                y.AddRange(whole.Y[whole.RingStarts[ring]..whole.RingStarts[ring + 1]]);
                rings.Add(x.Count);
            }

            starts.Add(rings.Count - 1);
        }

        return new AreaBoundaries([.. x], [.. y], [.. rings], [.. starts]);
    }

    /// <summary>Bricks in rows, every other row half a brick aside, so that most corners are T-junctions; values drift over the map.</summary>
    private static NationalMap Made()
    {
        const int rows = 113, columns = 113, steps = 5;
        List<double> x = [], y = [];
        List<int> rings = [0], starts = [0];
        var values = new double[rows * columns];
        var chance = new RandomSequence(2009);
        for (var area = 0; area < values.Length; area++)
        {
            var (row, column) = Math.DivRem(area, columns);
            var (left, low) = ((column * 1000.0) + (row % 2 * 500), row * 1000.0);
            for (var side = 0; side < 4; side++)
            {
                for (var step = 0; step < steps; step++)
                {
                    var along = 1000.0 * step / steps;
                    x.Add(left + (side switch { 0 => along, 1 => 1000, 2 => 1000 - along, _ => 0 }));
                    y.Add(low + (side switch { 0 => 0, 1 => along, 2 => 1000, _ => 1000 - along }));
                }
            }

            x.Add(left);
            y.Add(low);
            rings.Add(x.Count);
            starts.Add(rings.Count - 1);
            values[area] = Math.Round(300 + (100 * Math.Sin(row / 9.0) * Math.Cos(column / 7.0)) + (80 * chance.NextNormal()));
        }

        return new NationalMap(
            "made-up map", [.. Enumerable.Range(0, values.Length).Select(area => area.ToString("D5", CultureInfo.InvariantCulture))],
            new AreaBoundaries([.. x], [.. y], [.. rings], [.. starts]), values);
    }
}
