// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of composition, through the program.</summary>
public sealed class CompositionTests : IDisposable
{
    private const string Strata = "id,y,n,c1,c2\na,30,300,.6,.4\nb,24,300,.5,.5\nc,12,300,.2,.8\nd,10,200,.2,.8\n";
    private const string Pair = "stratum,shareA,rateA,shareB,rateB\njong,0.5,0.12,0.2,0.10\nmidden,0.3,0.06,0.4,0.05\noud,0.2,0.03,0.4,0.025\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_areas_differ_by_their_people_and_by_their_rates()
    {
        var answer = (await Schakel.Run("composition", "--kitagawa", folder.Write("pair.csv", Pair), "--json")).Json;

        var pair = answer.GetProperty("kitagawa");
        Assert.Equal(.084, pair.GetProperty("rateA").GetDouble(), 1e-12);
        Assert.Equal(.050, pair.GetProperty("rateB").GetDouble(), 1e-12);
        Assert.Equal(.022, pair.GetProperty("composition").GetDouble(), 1e-12);
        Assert.Equal(.012, pair.GetProperty("rates").GetDouble(), 1e-12);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("adjusted").ValueKind);
        Assert.NotEmpty(answer.GetProperty("adjustedReason").GetString()!);
        Assert.Equal(3, answer.GetProperty("provenance").GetProperty("inputs")[0].GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Areas_are_compared_with_what_their_people_make_one_expect()
    {
        var answer = (await Schakel.Run([.. Standardised(), "--json"])).Json;

        var found = answer.GetProperty("standardised");
        Assert.Equal(1.3475177, found.GetProperty("factor").GetDouble(), 1e-7);
        Assert.Equal(5.9008264e-4, found.GetProperty("varianceTotal").GetDouble(), 1e-11);
        Assert.Equal(3.6880331e-4, found.GetProperty("varianceComposition").GetDouble(), 1e-11);
        Assert.Equal(3.945567e-5, found.GetProperty("varianceRemainder").GetDouble(), 1e-11);
        Assert.Equal(1.8182367e-4 / 2, found.GetProperty("covariance").GetDouble(), 1e-11);
        Assert.Equal(.77906907, found.GetProperty("share").GetDouble(), 1e-8);
        Assert.Equal(2.3388129e-4, found.GetProperty("noise").GetDouble(), 1e-11);
        Assert.Equal(1, found.GetProperty("correctedShare").GetDouble());
        Assert.False(found.GetProperty("remainderDistinguishable").GetBoolean());
        (double Expected, double Ratio)[] areas = [(27.4893617, 1.0913313), (24.2553191, .9894737), (14.5531915, .8245614), (9.7021277, 1.0307018)];
        for (var area = 0; area < 4; area++)
        {
            Assert.Equal(areas[area].Expected, found.GetProperty("areas")[area].GetProperty("expected").GetDouble(), 1e-7);
            Assert.Equal(areas[area].Ratio, found.GetProperty("areas")[area].GetProperty("sir").GetDouble(), 1e-7);
            Assert.True(found.GetProperty("areas")[area].GetProperty("low").GetDouble() < areas[area].Ratio && areas[area].Ratio < found.GetProperty("areas")[area].GetProperty("high").GetDouble());
        }

        Assert.Equal(.77906907, answer.GetProperty("share").GetProperty("low").GetDouble(), 1e-8);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("share").GetProperty("high").ValueKind);
        Assert.NotEmpty(answer.GetProperty("share").GetProperty("highReason").GetString()!);
    }

    [Fact]
    public async Task The_profile_with_composition_held_equal_is_the_worked_case()
    {
        var found = (await Schakel.Run([.. Adjusted(30, 20, 28, 35, 30, 28, 24, 22, 26, 38, 20, 25), "--all-levels", "--json"])).Json.GetProperty("adjusted");

        double[] variances = [1.046269e-4, 4.077945e-4, 5.449171e-4], pcvs = [-.7565, .35877, -.00043];
        for (var level = 0; level < 3; level++)
        {
            Assert.Equal(variances[level], found.GetProperty("levels")[level].GetProperty("variance").GetDouble(), 1e-9);
            Assert.Equal(pcvs[level], found.GetProperty("levels")[level].GetProperty("pcv").GetDouble(), 1e-4);
        }

        Assert.Equal(.14745, found.GetProperty("pcv").GetDouble(), 1e-5);
        Assert.Equal(.1002139e-2, found.GetProperty("coefficients")[0].GetProperty("estimate").GetDouble(), 1e-8);
        Assert.Equal(.1040089e-2, found.GetProperty("coefficients")[0].GetProperty("standardError").GetDouble(), 1e-8);
        Assert.Equal(3.504501e-2, found.GetProperty("intercept").GetDouble(), 1e-7);
    }

    [Fact]
    public async Task Nothing_may_be_left_and_the_program_stands()
    {
        var answer = (await Schakel.Run([.. Adjusted(30, 25, 38, 42, 40, 22, 20, 15, 35, 30, 18, 21), "--all-levels", "--json"])).Json;

        Assert.Equal(1, answer.GetProperty("adjusted").GetProperty("pcv").GetDouble(), 1e-9);
        Assert.Equal(1, answer.GetProperty("share").GetProperty("high").GetDouble(), 1e-9);
        Assert.Equal(.3390481e-2, answer.GetProperty("adjusted").GetProperty("coefficients")[0].GetProperty("estimate").GetDouble(), 1e-8);
        Assert.Equal(.0335420e-2, answer.GetProperty("adjusted").GetProperty("coefficients")[0].GetProperty("standardError").GetDouble(), 1e-8);
    }

    [Fact]
    public async Task Too_many_covariates_for_the_groups_is_a_null_with_a_reason()
    {
        var answer = (await Schakel.Run([.. Adjusted(30, 20, 28, 35, 30, 28, 24, 22, 26, 38, 20, 25), "--json"])).Json;

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("adjusted").ValueKind);
        Assert.NotEmpty(answer.GetProperty("adjustedReason").GetString()!);
        Assert.Equal(answer.GetProperty("adjustedReason").GetString(), answer.GetProperty("share").GetProperty("highReason").GetString());
    }

    [Fact]
    public async Task All_three_go_together_and_a_unit_without_a_share_is_listed()
    {
        var lines = SmallTown.Tree().TrimEnd('\n').Split('\n');
        var table = folder.Write("town.csv", string.Join('\n', lines.Select((line, row) => row == 0 ? line + ",jong,oud,huur" : $"{line},{(row == 3 ? "" : $"0.{20 + (row % 30)}")},0.{80 - (row % 30)},{row % 17}")) + "\n");
        string[] question = ["composition", "--kitagawa", folder.Write("pair.csv", Pair), "--table", table, "--cases", "zwerfafval", "--population", "inwoners", "--levels", "code,wijk,gemeente",
            "--strata", "jong,oud", "--stratum-rates", "0.02,0.08", "--covariates", "huur"];

        var answer = (await Schakel.Run([.. question, "--json"])).Json;
        var page = await Schakel.Run([.. question, "--lang", "en"]);

        Assert.Equal(107, answer.GetProperty("n").GetInt32());
        Assert.Equal("BU99000002", answer.GetProperty("excluded")[0].GetProperty("id").GetString());
        foreach (var member in new[] { "kitagawa", "standardised" })
            Assert.Equal(JsonValueKind.Object, answer.GetProperty(member).ValueKind);
        Assert.Contains("from other people", page.Output, StringComparison.Ordinal);
        Assert.Contains("goes with who lives where", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence()
    {
        await Ends(2, "zeg wat", "composition");
        await Ends(2, "--stratum-rates", [.. Standardised()[..^1], "0.1"]);
        await Ends(2, "rateB", "composition", "--kitagawa", folder.Write("short.csv", Pair.Replace("rateB", "cijferB", StringComparison.Ordinal)));
        await Ends(3, "rij 2", Standardised(Strata.Replace(".6,.4", "60,40", StringComparison.Ordinal)));
        await Ends(3, "rij 3", Standardised(Strata.Replace(".5,.5", ".5,.1", StringComparison.Ordinal)));
        await Ends(3, "samen 1", "composition", "--kitagawa", folder.Write("half.csv", Pair.Replace("jong,0.5", "jong,0.1", StringComparison.Ordinal)));
        await Ends(3, "rij 4", "composition", "--kitagawa", folder.Write("gap.csv", Pair.Replace("oud,0.2,0.03", "oud,0.2,", StringComparison.Ordinal)));
        await Ends(4, "gevallen", Standardised("id,y,n,c1,c2\na,0,300,.6,.4\nb,0,300,.5,.5\n"));
    }

    private string[] Standardised(string text = Strata) =>
        ["composition", "--table", folder.Write("strata.csv", text), "--table-id", "id", "--cases", "y", "--population", "n", "--strata", "c1,c2", "--stratum-rates", "0.10,0.02"];

    private string[] Adjusted(params int[] covariate)
    {
        var lines = WorkedCases.Nested.TrimEnd('\n').Split('\n');
        var table = folder.Write("nested.csv", string.Join('\n', lines.Select((line, row) => row == 0 ? line + ",x" : $"{line},{covariate[row - 1]}")) + "\n");
        return ["composition", "--table", table, "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente", "--covariates", "x"];
    }

    private static async Task Ends(int code, string says, params string[] arguments)
    {
        var ended = await Schakel.Run(arguments);
        Assert.Equal(code, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains(says, ended.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_rate_above_everybody_is_wrong_use_unless_it_counts_events()
    {
        string[] question = ["composition", "--table", folder.Write("strata.csv", Strata), "--table-id", "id", "--cases", "y", "--population", "n", "--strata", "c1,c2", "--stratum-rates", "1.4,0.2", "--json"];

        var proportion = await Schakel.Run(question);
        var events = await Schakel.Run([.. question, "--kind", "count"]);

        Assert.Equal(2, proportion.ExitCode);
        Assert.Contains("hooguit 1", proportion.Errors, StringComparison.Ordinal);
        Assert.Equal(0, events.ExitCode);
    }
}
