// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

public sealed class SpatialStatisticsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_grid_of_the_worked_case_has_its_local_and_global_moran()
    {
        var (table, neighbours) = (folder.Write("grid.csv", WorkedCases.Grid), folder.Write("neighbours.csv", WorkedCases.GridNeighbours));

        var local = (await Schakel.Run("local-moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours, "--json")).Json;
        var global = (await Schakel.Run("moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours, "--json")).Json;

        double[] statistics = [1.6625, .55, -.04375, .5, .03125, .5, -.025, .2625, 1.0625];
        double[] z = [2.17479418, 1.28940149, -.06283399, 1.3662601, .32006097, -1.23468395, 0, -.87110668, -1.70908972];
        var areas = local.GetProperty("areas").EnumerateArray().ToList();
        Assert.Equal(["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"], areas.Select(area => area.GetProperty("id").GetString()));
        for (var area = 0; area < 9; area++)
        {
            Assert.Equal(statistics[area], areas[area].GetProperty("statistic").GetDouble(), 1e-12);
            Assert.Equal(z[area], areas[area].GetProperty("z").GetDouble(), 1e-7);
        }

        Assert.Equal("HH", areas[0].GetProperty("quadrant").GetString());
        Assert.Equal("LL", areas[8].GetProperty("quadrant").GetString());
        Assert.Equal(0.5, global.GetProperty("I").GetDouble(), 1e-12);
        Assert.Equal(-0.125, global.GetProperty("expected").GetDouble(), 1e-12);
        Assert.Equal(999, global.GetProperty("permutation").GetProperty("replicates").GetInt32());
    }

    [Fact]
    public async Task The_answer_does_not_depend_on_threads_or_on_the_order_of_rows()
    {
        var shuffled = "id,value\n" + string.Join('\n', WorkedCases.Grid.Trim().Split('\n').Skip(1).Reverse()) + "\n";
        var (table, neighbours) = (folder.Write("grid.csv", WorkedCases.Grid), folder.Write("neighbours.csv", WorkedCases.GridNeighbours));
        string[] question = ["local-moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours, "--json"];

        var one = await Schakel.Run([.. question, "--threads", "1"]);
        var two = await Schakel.Run([.. question, "--threads", "2"]);
        folder.Write("grid.csv", shuffled);
        var other = await Schakel.Run(question);

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.Equal(one.Json.GetProperty("areas").GetRawText(), other.Json.GetProperty("areas").GetRawText());
    }

    [Fact]
    public async Task Another_seed_gives_other_p_and_nothing_else()
    {
        var (table, neighbours) = (folder.Write("grid.csv", WorkedCases.Grid), folder.Write("neighbours.csv", WorkedCases.GridNeighbours));
        string[] question = ["moran", "--table", table, "--value", "value", "--neighbours", neighbours, "--json"];

        var first = (await Schakel.Run(question)).Json;
        var second = (await Schakel.Run([.. question, "--seed", "1"])).Json;

        Assert.Equal(first.GetProperty("I").GetDouble(), second.GetProperty("I").GetDouble());
        Assert.NotEqual(first.GetProperty("permutation").GetProperty("mean").GetDouble(), second.GetProperty("permutation").GetProperty("mean").GetDouble());
        Assert.Equal(1, second.GetProperty("provenance").GetProperty("seed").GetInt32());
    }

    [Fact]
    public async Task Equal_values_give_null_with_a_reason_and_exit_0()
    {
        var (table, neighbours) = (folder.Write("flat.csv", "id,value\nc1,4\nc2,4\nc3,4\nc5,4\n"), folder.Write("neighbours.csv", WorkedCases.GridNeighbours));

        var answer = (await Schakel.Run("moran", "--table", table, "--value", "value", "--neighbours", neighbours, "--json")).Json;

        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("I").ValueKind);
        Assert.Contains("gelijk", answer.GetProperty("IReason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_and_secret_values_and_islands_are_left_out_and_listed()
    {
        var table = folder.Write("holes.csv", WorkedCases.Grid.Replace("c9,1", "c9,.", StringComparison.Ordinal).Replace("c8,2", "c8,geheim", StringComparison.Ordinal) + "c10,5\n");
        var neighbours = folder.Write("neighbours.csv", WorkedCases.GridNeighbours);

        var answer = (await Schakel.Run("moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours, "--json", "--lang", "en")).Json;

        Assert.Equal(7, answer.GetProperty("n").GetInt32());
        var excluded = answer.GetProperty("excluded").EnumerateArray().ToDictionary(entry => entry.GetProperty("id").GetString()!, entry => entry.GetProperty("reason").GetString()!);
        Assert.Equal("island", excluded["c10"]);
        Assert.Equal("secret", excluded["c8"]);
        Assert.StartsWith("missing", excluded["c9"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_other_programs_define_otherwise_is_an_option()
    {
        var (table, neighbours) = (folder.Write("grid.csv", WorkedCases.Grid), folder.Write("neighbours.csv", WorkedCases.GridNeighbours));
        string[] question = ["local-moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours, "--json"];

        var ours = (await Schakel.Run(question)).Json.GetProperty("areas")[0];
        var theirs = (await Schakel.Run([.. question, "--divisor", "n-1", "--moments", "total", "--draws", "shared"])).Json.GetProperty("areas")[0];
        var impossible = await Schakel.Run([.. question, "--draws", "shared", "--sequential"]);

        // Nine areas; E −1/8, variance of Anselin (1995) with b₂ of these values.
        Assert.Equal(ours.GetProperty("statistic").GetDouble() * 8 / 9, theirs.GetProperty("statistic").GetDouble(), 1e-12);
        Assert.NotEqual(ours.GetProperty("z").GetDouble(), theirs.GetProperty("z").GetDouble());
        Assert.Equal(ours.GetProperty("lag").GetDouble(), theirs.GetProperty("lag").GetDouble());
        Assert.Equal(2, impossible.ExitCode);
    }
}
