// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Files of proposals, and input that cannot be used: nothing is left half-written.</summary>
public sealed class DelineateFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_geopackage_has_a_layer_a_proposal_and_a_polygon_an_area()
    {
        var file = folder.Find("voor stellen.gpkg");

        var question = Worked();

        var answer = (await Schakel.Run([.. question, "--out", file, "--json"])).Json;
        var again = await Schakel.Run([.. question, "--out", folder.Find("again.gpkg"), "--json"]);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(folder.Find("again.gpkg"), TestContext.Current.CancellationToken));
        foreach (var (number, proposal) in answer.GetProperty("proposals").EnumerateArray().Index())
        {
            // The areas of a proposal are areas again: they have borders, and ids.
            var areas = (await Schakel.Run("weights", "--areas", $"{file}:proposal_{number + 1}", "--id", "area", "--full", "--json")).Json;
            Assert.Equal(proposal.GetProperty("areas").GetInt32(), areas.GetProperty("n").GetInt32());
            Assert.Equal(1, areas.GetProperty("components").GetInt32());
        }

        Assert.DoesNotContain("out", answer.GetProperty("provenance").GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part"));
    }

    [Fact]
    public async Task A_table_is_an_assignment_as_it_is()
    {
        var file = folder.Find("plannen.csv");
        var answer = (await Schakel.Run([.. Worked(), "--out", file, "--json"])).Json;

        var first = (await Schakel.Run(["check-areas", .. Worked()[1..], "--assignment", file, "--json"])).Json;
        var second = (await Schakel.Run(["check-areas", .. Worked()[1..], "--assignment", file, "--area", "area2", "--compare", file, "--json"])).Json;

        Assert.True(first.GetProperty("valid").GetBoolean());
        Assert.True(second.GetProperty("valid").GetBoolean());
        Assert.Equal(
            answer.GetProperty("proposals")[1].GetProperty("variationOfInformation")[0].GetDouble(), second.GetProperty("comparison").GetProperty("variationOfInformation").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("plan.txt")]
    [InlineData("nowhere/plan.gpkg")]
    [InlineData("")]
    public async Task A_place_that_cannot_be_written_is_refused_before_the_work(string name)
    {
        var ended = await Schakel.Run([.. Worked(), "--out", name.Length == 0 ? folder.Path : folder.Find(name)]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("--out", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_found_before_the_work()
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "There is no folder here that nobody can write.");

        var ended = await Schakel.Run([.. Worked(), "--out", "/proc/plan.gpkg", "--lang", "en"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("Reading or writing failed", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_leaves_the_old_file_alone()
    {
        var file = folder.Write("plan.gpkg", "old");

        Assert.Equal(3, (await Schakel.Run([.. Worked("code,inwoners,woningen\nzz,1,1\n"), "--out", file])).ExitCode);
        Assert.Equal("old", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--max-population", "0")]
    [InlineData("--max-dwellings", "many")]
    [InlineData("--alternatives", "0")]
    [InlineData("--target", "0")]
    [InlineData("--iterations", "-1")]
    [InlineData("--time-limit", "0")]
    [InlineData("--time-limit", "1,5")]
    [InlineData("--score", "X=1")]
    [InlineData("--score", "H=1,H=2")]
    [InlineData("--score", "H=-1")]
    [InlineData("--score", "H=0")]
    [InlineData("--score", "H")]
    [InlineData("--team", "--max-population", "5000")]
    [InlineData("--value", "nowhere")]
    [InlineData("--zones", "nowhere")]
    public async Task An_impossible_option_is_wrong_use(params string[] options)
    {
        var ended = await Schakel.Run([.. Worked(), .. options, "--json"]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Fact]
    public async Task Lines_are_refused_with_what_is_wrong_with_them()
    {
        var river = await Schakel.Run([.. Worked(), "--barriers", folder.Write("river.geojson", AreaMaps.Lines(("rail", (0, 0), (1, 1)), ("river", (0, 0), (1, 1)))), "--lang", "en"]);
        var points = await Schakel.Run([.. Worked(), "--links", folder.Write("points.geojson", Maps.Collection(["""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[155000,463000]}}"""])), "--lang", "en"]);
        var gone = await Schakel.Run([.. Worked(), "--barriers", folder.Find("gone.gpkg")]);

        Assert.Equal((3, 3, 3), (river.ExitCode, points.ExitCode, gone.ExitCode));
        Assert.Contains("row 2", river.Errors, StringComparison.Ordinal);
        Assert.Contains("'river'", river.Errors, StringComparison.Ordinal);
        Assert.Contains("rail, motorway, trunk, water or soft", river.Errors, StringComparison.Ordinal);
        Assert.Contains("not a line", points.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_or_a_negative_number_gives_no_plan()
    {
        var nobody = await Schakel.Run([.. Worked(Residents("0")), "--json"]);
        var unknown = await Schakel.Run([.. Worked(Residents(".")), "--json"]);
        var negative = await Schakel.Run([.. Worked(AreaMaps.Figures().Replace("c3,4100", "c3,-5", StringComparison.Ordinal)), "--lang", "en"]);
        var without = await Schakel.Run(Worked()[..^4]);

        Assert.Equal((4, 4, 3, 2), (nobody.ExitCode, unknown.ExitCode, negative.ExitCode, without.ExitCode));
        Assert.Contains("row 4", negative.Errors, StringComparison.Ordinal);

        static string Residents(string number) => "code,inwoners,woningen\n" + string.Concat(Enumerable.Range(1, 12).Select(unit => $"c{unit},{number},{number}\n"));
    }

    [Fact]
    public async Task A_town_from_a_catalogue_is_divided_with_its_canal_and_railway()
    {
        var (demo, catalogue) = (folder.Find("demo"), folder.Find("town.catalogue"));
        Assert.Equal(0, (await Schakel.Run("demo", demo)).ExitCode);
        Assert.Equal(0, (await Schakel.Run("import", demo, "--into", catalogue)).ExitCode);
        string[] ground = ["--catalogue", catalogue, "--within", "GM9901"];
        string[] lines = ["--barriers", Path.Combine(demo, "barrieres.gpkg") + ":barrieres", "--links", Path.Combine(demo, "barrieres.gpkg") + ":oversteken"];

        var answer = (await Schakel.Run(["delineate", .. ground, "--zones", "wijk", "--indicator", "eenzaamheid", "--out", folder.Find("town.gpkg"), "--json"])).Json;
        var byFile = (await Schakel.Run(["delineate", .. ground, .. lines, "--zones", "wijk", "--indicator", "eenzaamheid", "--json"])).Json;
        var open = (await Schakel.Run(["delineate", .. ground, "--barriers", "none", "--links", "none", "--iterations", "100", "--json"])).Json;
        string[] wishes = ["--zones", "wijk", "--indicator", "eenzaamheid"];
        var byOwnDrawings = (await Schakel.Run(["delineate", .. ground, .. wishes, "--drawings", Path.Combine(demo, "tekeningen.gpkg"), "--json"])).Json;
        var undrawn = (await Schakel.Run(["delineate", .. ground, .. wishes, "--drawings", "none", "--json"])).Json;
        var several = await Schakel.Run(["delineate", "--catalogue", catalogue, "--barriers", Path.Combine(demo, "barrieres.gpkg")]);

        Assert.Equal(byFile.GetProperty("proposals").GetRawText(), answer.GetProperty("proposals").GetRawText());
        Assert.Equal(0, open.GetProperty("graph").GetProperty("removed").GetInt32());
        Assert.Equal("catalogue", answer.GetProperty("provenance").GetProperty("parameters").GetProperty("barriers").GetString());
        Assert.True(answer.GetProperty("graph").GetProperty("removed").GetInt32() > 0);
        Assert.All(answer.GetProperty("proposals").EnumerateArray(), proposal => Assert.All(["H", "K", "B", "R", "E", "S"], part => Assert.NotEqual(JsonValueKind.Null, proposal.GetProperty("score").GetProperty(part).ValueKind)));
        Assert.Equal("catalogue", answer.GetProperty("provenance").GetProperty("parameters").GetProperty("drawings").GetString());
        Assert.Equal(byOwnDrawings.GetProperty("proposals").GetRawText(), answer.GetProperty("proposals").GetRawText());
        Assert.Equal(JsonValueKind.Null, undrawn.GetProperty("proposals")[0].GetProperty("score").GetProperty("R").ValueKind);
        Assert.True(File.Exists(folder.Find("town.gpkg")));
        await AreaMaps.AssertPlans(folder, answer, ground);
        Assert.Equal(2, several.ExitCode);
        Assert.Contains("barrieres, oversteken", several.Errors, StringComparison.Ordinal);
    }

    private string[] Worked(string? figures = null) =>
    [
        "delineate", "--areas", folder.Write("map.geojson", Maps.Squares(3, 4)), "--id", "code", "--table", folder.Write("figures.csv", figures ?? AreaMaps.Figures()), "--table-id", "code",
        "--population", "inwoners", "--dwellings", "woningen",
    ];
}
