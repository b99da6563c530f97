// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

public sealed class ScaleProfileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_nested_worked_case_comes_out_of_a_table()
    {
        var table = folder.Write("nested.csv", WorkedCases.Nested);

        var profile = (await Schakel.Run(
            "profile", "--table", table, "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente", "--all-levels", "--full", "--json")).Json;

        var levels = profile.GetProperty("levels").EnumerateArray().ToList();
        Assert.Equal("reml", profile.GetProperty("estimator").GetString());
        Assert.Equal(["buurt", "wijk", "gemeente"], levels.Select(level => level.GetProperty("level").GetString()));
        Assert.Equal([12, 5, 2], levels.Select(level => level.GetProperty("groups").GetInt32()));
        Assert.Equal(5.956570e-5, levels[0].GetProperty("variance").GetDouble(), 1e-9);
        Assert.Equal(6.359593e-4, levels[1].GetProperty("variance").GetDouble(), 1e-9);
        Assert.Equal(5.446842e-4, levels[2].GetProperty("variance").GetDouble(), 1e-9);
        Assert.Equal(0.06240603, profile.GetProperty("mean").GetDouble(), 1e-8);
        Assert.Equal(0.0816, profile.GetProperty("noise").GetProperty("share").GetDouble(), 1e-4);
        var units = profile.GetProperty("units").EnumerateArray().ToList();
        Assert.Equal(12 + 5 + 2, units.Count);
        Assert.Equal("b01", units[0].GetProperty("id").GetString());
        Assert.Equal(0.0632508, units[0].GetProperty("estimate").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_level_with_two_groups_is_described_and_not_estimated()
    {
        var table = folder.Write("nested.csv", WorkedCases.Nested);

        var profile = (await Schakel.Run("profile", "--table", table, "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente", "--json")).Json;

        var gemeente = profile.GetProperty("levels")[2];
        Assert.Equal(System.Text.Json.JsonValueKind.Null, gemeente.GetProperty("variance").ValueKind);
        Assert.NotEmpty(gemeente.GetProperty("varianceReason").GetString()!);
        Assert.NotEmpty(gemeente.GetProperty("shareReason").GetString()!);
        Assert.Contains("too-few-groups", profile.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
        Assert.Equal(["buurt", "wijk"], profile.GetProperty("shareOf").EnumerateArray().Select(level => level.GetString()));
    }

    [Fact]
    public async Task Two_years_tell_what_lasts()
    {
        var table = folder.Write("years.csv", WorkedCases.TwoYears);

        var profile = (await Schakel.Run("profile", "--table", table, "--cases", "y1,y2", "--population", "n", "--levels", "buurt,wijk", "--weights", "equal", "--json")).Json;

        var stability = profile.GetProperty("stability").EnumerateArray().ToList();
        Assert.Equal(["buurt", "wijk"], stability.Select(level => level.GetProperty("level").GetString()));
        Assert.Equal(1.2433333e-4, stability[0].GetProperty("persistent").GetDouble(), 1e-10);
        Assert.Equal(12.6803175e-4, stability[1].GetProperty("persistent").GetDouble(), 1e-10);
        Assert.Equal(2.2333333e-4, stability[0].GetProperty("within")[0].GetDouble(), 1e-10);
        Assert.Equal(0.645170, stability[0].GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(1, stability[1].GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Without_known_chance_the_finest_units_have_no_deviation_and_it_says_why()
    {
        var table = folder.Write("values.csv", "buurt,wijk,value\nb1,w1,3\nb2,w1,4\nb3,w2,6\nb4,w2,8\nb5,w3,1\nb6,w3,2\n");

        var profile = (await Schakel.Run("profile", "--table", table, "--value", "value", "--levels", "buurt,wijk", "--full", "--json")).Json;

        var buurt = profile.GetProperty("units")[0];
        Assert.Equal(3, buurt.GetProperty("realised").GetDouble(), 1e-9);
        foreach (var member in new[] { "sd", "realisedSd" })
        {
            Assert.Equal(System.Text.Json.JsonValueKind.Null, buurt.GetProperty(member).ValueKind);
            Assert.NotEmpty(buurt.GetProperty(member + "Reason").GetString()!);
        }
    }
}
