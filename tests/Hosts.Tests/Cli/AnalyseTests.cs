// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>All evidence in one answer: the same figures as the single commands, whatever the cores.</summary>
public sealed class AnalyseTests(DemoTown town) : IClassFixture<DemoTown>
{
    private const string Town = "GM9901";

    [Theory]
    [InlineData("zwerfafval", "cell")]
    [InlineData("eenzaamheid", "buurt")]
    public async Task Each_part_is_the_object_of_the_single_command(string indicator, string level)
    {
        var whole = (await Analyse(indicator, Town)).Json;
        string[] question = ["--catalogue", town.Catalogue, "--indicator", indicator, "--within", Town, "--json"];

        Same(whole.GetProperty("profile"), (await Schakel.Run(["profile", .. question])).Json);
        Same(whole.GetProperty("reach"), (await Schakel.Run(["reach", .. question])).Json);
        Same(whole.GetProperty("reachNextYear"), (await Schakel.Run(["reach", .. question, "--year", "2023,2024"])).Json);
        Same(whole.GetProperty("robustness"), (await Schakel.Run(["robustness", .. question, "--level", "buurt", "--zones", "wijk"])).Json);
        // Which units took part is told once, for the statistic that needs neighbours too.
        var scan = (await Schakel.Run(["scan", .. question, "--level", level, "--zones", "wijk"])).Json;
        foreach (var name in new[] { "cases", "clusters", "nullDistribution", "tooLarge" })
            Assert.True(JsonElement.DeepEquals(scan.GetProperty(name), whole.GetProperty("clusters").GetProperty(name)), name);
        Same(whole.GetProperty("clusters"), (await Schakel.Run(["local-moran", .. question, "--level", level, "--rate", "eb"])).Json, ["cases", "clusters", "nullDistribution", "tooLarge", "rate"]);
    }

    [Fact]
    public async Task Composition_is_the_object_of_the_single_command_with_the_figures_it_names()
    {
        var whole = (await Analyse("schulden", null)).Json.GetProperty("composition");
        var names = whole.GetProperty("adjusted").GetProperty("coefficients").EnumerateArray().Select(covariate => covariate.GetProperty("name").GetString()!);

        Same(whole, (await Schakel.Run("composition", "--catalogue", town.Catalogue, "--indicator", "schulden", "--covariates", string.Join(',', names), "--json")).Json);
    }

    [Fact]
    public async Task Cores_do_not_change_a_byte()
    {
        var one = await Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", "zwerfafval", "--gemeente", Town, "--json", "--threads", "1");
        var two = await Schakel.Run("analyse", "--catalogue", town.Catalogue, "--indicator", "zwerfafval", "--gemeente", Town, "--json", "--threads", "2");

        Assert.Equal(0, one.ExitCode);
        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
    }

    [Fact]
    public async Task The_key_follows_the_question_and_nothing_else()
    {
        var key = Key(await Analyse("schulden", Town));

        Assert.Equal(key, Key(await Analyse("schulden", Town, "--year", "2024", "--threads", "1")));
        Assert.NotEqual(key, Key(await Analyse("schulden", Town, "--year", "2023")));
        Assert.NotEqual(key, Key(await Analyse("schulden", "GM9902")));
        Assert.NotEqual(key, Key(await Analyse("schulden", Town, "--seed", "7")));
        Assert.NotEqual(key, Key(await Analyse("schulden", Town, "--covariates", "huishoudensgrootte")));
    }

    [Fact]
    public async Task Two_gemeenten_in_any_order_are_one_place_and_show_the_cluster_across_their_border()
    {
        var both = await Analyse("fietsdiefstal", "GM9902,GM9901");

        Assert.Equal(Figures(both), Figures(await Analyse("fietsdiefstal", "GM9901,GM9902")));
        Assert.Equal(["GM9901", "GM9902"], both.Json.GetProperty("within").EnumerateArray().Select(code => code.GetString()));
        var found = both.Json.GetProperty("clusters").GetProperty("clusters")[0];
        Assert.True(found.GetProperty("p").GetDouble() < 0.05);
        var gemeenten = found.GetProperty("ids").EnumerateArray().Select(id => id.GetString()![2..6]).Distinct();
        Assert.Equal(["9901", "9902"], gemeenten.Order());
        Assert.True((await Analyse("fietsdiefstal", Town)).Json.GetProperty("clusters").GetProperty("clusters")[0].GetProperty("p").GetDouble() > 0.05);
    }

    [Theory]
    [InlineData(2, "--gemeente", "GM0000")]
    [InlineData(2, "--gemeente", "GM9901,WK990201")]
    [InlineData(2, "--gemeente", "GM9901", "--within", "GM9902")]
    [InlineData(2, "--year", "2023,2024")]
    [InlineData(4, "--year", "1999")]
    [InlineData(2, "--covariates", "bestaat_niet")]
    public async Task A_question_that_cannot_be_is_refused(int exitCode, params string[] more)
    {
        var ended = await Schakel.Run(["analyse", "--catalogue", town.Catalogue, "--indicator", "schulden", .. more, "--json"]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    private Task<Ended> Analyse(string indicator, string? gemeente, params string[] more) =>
        Schakel.Run(["analyse", "--catalogue", town.Catalogue, "--indicator", indicator, .. gemeente is null ? Array.Empty<string>() : ["--gemeente", gemeente], .. more, "--json"]);

    private static string Figures(Ended ended) => ended.Output[..ended.Output.IndexOf("\"provenance\"", StringComparison.Ordinal)];

    private static string Key(Ended ended) => ended.Json.GetProperty("key").GetString()!;

    private static void Same(JsonElement part, JsonElement alone, string[]? besides = null)
    {
        foreach (var member in alone.EnumerateObject().Where(member => member.Name is not ("provenance" or "warnings")))
            Assert.True(JsonElement.DeepEquals(member.Value, part.GetProperty(member.Name)), $"{member.Name}: {member.Value} is not {part.GetProperty(member.Name)}");
        Assert.Equal(
            alone.EnumerateObject().Select(member => member.Name).Where(name => name is not ("provenance" or "warnings")).Concat(besides ?? []).Order(),
            part.EnumerateObject().Select(member => member.Name).Where(name => name != "warnings").Order());
    }
}
