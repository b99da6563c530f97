// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Clusters in place: the worked line, a planted town, and what cannot be asked.</summary>
public sealed class ScanTests : IDisposable
{
    private const string Line = "id,x,y,cases,expected,people,zone\np1,0,0,3,6,600,a\np2,1,0,12,7,700,a\np3,2,0,14,8,800,b\np4,3,0,9,7,700,b\np5,4,0,4,6,600,c\np6,5,0,3,8,800,c\np7,6,0,5,8,800,\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_cluster_on_a_line_is_the_worked_case()
    {
        var answer = (await Schakel.Run([.. OnLine(), "--expected", "expected", "--max-share", "0.5", "--json"])).Json;

        var best = answer.GetProperty("clusters")[0];
        Assert.Equal(["p2", "p3", "p4"], Ids(best));
        Assert.Equal(35, best.GetProperty("cases").GetDouble());
        Assert.Equal(22, best.GetProperty("expected").GetDouble(), 1e-9);
        Assert.Equal(6.888382, best.GetProperty("llr").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Null, best.GetProperty("population").ValueKind);
        Assert.NotEmpty(best.GetProperty("populationReason").GetString()!);
        Assert.Equal(7, answer.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task P_follows_from_exactly_the_numbers_of_the_null_distribution()
    {
        var answer = (await Schakel.Run([.. OnLine(), "--expected", "expected", "--max-share", "0.5", "--json"])).Json;

        var chance = answer.GetProperty("nullDistribution");
        var scale = chance.GetProperty("sd").GetDouble() * Math.Sqrt(6) / Math.PI;
        var place = chance.GetProperty("mean").GetDouble() - (0.5772156649 * scale);
        var best = answer.GetProperty("clusters")[0];
        Assert.Equal("gumbel", chance.GetProperty("method").GetString());
        Assert.Equal(199, chance.GetProperty("replicates").GetInt32());
        Assert.Equal(1 - Math.Exp(-Math.Exp(-(best.GetProperty("llr").GetDouble() - place) / scale)), best.GetProperty("p").GetDouble(), 1e-8);
    }

    [Theory]
    [InlineData("scan", "--x", "x", "--y", "y")]
    [InlineData("reach", "--levels", "id")]
    [InlineData("smooth")]
    public async Task A_count_beyond_anything_that_is_counted_is_pointed_at(string command, params string[] more)
    {
        var table = folder.Write("huge.csv", "id,x,y,cases,people\na,0,0,3,100\nb,9,0,1e300,1e301\nc,99,0,5,80\n");

        var refused = await Schakel.Run([command, "--table", table, "--table-id", "id", "--cases", "cases", "--population", "people", .. more, "--lang", "en"]);

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("row 3, column cases, value '1E+300'", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
    }

    [Fact]
    public async Task By_monte_carlo_p_is_a_share_of_the_repetitions()
    {
        var answer = (await Schakel.Run([.. OnLine(), "--expected", "expected", "--null-distribution", "monte-carlo", "--permutations", "999", "--json"])).Json;

        var p = answer.GetProperty("clusters")[0].GetProperty("p").GetDouble() * 1000;
        Assert.Equal("monte-carlo", answer.GetProperty("nullDistribution").GetProperty("method").GetString());
        Assert.Equal(Math.Round(p), p, 1e-9);
    }

    [Fact]
    public async Task Residents_limit_the_size_of_a_cluster_and_are_reported()
    {
        var free = (await Schakel.Run([.. OnLine(), "--population", "people", "--max-share", "1", "--json"])).Json;
        var small = (await Schakel.Run([.. OnLine(), "--population", "people", "--max-share", "1", "--max-population", "1000", "--json"])).Json;
        var none = (await Schakel.Run([.. OnLine(), "--population", "people", "--max-share", "1", "--max-population", "none", "--json"])).Json;
        var both = (await Schakel.Run([.. OnLine(), "--population", "people", "--expected", "expected", "--max-share", "0.5", "--json"])).Json;

        Assert.Equal(2200, free.GetProperty("clusters")[0].GetProperty("population").GetDouble());
        Assert.Single(Ids(small.GetProperty("clusters")[0]));
        Assert.Equal(Ids(free.GetProperty("clusters")[0]), Ids(none.GetProperty("clusters")[0]));
        Assert.Equal(22, both.GetProperty("clusters")[0].GetProperty("expected").GetDouble(), 1e-9);
        Assert.Equal(2200, both.GetProperty("clusters")[0].GetProperty("population").GetDouble());
        Assert.Equal("none", none.GetProperty("provenance").GetProperty("parameters").GetProperty("maxPopulation").GetString());
    }

    [Fact]
    public async Task A_cluster_across_zones_says_which_and_how_much()
    {
        var answer = (await Schakel.Run([.. OnLine(), "--expected", "expected", "--max-share", "0.5", "--zones", "zone", "--json"])).Json;

        var crossing = answer.GetProperty("clusters")[0].GetProperty("crossing");
        Assert.Equal(1 - (23.0 / 35), crossing.GetProperty("index").GetDouble(), 1e-12);
        Assert.True(crossing.GetProperty("isCrossing").GetBoolean());
        Assert.Equal(["b", "a"], crossing.GetProperty("zones").EnumerateArray().Select(zone => zone.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_planted_cluster_of_the_town_is_found_and_threads_do_not_matter()
    {
        var (demo, catalogue) = (folder.Find("demo"), folder.Find("town.catalogue"));
        var truth = (await Schakel.Run("demo", demo, "--json")).Json.GetProperty("truth").GetProperty("cluster");
        Assert.Equal(0, (await Schakel.Run("import", demo, "--into", catalogue)).ExitCode);
        string[] question = ["scan", "--catalogue", catalogue, "--indicator", truth.GetProperty("indicator").GetString()!, "--level", "buurt", "--zones", "wijk", "--json"];

        var one = await Schakel.Run([.. question, "--threads", "1"]);
        var two = await Schakel.Run([.. question, "--threads", "2"]);
        var page = await Schakel.Run([.. question[..^1], "--lang", "en"]);

        Assert.Equal(Ids(truth), Ids(one.Json.GetProperty("clusters")[0]));
        Assert.True(one.Json.GetProperty("clusters")[0].GetProperty("p").GetDouble() < 0.05);
        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.Contains("hard to call chance", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_gives_its_middles_and_counts_what_it_leaves_out()
    {
        var figures = new StringBuilder("code,y,n\n");
        for (var cell = 1; cell <= 24; cell++)
            figures.Append(CultureInfo.InvariantCulture, $"c{cell},{(cell == 8 ? 30 : 5)},{(cell == 24 ? "0" : cell == 23 ? "" : "100")}\n");
        string[] question = ["scan", "--areas", folder.Write("map.geojson", Maps.Squares(5, 5)), "--id", "code", "--table", folder.Write("cases.csv", figures.ToString()), "--table-id", "code", "--cases", "y", "--population", "n", "--json", "--lang", "en"];

        var answer = (await Schakel.Run(question)).Json;

        Assert.Equal(["c8"], Ids(answer.GetProperty("clusters")[0]));
        Assert.Equal(22, answer.GetProperty("n").GetInt32());
        Assert.Equal(["c23", "c24", "c25"], answer.GetProperty("excluded").EnumerateArray().Select(unit => unit.GetProperty("id").GetString()));
        Assert.Contains(answer.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "cases-left-out");
    }

    [Theory]
    [InlineData(2, "--population", "people", "--max-share", "0")]
    [InlineData(2, "--population", "people", "--max-population", "-1")]
    [InlineData(2, "--population", "people", "--permutations", "3")]
    [InlineData(2, "--population", "people", "--null-distribution", "normal")]
    [InlineData(2, "--population", "nobody")]
    [InlineData(2, "--population", "people", "--date", "zone")]
    [InlineData(2)]
    [InlineData(3, "--population", "zone")]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence(int exitCode, params string[] options)
    {
        var ended = await Schakel.Run([.. OnLine(), .. options, "--json"]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Fact]
    public async Task Parts_of_cases_are_refused_with_their_cell_and_no_cases_at_all_have_no_answer()
    {
        var part = await Schakel.Run([.. OnLine(Line.Replace("p2,1,0,12", "p2,1,0,12.5", StringComparison.Ordinal)), "--population", "people", "--lang", "en"]);
        var none = await Schakel.Run([.. OnLine("id,x,y,cases,people\na,0,0,0,5\nb,1,0,0,5\n"), "--population", "people", "--lang", "en"]);

        Assert.Equal(3, part.ExitCode);
        Assert.Contains("row 3", part.Errors, StringComparison.Ordinal);
        Assert.Contains("12.5", part.Errors, StringComparison.Ordinal);
        Assert.Equal(4, none.ExitCode);
    }

    private string[] OnLine(string text = Line) =>
        ["scan", "--table", folder.Write("line.csv", text), "--table-id", "id", "--x", "x", "--y", "y", "--cases", "cases"];

    private static List<string> Ids(JsonElement cluster) => [.. cluster.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)];
}
