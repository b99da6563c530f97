// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Adjacency;

namespace Schakel.Analysis.Tests.Adjacency;

/// <summary>Real borders, which stay outside the repository.</summary>
public sealed class RealMapTests
{
    [Fact]
    public void Groningen_has_the_neighbours_that_spdep_finds()
    {
        var map = Read("groningen_2017.gpkg", "buurt_2017", "BU_CODE");
        var worked = WorkedCase.Read("contiguity", "groningen-2017");

        var queen = Contiguity.Queen(map.Boundaries);

        Assert.Equal(worked.Input.GetProperty("ids").EnumerateArray().Select(id => id.GetString()), map.Ids);
        Assert.Equal(Graphs.Of(worked.Expected.GetProperty("queen")).Lists(), queen.Lists());
        Assert.Equal(worked.Expected.GetProperty("queenLinks").GetInt32(), queen.EdgeCount);
        Assert.Equal(worked.Expected.GetProperty("rookLinks").GetInt32(), Contiguity.Rook(map.Boundaries).EdgeCount);
        Assert.Equal(worked.Expected.GetProperty("components").GetInt32(), queen.Components().Count);
        Assert.Empty(queen.Islands());
    }

    [Theory]
    [InlineData("nl_buurt_2024_benaderd.gpkg", "buurt_2024", "bu_code", 400, 0.001)]
    [InlineData("nl_buurt_2024_benaderd.gpkg", "buurt_2024", "bu_code", 300, 40)]
    [InlineData("groningen_2017.gpkg", "vierkant_100m_2014", "C28992R100", 400, 0.001)]
    [InlineData("haaglanden_zonder_denhaag_wijk.gpkg", "wijk", "wk_code", 8, 15)]
    public void Every_pair_of_edges_compared_by_brute_force_gives_the_same_graph(string file, string layer, string id, int areas, double tolerance)
    {
        var boundaries = Part(Read(file, layer, id).Boundaries, areas);

        Assert.Equal(BruteForce.Queen(boundaries, tolerance), Contiguity.Queen(boundaries, tolerance).Lists());
    }

    [Fact]
    public void The_country_has_the_neighbours_islands_and_parts_that_the_makers_of_the_map_counted_on_any_number_of_cores()
    {
        var boundaries = Read("nl_buurt_2024_benaderd.gpkg", "buurt_2024", "bu_code").Boundaries;

        var queen = Contiguity.Queen(boundaries, threads: 1);

        Assert.Equal(2 * 42_608, queen.EdgeCount);
        Assert.Equal(4, queen.Islands().Length);
        Assert.Equal(12, queen.Components().Count);
        Graphs.Same(queen, Contiguity.Queen(boundaries, threads: 2));
        Graphs.Same(Contiguity.BorderLengths(boundaries, threads: 1), Contiguity.BorderLengths(boundaries, threads: 3));
    }

    private static GeoPackageBorders Read(string file, string layer, string id)
    {
        var path = Path.Combine(WorkedCase.RepositoryRoot, "..", "shared", "data", "geo", file);
        if (!File.Exists(path))
            Assert.Skip($"../shared/data is not here: {file} cannot be read.");
        return GeoPackageBorders.Read(path, layer, id);
    }

    /// <summary>The first areas of a map.</summary>
    private static AreaBoundaries Part(AreaBoundaries whole, int areas)
    {
        areas = Math.Min(areas, whole.AreaCount);
        var rings = whole.AreaStarts[areas];
        var points = whole.RingStarts[rings];
        return new AreaBoundaries(whole.X[..points], whole.Y[..points], whole.RingStarts[..(rings + 1)], whole.AreaStarts[..(areas + 1)]);
    }
}
