// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Who has an answer can make it again from its record alone, whatever the defaults are by then.</summary>
public sealed class RecordTests : IDisposable
{
    private const string Cells = "id,x,y,cases,n\na,0,0,10,50\nb,100,0,8,40\nc,200,0,6,60\nd,300,0,3,30\ne,400,0,1,20\nf,500,0,2,50\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_not_typed_is_recorded_too()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3));

        var moran = Parameters(await Schakel.Run("moran", "--areas", map, "--value", "value", "--json"));
        var joins = Parameters(await Schakel.Run("join-count", "--areas", map, "--value", "value", "--threshold", "4", "--json"));
        var near = Parameters(await Schakel.Run("getis-ord", "--areas", map, "--value", "value", "--knn", "3", "--json"));

        Assert.Equal(("queen", "W", "exclude"), (moran.GetProperty("contiguity").GetString(), moran.GetProperty("style").GetString(), moran.GetProperty("islands").GetString()));
        Assert.Equal("B", joins.GetProperty("style").GetString());
        Assert.False(near.TryGetProperty("contiguity", out _));
        Assert.False(near.GetProperty("star").GetBoolean());
        Assert.False(near.GetProperty("sequential").GetBoolean());
    }

    [Theory]
    [InlineData("moran")]
    [InlineData("geary")]
    [InlineData("local-moran")]
    [InlineData("getis-ord")]
    [InlineData("join-count", "--threshold", "4")]
    public async Task A_statistic_of_a_map_is_made_again_from_its_record(string command, params string[] more) =>
        await IsMadeAgain([command, "--areas", folder.Write("grid.geojson", Maps.Squares(5, 5)), "--value", "value", .. more]);

    [Theory]
    [InlineData("profile")]
    [InlineData("reach")]
    [InlineData("smooth")]
    public async Task A_study_of_a_table_is_made_again_from_its_record(string command) =>
        await IsMadeAgain([command, "--table", folder.Write("tree.csv", SmallTown.Tree()), "--cases", "zwerfafval", "--population", "inwoners", "--levels", "code,wijk,gemeente"]);

    [Theory]
    [InlineData("bespoke")]
    [InlineData("variogram", "--bands", "150,250")]
    public async Task A_study_of_places_is_made_again_from_its_record(string command, params string[] more) =>
        await IsMadeAgain([command, "--table", folder.Write("cells.csv", Cells), "--table-id", "id", "--x", "x", "--y", "y", "--cases", "cases", "--population", "n", .. more]);

    [Fact]
    public async Task Scans_borders_and_work_areas_are_made_again_from_their_records()
    {
        string[] map = ["--areas", folder.Write("map.geojson", Maps.Squares(3, 4)), "--id", "code", "--table", folder.Write("figures.csv", AreaMaps.Figures()), "--table-id", "code"];
        string[] people = [.. map, "--population", "inwoners", "--dwellings", "woningen"];
        var events = folder.Write("events.csv", "zone,day,x,y\na,2024-01-01,0,0\na,2024-01-20,0,0\nb,2024-01-03,500,0\nc,2024-01-09,0,500\n");

        await IsMadeAgain(["scan", .. map, "--cases", "cijfer", "--population", "inwoners"]);
        await IsMadeAgain(["scan", "--space-time", "--table", events, "--table-id", "zone", "--date", "day", "--x", "x", "--y", "y"]);
        await IsMadeAgain(["borders", .. map, "--value", "cijfer", "--zones", "wijk"]);
        await IsMadeAgain(["delineate", .. people, "--value", "cijfer", "--zones", "wijk", "--score", "H=1,B=2"]);
        await IsMadeAgain(["check-areas", .. people, "--assignment", folder.Write("plan.csv", "id,area\nc1,a\n")]);
    }

    [Fact]
    public async Task Robustness_and_a_waterbed_are_made_again_from_their_records()
    {
        var zones = folder.Write("zones.csv", "id,y,n,zone\nl1,8,100,a\nl2,10,100,a\nl3,20,100,b\nl4,22,100,b\nl5,6,100,c\nl6,5,100,c\n");
        var path = folder.Write("path.csv", "from,to\nl1,l2\nl2,l1\nl2,l3\nl3,l2\nl3,l4\nl4,l3\nl4,l5\nl5,l4\nl5,l6\nl6,l5\n");

        await IsMadeAgain(["robustness", "--table", zones, "--table-id", "id", "--neighbours", path, "--cases", "y", "--population", "n", "--zones", "zone"]);
        await IsMadeAgain(["waterbed", "--counts", "207,110,308,318,178,157,150,140"]);
    }

    private static async Task IsMadeAgain(string[] question)
    {
        var first = await Schakel.Run([.. question, "--json"]);
        var again = new List<string> { question[0] };
        foreach (var parameter in Parameters(first).EnumerateObject())
        {
            var option = "--" + string.Concat(parameter.Name.Select(letter => char.IsUpper(letter) ? "-" + char.ToLowerInvariant(letter) : letter.ToString()));
            again.AddRange(parameter.Value.ValueKind switch
            {
                JsonValueKind.True => [option],
                JsonValueKind.False => [],
                JsonValueKind.Array => [option, string.Join(',', parameter.Value.EnumerateArray().Select(item => item.ToString()))],
                _ => [option, parameter.Value.ToString()],
            });
        }

        var second = await Schakel.Run([.. again, "--json"]);

        Assert.True(second.ExitCode == 0, $"{string.Join(' ', again)}: {second.Errors}");
        Assert.Equal(first.WithoutDurations, second.WithoutDurations);
    }

    private static JsonElement Parameters(Ended ended) => ended.Json.GetProperty("provenance").GetProperty("parameters");
}
