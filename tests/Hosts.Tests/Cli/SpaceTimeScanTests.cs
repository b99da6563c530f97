// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Clusters in place and time, from a table with a line for each event.</summary>
public sealed class SpaceTimeScanTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_burst_in_one_place_in_the_last_week_is_found()
    {
        var answer = (await Schakel.Run([.. Question(Burst()), "--json"])).Json;

        var best = answer.GetProperty("clusters")[0];
        Assert.Equal(["z07"], best.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("2024-06-24", best.GetProperty("from").GetString());
        Assert.Equal("2024-06-30", best.GetProperty("to").GetString());
        Assert.True(best.GetProperty("p").GetDouble() <= 0.01);
        Assert.Equal(1 / best.GetProperty("p").GetDouble(), best.GetProperty("recurrenceDays").GetDouble(), 1e-9);
        Assert.Equal(16, answer.GetProperty("n").GetInt32());
        Assert.Equal("2024-06-30", answer.GetProperty("end").GetString());
    }

    [Fact]
    public async Task The_likelihood_ratio_follows_from_cases_expected_and_all_events()
    {
        var answer = (await Schakel.Run([.. Question(Burst()), "--windows", "7", "--json"])).Json;

        var (best, all) = (answer.GetProperty("clusters")[0], answer.GetProperty("events").GetDouble());
        var (cases, expected) = (best.GetProperty("cases").GetDouble(), best.GetProperty("expected").GetDouble());
        Assert.Equal((cases * Math.Log(cases / expected)) + ((all - cases) * Math.Log((all - cases) / (all - expected))), best.GetProperty("llr").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Looking_a_week_earlier_finds_nothing_remarkable_and_says_what_came_later()
    {
        var answer = (await Schakel.Run([.. Question(Burst()), "--end", "2024-06-23", "--json"])).Json;

        Assert.All(answer.GetProperty("clusters").EnumerateArray(), cluster => Assert.True(cluster.GetProperty("p").GetDouble() > 0.05));
        Assert.True(answer.GetProperty("setAside").GetProperty("afterEnd").GetInt32() >= 12);
        Assert.Equal("events-after-end", answer.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Row_order_and_threads_do_not_matter()
    {
        var lines = Burst().TrimEnd('\n').Split('\n');
        var turned = lines[0] + "\n" + string.Join('\n', lines[1..].Reverse()) + "\n";

        var one = await Schakel.Run([.. Question(Burst()), "--json", "--threads", "1"]);
        var two = await Schakel.Run([.. Question(Burst()), "--json", "--threads", "2"]);
        var other = await Schakel.Run([.. Question(turned), "--json"]);

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.Equal(one.Json.GetProperty("clusters").GetRawText(), other.Json.GetProperty("clusters").GetRawText());
    }

    [Fact]
    public async Task Events_without_an_area_a_day_or_a_place_are_counted_and_left_out()
    {
        var answer = (await Schakel.Run([.. Question(Burst() + ",2024-06-29,5,5\nz01,,5,5\nz01,2024-06-29,,5\nz01,2024-06-29,5,\n"), "--json"])).Json;

        var aside = answer.GetProperty("setAside");
        Assert.Equal([1, 1, 2], new[] { "withoutArea", "withoutDay", "withoutPlace" }.Select(name => aside.GetProperty(name).GetInt32()));
    }

    [Theory]
    [InlineData(2, "--population", "x")]
    [InlineData(2, "--windows", "0")]
    [InlineData(2, "--end", "30-06-2024")]
    [InlineData(2, "--catalogue", "nowhere")]
    [InlineData(4, "--end", "2020-01-01")]
    public async Task What_cannot_be_asked_is_refused(int exitCode, params string[] options)
    {
        var ended = await Schakel.Run([.. Question(Burst()), .. options, "--json"]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_with_its_row()
    {
        var wrong = await Schakel.Run(Question("zone,day,x,y\nz1,2024-06-01,0,0\nz2,2024-13-01,0,0\n"));
        var lacking = await Schakel.Run(Question(Burst())[..^2]);

        Assert.Equal(3, wrong.ExitCode);
        Assert.Contains("2024-13-01", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(2, lacking.ExitCode);
        Assert.Contains("--y", lacking.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_thefts_of_groningen_answer_by_buurt()
    {
        var file = GroningenFile();
        Assert.SkipUnless(File.Exists(file), "../shared/data is not here: " + file);

        var answer = (await Schakel.Run("scan", "--space-time", "--table", file, "--table-id", "buurt", "--date", "kennisname", "--x", "x_rd", "--y", "y_rd", "--end", "2015-11-30", "--json")).Json;

        Assert.True(answer.GetProperty("n").GetInt32() > 50);
        Assert.All(answer.GetProperty("clusters").EnumerateArray(), cluster => Assert.True(cluster.GetProperty("cases").GetDouble() > cluster.GetProperty("expected").GetDouble()));
    }

    // Sixteen zones on a grid, an event every few days in each, and twelve more in one of them in the last week.
    private static string Burst()
    {
        var text = new StringBuilder("zone,day,x,y\n");
        for (var zone = 1; zone <= 16; zone++)
            for (var day = zone % 5; day < 180; day += 5)
                Event(text, zone, day);
        for (var extra = 0; extra < 12; extra++)
            Event(text, 7, 174 + (extra % 6));
        return text.ToString();
    }

    private static void Event(StringBuilder text, int zone, int day) => text.Append(
        CultureInfo.InvariantCulture, $"z{zone:00},{new DateOnly(2024, 1, 3).AddDays(day):yyyy-MM-dd},{1000 * (zone % 4)},{1000 * (zone / 4)}\n");

    private string[] Question(string events) =>
        ["scan", "--space-time", "--table", folder.Write("events.csv", events), "--table-id", "zone", "--date", "day", "--x", "x", "--y", "y"];

    private static string GroningenFile()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        return Path.Combine(root.FullName, "../shared/data/gebeurtenissen/groningen_fietsdiefstal_tm_2015.csv");
    }
}
