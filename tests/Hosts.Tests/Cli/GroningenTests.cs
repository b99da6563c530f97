// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The real buurten of Groningen in 2017, against R spdep.</summary>
public sealed class GroningenTests : IDisposable
{
    private const double Tolerance = 1e-6;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_neighbours_are_those_of_spdep()
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Shared("reference/groningen_2017/contiguity.json"), TestContext.Current.CancellationToken));

        foreach (var id in new string[][] { ["--id", "BU_CODE"], [] })
        {
            var answer = (await Schakel.Run(["weights", "--areas", Shared("data/geo/groningen_2017.gpkg") + ":buurt_2017", "--full", "--json", .. id])).Json;

            Assert.Equal(expected.RootElement.GetProperty("queen_links").GetInt32(), answer.GetProperty("edges").GetInt32());
            foreach (var area in expected.RootElement.GetProperty("queen").EnumerateObject())
                Assert.Equal(
                    area.Value.EnumerateArray().Select(code => code.GetString()).Order(StringComparer.Ordinal),
                    answer.GetProperty("neighbours").GetProperty(area.Name).EnumerateArray().Select(code => code.GetString()));
        }
    }

    [Theory]
    [InlineData("x", "W")]
    [InlineData("x", "B")]
    [InlineData("x2", "W")]
    public async Task Moran_and_geary_are_those_of_spdep(string variable, string style)
    {
        using var reference = JsonDocument.Parse(await File.ReadAllTextAsync(Shared("reference/groningen_2017/global.json"), TestContext.Current.CancellationToken));
        var expected = reference.RootElement.GetProperty("variables").GetProperty(variable).GetProperty(style);
        string[] question = ["--areas", Shared("data/geo/groningen_2017.gpkg") + ":buurt_2017", "--id", "BU_CODE", "--table", Used(), "--table-id", "code", "--value", variable, "--style", style, "--json"];

        var moran = (await Schakel.Run(["moran", .. question])).Json;
        var geary = (await Schakel.Run(["geary", .. question])).Json;

        Assert.Equal(84, moran.GetProperty("n").GetInt32());
        Near(expected.GetProperty("moran_randomisation"), "stat", moran, "I");
        Near(expected.GetProperty("moran_randomisation"), "E", moran, "expected");
        Near(expected.GetProperty("moran_randomisation"), "Var", moran, "varianceRandomisation");
        Near(expected.GetProperty("moran_randomisation"), "z", moran, "zRandomisation");
        Near(expected.GetProperty("moran_normality"), "Var", moran, "varianceNormality");
        Near(expected.GetProperty("moran_normality"), "z", moran, "zNormality");
        Near(expected.GetProperty("geary_randomisation"), "stat", geary, "C");
        Near(expected.GetProperty("geary_randomisation"), "Var", geary, "varianceRandomisation");

        // spdep prints the other sign: see the contract.
        Assert.Equal(-expected.GetProperty("geary_randomisation").GetProperty("z").GetDouble(), geary.GetProperty("zRandomisation").GetDouble(), Tolerance);
    }

    [Fact]
    public async Task Local_moran_and_getis_ord_are_those_of_spdep()
    {
        var lines = await File.ReadAllLinesAsync(Shared("reference/groningen_2017/local.csv"), TestContext.Current.CancellationToken);
        var names = lines[0].Split(',');
        var expected = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0]);
        string[] question = ["--areas", Shared("data/geo/groningen_2017.gpkg") + ":buurt_2017", "--id", "BU_CODE", "--table", Used(), "--table-id", "code", "--value", "x", "--json"];

        var moran = (await Schakel.Run(["local-moran", .. question])).Json.GetProperty("areas").EnumerateArray().ToList();
        var getis = (await Schakel.Run(["getis-ord", .. question])).Json.GetProperty("areas").EnumerateArray().ToList();
        var star = (await Schakel.Run(["getis-ord", "--star", .. question])).Json.GetProperty("areas").EnumerateArray().ToList();

        Assert.Equal(expected.Count, moran.Count);
        for (var area = 0; area < moran.Count; area++)
        {
            double Of(string column) => double.Parse(expected[moran[area].GetProperty("id").GetString()!][Array.IndexOf(names, column)], CultureInfo.InvariantCulture);
            Assert.Equal(Of("x_W_Ii_n"), moran[area].GetProperty("statistic").GetDouble(), Tolerance);
            Assert.Equal(Of("x_W_lag"), moran[area].GetProperty("lag").GetDouble(), Tolerance);
            Assert.Equal(Of("x_W_Gi_z"), getis[area].GetProperty("statistic").GetDouble(), Tolerance);
            Assert.Equal(Of("x_W_Gistar_z"), star[area].GetProperty("statistic").GetDouble(), Tolerance);
        }
    }

    [Fact]
    public async Task Smoothed_rates_are_those_of_spdep()
    {
        var lines = await File.ReadAllLinesAsync(Shared("reference/groningen_2017/local.csv"), TestContext.Current.CancellationToken);
        var names = lines[0].Split(',');
        var expected = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => double.Parse(cells[Array.IndexOf(names, "EBest")], CultureInfo.InvariantCulture));

        var answer = (await Schakel.Run("smooth", "--table", Used(), "--table-id", "code", "--cases", "y", "--population", "n", "--json")).Json;

        Assert.Equal("global", answer.GetProperty("method").GetString());
        Assert.All(answer.GetProperty("areas").EnumerateArray(), area => Assert.Equal(expected[area.GetProperty("id").GetString()!], area.GetProperty("smoothed").GetDouble(), Tolerance));
    }

    [Fact]
    public async Task Join_counts_are_those_of_spdep()
    {
        using var reference = JsonDocument.Parse(await File.ReadAllTextAsync(Shared("reference/groningen_2017/global.json"), TestContext.Current.CancellationToken));
        var expected = reference.RootElement.GetProperty("join_counts").GetProperty("B").GetProperty("multi");

        var answer = (await Schakel.Run(
            "join-count", "--areas", Shared("data/geo/groningen_2017.gpkg") + ":buurt_2017", "--id", "BU_CODE", "--table", Used(), "--table-id", "code", "--value", "x", "--threshold", "11", "--json")).Json;

        foreach (var (theirs, ours) in new[] { ("0:0", "WW"), ("1:1", "BB"), ("1:0", "BW") })
        {
            Near(expected.GetProperty(theirs), "Joincount", answer, ours);
            Near(expected.GetProperty(theirs), "Expected", answer, "expected" + ours);
            Near(expected.GetProperty(theirs), "Variance", answer, "variance" + ours);
            Near(expected.GetProperty(theirs), "z-value", answer, "z" + ours);
        }
    }

    private static void Near(JsonElement expected, string theirs, JsonElement answer, string ours) =>
        Assert.Equal(expected.GetProperty(theirs).GetDouble(), answer.GetProperty(ours).GetDouble(), Tolerance);

    /// <summary>The rows that spdep used.</summary>
    private string Used()
    {
        var lines = File.ReadAllLines(Shared("reference/groningen_2017/input.csv"));
        var used = Array.IndexOf(lines[0].Split(','), "used");
        return folder.Write("used.csv", string.Join('\n', lines.Where((line, row) => row == 0 || line.Split(',')[used] == "1")) + "\n");
    }

    private static string Shared(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        var file = Path.GetFullPath(Path.Combine(root.FullName, "../shared", path));
        Assert.SkipUnless(File.Exists(file), $"../shared is not here: {path} was not compared.");
        return file;
    }
}
