// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of reach, through the program.</summary>
public sealed class ReachTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_nested_worked_case_fills_budgets_exactly()
    {
        var reach = (await Schakel.Run([.. Nested(), "--ranking", "raw", "--json"])).Json;

        (string Level, double Gini, double Tenth, double Fifth, double Third, double Gain)[] expected =
            [("buurt", .297316, .197740, .370621, .515819, .2133), ("wijk", .273040, .191638, .357966, .491751, .1975), ("gemeente", .168874, .146991, .293982, .440973, .1175)];
        var rows = reach.GetProperty("levels").EnumerateArray().ToList();
        Assert.Equal(9, rows.Count);
        for (var level = 0; level < expected.Length; level++)
        {
            var (name, gini, tenth, fifth, third, gain) = expected[level];
            Assert.All(rows.Skip(3 * level).Take(3), row => Assert.Equal(name, row.GetProperty("level").GetString()));
            Assert.Equal([.1, .2, .3], rows.Skip(3 * level).Take(3).Select(row => row.GetProperty("budgetShare").GetDouble()));
            Assert.Equal(gini, rows[3 * level].GetProperty("gini").GetDouble(), 1e-6);
            Assert.Equal(tenth, rows[3 * level].GetProperty("reach").GetDouble(), 1e-6);
            Assert.Equal(fifth, rows[(3 * level) + 1].GetProperty("reach").GetDouble(), 1e-6);
            Assert.Equal(third, rows[(3 * level) + 2].GetProperty("reach").GetDouble(), 1e-6);
            Assert.Equal(gain, rows[(3 * level) + 1].GetProperty("gain").GetDouble(), 1e-4);
            Assert.Equal(354 * (1 - fifth), rows[(3 * level) + 1].GetProperty("missed").GetDouble(), 1e-3);
        }
    }

    [Fact]
    public async Task Whole_wijken_leave_hot_buurten_outside()
    {
        var reach = (await Schakel.Run([.. Nested(), "--ranking", "raw", "--budgets", "0.3", "--json"])).Json;

        var wijken = reach.GetProperty("wholeUnits").EnumerateArray().Single(choice => choice.GetProperty("level").GetString() == "wijk");
        Assert.Equal(["W2"], Ids(wijken, "ids"));
        Assert.Equal(["b03", "b09"], Ids(wijken, "hotOutside"));
        Assert.Equal(106, wijken.GetProperty("casesInside").GetDouble());
        Assert.Equal(248, wijken.GetProperty("casesOutside").GetDouble());
        Assert.Equal(.106, wijken.GetProperty("rateInside").GetDouble(), 1e-9);
        Assert.Equal(.045926, wijken.GetProperty("rateOutside").GetDouble(), 1e-6);
        var gemeenten = reach.GetProperty("wholeUnits").EnumerateArray().Single(choice => choice.GetProperty("level").GetString() == "gemeente");
        Assert.Equal(JsonValueKind.Null, gemeenten.GetProperty("rateInside").ValueKind);
        Assert.NotEmpty(gemeenten.GetProperty("rateInsideReason").GetString()!);
    }

    [Fact]
    public async Task Two_years_show_how_rosy_one_year_is()
    {
        var table = folder.Write("years.csv", "id,a,b,n\nu1,9,4,100\nu2,2,3,100\nu3,6,7,100\nu4,3,4,100\nu5,8,5,100\nu6,2,2,100\n");

        var reach = (await Schakel.Run(
            "reach", "--table", table, "--cases", "a,b", "--population", "n", "--levels", "id", "--budgets", "0.3333333333333333,0.5", "--ranking", "raw", "--json")).Json;

        var rows = reach.GetProperty("levels").EnumerateArray().ToList();
        Assert.Equal(.566667, rows[0].GetProperty("reach").GetDouble(), 1e-6);
        Assert.Equal(.36, rows[0].GetProperty("honestReach").GetDouble(), 1e-9);
        Assert.Equal(.766667, rows[1].GetProperty("reach").GetDouble(), 1e-6);
        Assert.Equal(.64, rows[1].GetProperty("honestReach").GetDouble(), 1e-9);
        Assert.Contains("selection-optimism", reach.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Fewer_cases_than_units_is_corrected_for()
    {
        var table = folder.Write("few.csv", "id,y,n\n" + string.Join('\n', new[] { 0, 0, 0, 0, 0, 0, 0, 1, 1, 2 }.Select((count, unit) => $"u{unit},{count},100")) + "\n");

        var row = (await Schakel.Run("reach", "--table", table, "--cases", "y", "--population", "n", "--levels", "id", "--ranking", "raw", "--json")).Json.GetProperty("levels")[0];

        Assert.Equal(.75, row.GetProperty("gini").GetDouble(), 1e-9);
        Assert.Equal(.375, row.GetProperty("generalisedGini").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Threads_and_order_of_rows_change_nothing()
    {
        var (straight, turned) = (folder.Write("nested.csv", SmallTown.Tree()), folder.Write("turned.csv", Turned(SmallTown.Tree())));
        string[] question = ["--cases", "zwerfafval", "--population", "inwoners", "--levels", "code,wijk,gemeente", "--json"];

        var one = await Schakel.Run(["reach", "--table", straight, "--threads", "1", .. question]);
        var two = await Schakel.Run(["reach", "--table", straight, "--threads", "2", .. question]);
        var other = await Schakel.Run(["reach", "--table", turned, .. question]);

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        foreach (var member in new[] { "levels", "wholeUnits" })
            Assert.Equal(one.Json.GetProperty(member).GetRawText(), other.Json.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task A_catalogue_answers_too()
    {
        var catalogue = folder.Find("town.catalogue");
        var demo = folder.Find("demo");
        Assert.Equal(0, (await Schakel.Run("demo", demo)).ExitCode);
        Assert.Equal(0, (await Schakel.Run("import", demo, "--into", catalogue)).ExitCode);

        var one = (await Schakel.Run("reach", "--catalogue", catalogue, "--indicator", "fietsdiefstal", "--levels", "buurt,wijk", "--json")).Json;
        var two = (await Schakel.Run("reach", "--catalogue", catalogue, "--indicator", "schulden", "--year", "2023,2024", "--levels", "buurt,wijk", "--json")).Json;

        Assert.Equal("thinning", one.GetProperty("honestMethod").GetString());
        Assert.Equal("two-years", two.GetProperty("honestMethod").GetString());
        Assert.Equal(6, two.GetProperty("levels").GetArrayLength());
        Assert.All(two.GetProperty("levels").EnumerateArray(), row => Assert.InRange(row.GetProperty("honestReach").GetDouble(), 0.05, 1));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence()
    {
        var none = folder.Write("none.csv", "id,y,n\nu1,0,10\nu2,0,10\n");
        var more = folder.Write("more.csv", "id,y,n\nu1,11,10\nu2,0,10\n");
        string[] question = ["--cases", "y", "--population", "n", "--levels", "id"];

        await Ends(2, "reach", "--table", none, "--cases", "y", "--population", "n");
        await Ends(2, ["reach", "--table", none, .. question, "--budgets", "0,0.5"]);
        await Ends(2, ["reach", "--table", none, .. question, "--budgets", "0.5,0.5"]);
        await Ends(3, ["reach", "--table", more, .. question]);
        await Ends(4, ["reach", "--table", none, .. question]);
        await Ends(2, "reach", "--table", none, "--value", "y", "--levels", "id");
    }

    [Fact]
    public async Task The_page_for_people_says_who_is_missed()
    {
        var dutch = await Schakel.Run([.. Nested(), "--ranking", "raw"]);
        var english = await Schakel.Run([.. Nested(), "--ranking", "raw", "--lang", "en"]);

        Assert.Contains("hoog en toch erbuiten (buurt): b03, b09", dutch.Output, StringComparison.Ordinal);
        Assert.Contains("Of every 10 people with this problem, 7 live outside", english.Output, StringComparison.Ordinal);
    }

    private string[] Nested() =>
        ["reach", "--table", folder.Write("nested.csv", WorkedCases.Nested), "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente"];

    private static string Turned(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n";
    }

    private static IEnumerable<string?> Ids(JsonElement choice, string member) => choice.GetProperty(member).EnumerateArray().Select(id => id.GetString());

    private static async Task Ends(int code, params string[] arguments)
    {
        var ended = await Schakel.Run(arguments);
        Assert.Equal(code, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }
}
