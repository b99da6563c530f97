// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Other borders: the path of six leaves, where all divisions are known, and a town.</summary>
public sealed class RobustnessTests : IDisposable
{
    private const string Path = "id,y,n,half,thirds,empty\nl1,8,100,a,a,a\nl2,10,100,a,a,a\nl3,20,100,a,b,a\nl4,22,100,b,b,b\nl5,6,100,b,c,b\nl6,5,100,b,c,\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_divisions_of_a_path_are_the_worked_case()
    {
        var thirds = (await Schakel.Run([.. Question("thirds"), "--zone-counts", "2,3", "--json"])).Json;
        var half = (await Schakel.Run([.. Question("half"), "--zone-counts", "2,3", "--json"])).Json;

        Assert.Equal(.98326100, thirds.GetProperty("official").GetProperty("etaSquared").GetDouble(), 1e-8);
        Assert.Equal(2.0 / 11, thirds.GetProperty("official").GetProperty("p").GetDouble(), 1e-12);
        Assert.Equal(.01549907, half.GetProperty("official").GetProperty("etaSquared").GetDouble(), 1e-8);
        Assert.Equal(1, half.GetProperty("official").GetProperty("p").GetDouble());
        var scales = thirds.GetProperty("scales").EnumerateArray().ToList();
        Assert.Equal([2, 3], scales.Select(scale => scale.GetProperty("zones").GetInt32()));
        Assert.Equal([5, 10], scales.Select(scale => scale.GetProperty("zonings").GetInt32()));
        Assert.All(scales, scale => Assert.True(scale.GetProperty("exhaustive").GetBoolean()));
        Assert.Equal(.16534408, scales[0].GetProperty("mean").GetDouble(), 1e-8);
        Assert.Equal(.15470995, scales[0].GetProperty("sd").GetDouble(), 1e-8);
        Assert.Equal(.43412895, scales[1].GetProperty("mean").GetDouble(), 1e-8);
        Assert.Equal(.26585995, scales[1].GetProperty("sd").GetDouble(), 1e-8);
        Assert.Equal(.447613, scales[0].GetProperty("max").GetDouble(), 1e-6);
        Assert.Equal(.015499, scales[0].GetProperty("min").GetDouble(), 1e-6);
        Assert.Equal(.01806133, thirds.GetProperty("scaleVariance").GetDouble(), 1e-8);
        Assert.Equal(.04730834, thirds.GetProperty("zoningVariance").GetDouble(), 1e-8);
        Assert.Equal(.276295, thirds.GetProperty("scaleShare").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task Too_few_leaves_a_zone_have_no_grade_and_a_reason()
    {
        var answer = (await Schakel.Run([.. Question("thirds"), "--json", "--lang", "en"])).Json;

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("grade").ValueKind);
        Assert.Contains("6 areas in 3 zones", answer.GetProperty("gradeReason").GetString()!, StringComparison.Ordinal);
        Assert.Equal(["l1", "l2", "l3", "l4", "l5", "l6"], answer.GetProperty("selection").EnumerateArray().Select(unit => unit.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_unit_without_a_zone_is_left_out_and_listed()
    {
        var answer = (await Schakel.Run([.. Question("empty"), "--json"])).Json;

        Assert.Equal(5, answer.GetProperty("n").GetInt32());
        Assert.Equal("l6", answer.GetProperty("excluded")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_map_gets_a_grade_that_does_not_depend_on_threads()
    {
        var areas = folder.Write("squares.geojson", Maps.Squares(8, 8));
        var table = folder.Write("squares.csv", "code,y,n,zone\n" + string.Join('\n', Enumerable.Range(0, 64).Select(cell =>
            $"c{cell + 1},{(cell % 8 < 4 ? 5 : 20) + (cell % 3)},100,z{(cell / 32 * 2) + (cell % 8 / 4)}")) + "\n");
        string[] question = ["robustness", "--areas", areas, "--id", "code", "--table", table, "--table-id", "code", "--cases", "y", "--population", "n", "--zones", "zone", "--contiguity", "rook", "--json"];

        var one = await Schakel.Run([.. question, "--threads", "1"]);
        var two = await Schakel.Run([.. question, "--threads", "2"]);

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.Contains(one.Json.GetProperty("grade").GetString(), new[] { "A", "B", "C", "D" });
        Assert.Equal([2, 4, 8, 16], one.Json.GetProperty("scales").EnumerateArray().Select(scale => scale.GetProperty("zones").GetInt32()));
        Assert.Equal(199, one.Json.GetProperty("scales")[1].GetProperty("zonings").GetInt32());
        Assert.True(one.Json.GetProperty("official").GetProperty("p").GetDouble() < 0.05);
        Assert.All(one.Json.GetProperty("selection").EnumerateArray(), unit => Assert.InRange(unit.GetProperty("share").GetDouble(), 0, 1));
    }

    [Fact]
    public async Task A_catalogue_answers_with_a_level_as_division()
    {
        var (demo, catalogue) = (folder.Find("demo"), folder.Find("town.catalogue"));
        Assert.Equal(0, (await Schakel.Run("demo", demo)).ExitCode);
        Assert.Equal(0, (await Schakel.Run("import", demo, "--into", catalogue)).ExitCode);
        string[] question = ["robustness", "--catalogue", catalogue, "--indicator", "fietsdiefstal", "--level", "buurt", "--replicates", "19"];

        var answer = (await Schakel.Run([.. question, "--zones", "wijk", "--json"])).Json;
        var page = await Schakel.Run([.. question, "--zones", "wijk", "--lang", "en"]);
        var unknown = await Schakel.Run([.. question, "--zones", "straat"]);

        Assert.True(answer.GetProperty("official").GetProperty("zones").GetInt32() > 2);
        Assert.Contains("official division", page.Output, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence()
    {
        Assert.Equal(2, (await Schakel.Run(Question("thirds")[..^2])).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. Question("thirds"), "--zone-counts", "1"])).ExitCode);
        Assert.Equal(2, (await Schakel.Run(Question("nowhere"))).ExitCode);
        Assert.Equal(3, (await Schakel.Run([.. Question("thirds", "y,n\nl1,120,100"), "--json"])).ExitCode);
        Assert.Equal(4, (await Schakel.Run([.. Question("thirds", "same")])).ExitCode);
    }

    // A path: each leaf touches the next.
    private string[] Question(string zones, string kind = "")
    {
        var text = kind switch
        {
            "same" => string.Join('\n', Path.TrimEnd('\n').Split('\n').Select((line, row) => row == 0 ? line : $"l{row},10,100,a,{(row < 4 ? "a" : "b")},a")),
            "" => Path,
            _ => Path.Replace("l1,8,100", "l1,120,100", StringComparison.Ordinal),
        };
        var neighbours = "from,to\n" + string.Concat(Enumerable.Range(1, 5).Select(leaf => $"l{leaf},l{leaf + 1}\nl{leaf + 1},l{leaf}\n"));
        return ["robustness", "--table", folder.Write("path.csv", text), "--table-id", "id", "--neighbours", folder.Write("neighbours.csv", neighbours), "--cases", "y", "--population", "n", "--zones", zones];
    }

    [Fact]
    public async Task More_zones_than_units_is_wrong_use()
    {
        var ended = await Schakel.Run([.. Question("thirds"), "--zone-counts", "2,9", "--json"]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("--zone-counts 9", ended.Errors, StringComparison.Ordinal);
    }
}
