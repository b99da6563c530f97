// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Differences across borders: the worked grid of two by three, a wall that was planted, and a town.</summary>
public sealed class BordersTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(new[] { ".10", ".09", ".04", ".11", ".08", ".05" }, 2.857143)]
    [InlineData(new[] { ".10", ".04", ".09", ".05", ".11", ".06" }, .925926)]
    public async Task The_contrast_of_the_grid_is_the_worked_case(string[] values, double contrast)
    {
        var answer = (await Schakel.Run([.. Grid(values), "--json"])).Json;

        Assert.Equal(contrast, answer.GetProperty("contrast").GetDouble(), 1e-6);
        Assert.Equal(answer.GetProperty("contrast").GetDouble(), answer.GetProperty("across").GetDouble() / answer.GetProperty("within").GetDouble(), 1e-12);
        Assert.Equal([2, 5], new[] { "pairsAcross", "pairsWithin" }.Select(name => answer.GetProperty(name).GetInt32()));
        Assert.Equal(["X", "Y"], answer.GetProperty("zones").EnumerateArray().Select(zone => zone.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_wall_is_found_and_random_borders_hardly_ever_do_as_well()
    {
        var table = "code,value,zone\n" + string.Join('\n', Enumerable.Range(0, 36).Select(cell => string.Create(CultureInfo.InvariantCulture, $"c{cell + 1},{(cell % 6 < 3 ? 10 : 20) + (cell % 3)},z{cell % 6 / 3}"))) + "\n";
        string[] question = ["borders", "--areas", folder.Write("map.geojson", Maps.Squares(6, 6)), "--id", "code", "--table", folder.Write("wall.csv", table), "--table-id", "code", "--value", "value", "--zones", "zone", "--contiguity", "rook", "--json"];

        var one = await Schakel.Run([.. question, "--threads", "1"]);
        var two = await Schakel.Run([.. question, "--threads", "2"]);
        var without = (await Schakel.Run([.. question, "--replicates", "0", "--lang", "en"])).Json;

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.True(one.Json.GetProperty("contrast").GetDouble() > 5);
        Assert.True(one.Json.GetProperty("p").GetDouble() <= 0.02);
        Assert.Equal(JsonValueKind.Null, without.GetProperty("p").ValueKind);
        Assert.NotEmpty(without.GetProperty("pReason").GetString()!);
    }

    [Fact]
    public async Task Who_has_no_zone_or_no_value_is_left_out_and_listed()
    {
        var table = "code,value,zone\nc1,1,a\nc2,2,a\nc3,.,a\nc4,4,\nc5,5,b\nc6,6,b\nc7,7,b\nc8,8,b\nc9,9,b\n";
        var answer = (await Schakel.Run("borders", "--areas", folder.Write("map.geojson", Maps.Squares(3, 3)), "--id", "code", "--table", folder.Write("some.csv", table), "--table-id", "code", "--value", "value", "--zones", "zone", "--json")).Json;

        Assert.Equal(["c3", "c4"], answer.GetProperty("excluded").EnumerateArray().Select(unit => unit.GetProperty("id").GetString()));
        Assert.Equal(7, answer.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task One_zone_alone_has_no_border_and_says_so()
    {
        var ended = await Schakel.Run([.. Grid([".1", ".2", ".3", ".4", ".5", ".6"], "X"), "--json", "--lang", "en"]);

        Assert.Equal(JsonValueKind.Null, ended.Json.GetProperty("across").ValueKind);
        Assert.Contains("both sides", ended.Json.GetProperty("acrossReason").GetString()!, StringComparison.Ordinal);
        Assert.Equal(0, ended.Json.GetProperty("pairsAcross").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused()
    {
        string[] values = [".10", ".09", ".04", ".11", ".08", ".05"];

        Assert.Equal(2, (await Schakel.Run(Grid(values)[..^2])).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. Grid(values)[..^2], "--zones", "nowhere"])).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. Grid(values), "--replicates", "-1"])).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. Grid(values), "--rate", "eb"])).ExitCode);
    }

    // Two rows of three; the last column is another zone.
    private string[] Grid(string[] values, string last = "Y")
    {
        var table = "id,value,zone\n" + string.Join('\n', values.Select((value, unit) => $"{unit + 1},{value},{(unit % 3 == 2 ? last : "X")}")) + "\n";
        var neighbours = "from,to\n" + string.Concat(new[] { (1, 2), (2, 3), (4, 5), (5, 6), (1, 4), (2, 5), (3, 6) }.Select(pair => $"{pair.Item1},{pair.Item2}\n{pair.Item2},{pair.Item1}\n"));
        return ["borders", "--table", folder.Write("grid.csv", table), "--table-id", "id", "--neighbours", folder.Write("pairs.csv", neighbours), "--value", "value", "--zones", "zone"];
    }
}
