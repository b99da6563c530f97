// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of signals, through the program.</summary>
public sealed class SignalsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reporter_counts_once_for_each_place_and_week()
    {
        var file = folder.Write("meldingen.csv", """
            id,reporter,category,date,x,y
            m1,r1,afval,2024-03-01,155000,463000
            m2,r1,afval,2024-03-08,155060,463000
            m3,r1,afval,2024-03-09,155000,463000
            m4,r1,afval,2024-03-05,155101,463000
            m5,r1,lawaai,2024-03-01,155000,463000
            m6,,afval,2024-03-01,155000,463000
            m7,,afval,2024-03-01,155000,463000
            """);

        var answer = (await Schakel.Run("signals", "--signals", file, "--json")).Json;

        Assert.Equal(7, answer.GetProperty("raw").GetInt32());
        Assert.Equal(6, answer.GetProperty("distinct").GetInt32());
        Assert.Equal(1, answer.GetProperty("largestReporterShare").GetDouble());
        Assert.Equal("one-reporter", Assert.Single(answer.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_last_day_of_a_series_is_compared_with_the_weeks_before()
    {
        var shorter = (await Schakel.Run("signals", "--series", Series("4 6 5 7 3 5 6 4 8 15"), "--json")).Json.GetProperty("ears");
        var longer = (await Schakel.Run("signals", "--series", Series("5 4 6 5 7 3 5 6 4 8 9 15"), "--json")).Json.GetProperty("ears");

        Figures(shorter.GetProperty("c1"), ("mean", 5.428571), ("sd", 1.718249), ("value", 5.570454));
        Figures(shorter.GetProperty("c2"), ("mean", 5.142857), ("sd", 1.345185), ("value", 7.327721));
        Assert.True(shorter.GetProperty("c1").GetProperty("alarm").GetBoolean());
        Assert.Equal(JsonValueKind.Null, shorter.GetProperty("c3").GetProperty("value").ValueKind);
        Assert.NotEmpty(shorter.GetProperty("c3").GetProperty("valueReason").GetString()!);
        Figures(longer.GetProperty("c3"), ("value", 9.518879));
        Assert.Equal("2024-03-12", longer.GetProperty("date").GetString());
    }

    [Fact]
    public async Task Two_sources_tell_how_much_nobody_saw()
    {
        var answer = (await Schakel.Run("signals", "--capture", "60,40,15", "--json")).Json.GetProperty("capture");
        var few = (await Schakel.Run("signals", "--capture", "60,40,6", "--json")).Json.GetProperty("capture");

        // The limits of the worked case are made with 1.96.
        Figures(answer, ("estimate", 155.3125), ("se", 25.426622));
        Assert.Equal(120.368824, answer.GetProperty("low").GetDouble(), 1e-3);
        Assert.Equal(224.779816, answer.GetProperty("high").GetDouble(), 5e-3);
        Assert.Equal(JsonValueKind.Null, few.GetProperty("estimate").ValueKind);
        Assert.NotEmpty(few.GetProperty("estimateReason").GetString()!);
    }

    [Fact]
    public async Task A_silent_area_is_pointed_at()
    {
        var file = folder.Write("buurten.csv", "code,meldingen,schouw,inwoners\nb1,60,80,1500\nb2,15,60,1200\nb3,30,40,1000\nb4,geheim,40,1000\n");
        string[] question = ["signals", "--table", file, "--table-id", "code", "--reports", "meldingen", "--objective", "schouw", "--population", "inwoners"];

        var answer = (await Schakel.Run([.. question, "--json"])).Json;
        var page = (await Schakel.Run([.. question, "--lang", "en"])).Output;

        double[] propensity = [1.285714, .428571, 1.285714], shrunken = [1.2464986, .5285714, 1.2167488], objective = [53.333333, 50, 40];
        var areas = answer.GetProperty("areas").EnumerateArray().ToList();
        for (var area = 0; area < 3; area++)
            Figures(areas[area], ("propensity", propensity[area]), ("shrunken", shrunken[area]), ("objectivePer1000", objective[area]));
        Assert.Equal([false, true, false], areas.Select(area => area.GetProperty("silent").GetBoolean()));
        Assert.Equal("b4", Assert.Single(answer.GetProperty("excluded").EnumerateArray()).GetProperty("id").GetString());
        Assert.Contains("silent area", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "--capture", "60,40")]
    [InlineData(2, "--capture", "60,40,41")]
    [InlineData(2, "--capture", "60,40,1.5")]
    [InlineData(2, "--table", "x.csv")]
    [InlineData(3, "--series", "nergens.csv")]
    public async Task Wrong_questions_are_refused(int exitCode, params string[] options)
    {
        var ended = await Schakel.Run(["signals", "--json", .. options]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Theory]
    [InlineData("date,count\n2024-03-01,4\n2024-03-02,5\n2024-03-04,6\n")]
    [InlineData("date,count\n2024-03-01,4\n2024-03-01,5\n")]
    [InlineData("date,count\n2024-03-01,4\nmorgen,5\n")]
    [InlineData("date,count\n2024-03-01,4\n2024-03-02,\n")]
    [InlineData("date,count\n2024-03-01,4\n2024-03-02,-1\n")]
    public async Task A_series_with_a_hole_is_refused_by_name(string text)
    {
        var ended = await Schakel.Run("signals", "--series", folder.Write("perdag.csv", text), "--json");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("perdag.csv", ended.Errors, StringComparison.Ordinal);
    }

    private string Series(string counts)
    {
        var days = counts.Split(' ').Select((count, day) => $"{new DateOnly(2024, 3, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{count}");
        return folder.Write("perdag.csv", "date,count\n" + string.Join('\n', days) + "\n");
    }

    private static void Figures(JsonElement holder, params (string Member, double Value)[] expected)
    {
        foreach (var (member, value) in expected)
            Assert.Equal(value, holder.GetProperty(member).GetDouble(), 1e-6);
    }

    [Fact]
    public async Task A_series_that_is_too_short_gives_no_all_clear_either()
    {
        var ears = (await Schakel.Run("signals", "--series", folder.Write("short.csv", "date,count\n2024-01-01,3\n2024-01-02,4\n"), "--json")).Json.GetProperty("ears");

        foreach (var name in new[] { "c1", "c2", "c3" })
        {
            Assert.Equal(JsonValueKind.Null, ears.GetProperty(name).GetProperty("alarm").ValueKind);
            Assert.NotEmpty(ears.GetProperty(name).GetProperty("alarmReason").GetString()!);
        }
    }
}
