// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>How chance is reckoned can be said: more of it, rounding on top, or none at all.</summary>
public sealed class ProfileChanceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Phi_multiplies_chance_and_rounding_adds_to_it()
    {
        var noise = await Noise();
        var twice = await Noise("--phi", "2");
        var rounded = await Noise("--rounding", "cases5,population5");
        var percents = await Noise("--rounding", "percent");

        // n of case A-1, pooled rate 354/6400.
        double[] people = [400, 600, 300, 400, 600, 900, 400, 500, 700, 300, 500, 800];
        const double pooled = 354.0 / 6400;
        Assert.Equal(people.Average(n => pooled * (1 - pooled) / n), noise, 1e-15);
        Assert.Equal(2 * noise, twice, 1e-15);
        Assert.Equal(noise + (25.0 / 12 * (1 + (pooled * pooled)) * people.Average(n => 1 / (n * n))), rounded, 1e-15);
        Assert.Equal(noise + (0.0001 / 12), percents, 1e-15);
    }

    [Fact]
    public async Task A_description_leaves_chance_out_and_says_so()
    {
        var profile = (await Profile("--descriptive")).Json;

        Assert.Equal(0, profile.GetProperty("noise").GetProperty("mean").GetDouble());
        Assert.Equal(0, profile.GetProperty("noise").GetProperty("share").GetDouble());
        Assert.Contains("chance-left-out", profile.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
        Assert.True(profile.GetProperty("provenance").GetProperty("parameters").GetProperty("descriptive").GetBoolean());
    }

    [Fact]
    public async Task A_catalogue_listens_too()
    {
        var catalogue = folder.Find("catalogus");
        await Schakel.Run("import", folder.Write("cijfers_2024.csv", SmallTown.Figures()), "--into", catalogue);
        string[] question = ["profile", "--catalogue", catalogue, "--indicator", "zwerfafval", "--json"];

        var plain = (await Schakel.Run(question)).Json;
        var twice = (await Schakel.Run([.. question, "--phi", "2"])).Json;
        var described = (await Schakel.Run([.. question, "--descriptive"])).Json;

        Assert.Equal(2 * NoiseOf(plain), NoiseOf(twice), 1e-15);
        Assert.Equal(0, NoiseOf(described));
        Assert.Equal(3, new[] { plain, twice, described }.Select(answer => answer.GetProperty("fingerprint").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("--phi", "0.5")]
    [InlineData("--rounding", "tens")]
    [InlineData("--rounding", "none,percent")]
    [InlineData("--descriptive", "--phi", "2")]
    public async Task What_cannot_be_is_wrong_use(params string[] options)
    {
        var ended = await Profile(options);

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task A_known_variance_is_not_multiplied_behind_the_back()
    {
        var table = folder.Write("values.csv", "buurt,wijk,value,v\nb1,w1,3,1\nb2,w1,4,1\nb3,w2,6,1\nb4,w2,8,1\n");

        var ended = await Schakel.Run("profile", "--table", table, "--value", "value", "--variance", "v", "--levels", "buurt,wijk", "--phi", "2");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("--value en --phi", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_level_is_all_there_is_and_no_range_pretends_otherwise()
    {
        var table = folder.Write("case.csv", WorkedCases.Nested);
        string[] question = ["profile", "--table", table, "--cases", "y", "--population", "n", "--levels", "buurt"];

        var page = await Schakel.Run(question);
        var json = (await Schakel.Run([.. question, "--json"])).Json;

        Assert.Contains("Alleen buurt is te schatten", page.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("100%–100%", page.Output, StringComparison.Ordinal);
        Assert.Equal(["buurt"], json.GetProperty("shareOf").EnumerateArray().Select(level => level.GetString()));
        Assert.Equal(1, json.GetProperty("levels")[0].GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task What_lasts_of_a_withheld_level_is_not_shown_as_if_it_were_known()
    {
        string[] question = ["profile", "--table", folder.Write("years.csv", WorkedCases.TwoYears), "--cases", "y1,y2", "--population", "n", "--levels", "buurt,wijk", "--weights", "equal"];

        var stability = (await Schakel.Run([.. question, "--json"])).Json.GetProperty("stability");
        var whole = (await Schakel.Run([.. question, "--all-levels", "--json"])).Json.GetProperty("stability");
        var page = await Schakel.Run(question);

        Assert.Equal([false, true], stability.EnumerateArray().Select(level => level.GetProperty("withheld").GetBoolean()));
        Assert.NotEmpty(stability[1].GetProperty("withheldReason").GetString()!);
        Assert.All(whole.EnumerateArray(), level => Assert.False(level.GetProperty("withheld").GetBoolean()));
        var lasting = page.Output[page.Output.IndexOf("Wat blijft er", StringComparison.Ordinal)..];
        Assert.Contains("buurt: 65%", lasting, StringComparison.Ordinal);
        Assert.DoesNotContain("wijk: 100%", lasting, StringComparison.Ordinal);
    }

    private async Task<double> Noise(params string[] options) => NoiseOf((await Profile(options)).Json);

    private static double NoiseOf(JsonElement profile) => profile.GetProperty("noise").GetProperty("mean").GetDouble();

    private Task<Ended> Profile(params string[] options) => Schakel.Run(
        ["profile", "--table", folder.Write("case.csv", WorkedCases.Nested), "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente", "--json", .. options]);
}
