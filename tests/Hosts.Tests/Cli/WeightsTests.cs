// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

public sealed class WeightsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(40, "--contiguity", "queen")]
    [InlineData(24, "--contiguity", "rook")]
    [InlineData(27, "--knn", "3")]
    [InlineData(24, "--distance", "100")]
    [InlineData(40, "--distance", "142")]
    public async Task A_grid_of_squares_has_the_neighbours_it_must_have(int edges, params string[] by)
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3));

        var answer = (await Schakel.Run(["weights", "--areas", map, "--json", .. by])).Json;

        Assert.Equal(9, answer.GetProperty("n").GetInt32());
        Assert.Equal(edges, answer.GetProperty("edges").GetInt32());
        Assert.Equal(edges / 9.0, answer.GetProperty("meanNeighbours").GetDouble(), 1e-12);
        Assert.Equal(1, answer.GetProperty("components").GetInt32());
        Assert.Empty(answer.GetProperty("islands").EnumerateArray());
        Assert.False(answer.TryGetProperty("neighbours", out _));
    }

    [Fact]
    public async Task Corners_on_an_edge_touch_and_an_island_counts_as_an_area_and_a_part()
    {
        var map = folder.Write("junction.geojson", Maps.Junction());

        var answer = (await Schakel.Run("weights", "--areas", map, "--id", "code", "--contiguity", "rook", "--full", "--json")).Json;

        Assert.Equal(4, answer.GetProperty("n").GetInt32());
        Assert.Equal(6, answer.GetProperty("edges").GetInt32());
        Assert.Equal(2, answer.GetProperty("components").GetInt32());
        Assert.Equal(["far"], Texts(answer.GetProperty("islands")));
        Assert.Equal(["left", "right"], Texts(answer.GetProperty("neighbours").GetProperty("wide")));
        Assert.Empty(answer.GetProperty("neighbours").GetProperty("far").EnumerateArray());
    }

    [Fact]
    public async Task An_area_without_a_boundary_is_left_out_and_listed()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3, without: 5));

        foreach (var id in new string[][] { [], ["--id", "code"] })
        {
            var answer = (await Schakel.Run(["weights", "--areas", map, "--contiguity", "rook", "--json", .. id])).Json;

            Assert.Equal(8, answer.GetProperty("n").GetInt32());
            Assert.Equal(16, answer.GetProperty("edges").GetInt32());
            Assert.Equal("c5", answer.GetProperty("excluded")[0].GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task Points_have_neighbours_by_distance_only()
    {
        var table = folder.Write("points.csv", "code,px,py\na,0,0\nb,100,0\nc,250,0\n");

        var near = (await Schakel.Run("weights", "--table", table, "--x", "px", "--y", "py", "--distance", "100", "--full", "--json")).Json;
        var refused = await Schakel.Run("weights", "--table", table, "--x", "px", "--y", "py");

        Assert.Equal(["b"], Texts(near.GetProperty("neighbours").GetProperty("a")));
        Assert.Equal(["c"], Texts(near.GetProperty("islands")));
        Assert.Equal(2, refused.ExitCode);
    }

    [Fact]
    public async Task Two_ways_to_find_neighbours_do_not_go_together()
    {
        var ended = await Schakel.Run("weights", "--areas", "x.gpkg", "--knn", "3", "--distance", "100");

        // The file is looked for first, so give one that is there.
        var map = folder.Write("grid.geojson", Maps.Squares(2, 2));
        var both = await Schakel.Run("weights", "--areas", map, "--knn", "3", "--distance", "100");
        var tooMany = await Schakel.Run("weights", "--areas", map, "--knn", "4");

        Assert.Equal(3, ended.ExitCode);
        Assert.Equal(2, both.ExitCode);
        Assert.Equal(2, tooMany.ExitCode);
    }

    [Fact]
    public async Task Several_columns_that_look_like_codes_ask_for_a_choice()
    {
        var map = folder.Write("two.geojson", Maps.Squares(2, 2).Replace("\"naam\":\"Gebied ", "\"statcode\":\"X", StringComparison.Ordinal));

        var ended = await Schakel.Run("weights", "--areas", map);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("code, statcode", ended.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString());
}
