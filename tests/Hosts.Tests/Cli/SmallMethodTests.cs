// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of the small methods, and the rule that language changes words and nothing else.</summary>
public sealed class SmallMethodTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Of_eight_tests_three_stand_after_benjamini_and_hochberg()
    {
        var table = folder.Write("p.csv", "id,p\nt1,.001\nt2,.009\nt3,.04\nt4,.012\nt5,.2\nt6,.03\nt7,.6\nt8,.048\n".Replace(",.", ",0.", StringComparison.Ordinal));

        var answer = (await Schakel.Run("fdr", "--table", table, "--table-id", "id", "--p", "p", "--fdr", "0.05", "--json")).Json;

        double[] adjusted = [.008, .032, .064, .032, .2285714, .06, .6, .064];
        var areas = answer.GetProperty("areas").EnumerateArray().ToList();
        for (var test = 0; test < 8; test++)
            Assert.Equal(adjusted[test], areas[test].GetProperty("adjusted").GetDouble(), 1e-6);
        Assert.Equal(["t1", "t2", "t4"], areas.Where(area => area.GetProperty("significant").GetBoolean()).Select(area => area.GetProperty("id").GetString()));
        Assert.Equal(3, answer.GetProperty("fdr").GetProperty("significant").GetInt32());
        Assert.Equal(0.012, answer.GetProperty("fdr").GetProperty("threshold").GetDouble());
    }

    [Fact]
    public async Task Small_numbers_lean_on_the_map_as_in_the_worked_case()
    {
        var table = folder.Write("rates.csv", "id,y,n\na,2,50\nb,0,40\nc,9,100\nd,20,400\ne,4,160\n");

        var answer = (await Schakel.Run("smooth", "--table", table, "--table-id", "id", "--cases", "y", "--population", "n", "--json")).Json;

        double[] expected = [.04566802, .0409015, .05795775, .0486166, .03885505];
        Assert.Equal(1.6444444e-4, answer.GetProperty("a").GetDouble(), 1e-10);
        Assert.Equal(.0466667, answer.GetProperty("b").GetDouble(), 1e-7);
        Assert.Equal(expected, answer.GetProperty("areas").EnumerateArray().Select(area => Math.Round(area.GetProperty("smoothed").GetDouble(), 8)));
    }

    [Fact]
    public async Task Levels_make_smoothing_hierarchical()
    {
        var table = folder.Write("nested.csv", WorkedCases.Nested);

        var answer = (await Schakel.Run("smooth", "--table", table, "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente", "--json")).Json;

        double[] expected = [.0632508, .0587490, .0711719, .1015087, .1053661, .0363107, .0317347, .0279782, .0743912, .0673888, .0295941, .0272818];
        Assert.Equal("hierarchical", answer.GetProperty("method").GetString());
        var smoothed = answer.GetProperty("areas").EnumerateArray().Select(area => area.GetProperty("smoothed").GetDouble()).ToList();
        for (var unit = 0; unit < expected.Length; unit++)
            Assert.Equal(expected[unit], smoothed[unit], 1e-6);
    }

    [Fact]
    public async Task On_a_chessboard_black_touches_only_white()
    {
        var table = folder.Write("board.csv", "id,value\n" + string.Join('\n', Enumerable.Range(1, 9).Select(cell => $"c{cell},{cell % 2}")) + "\n");
        var neighbours = folder.Write("neighbours.csv", WorkedCases.GridNeighbours);

        var binary = (await Schakel.Run("join-count", "--table", table, "--value", "value", "--neighbours", neighbours, "--json")).Json;
        var weighted = (await Schakel.Run("join-count", "--table", table, "--value", "value", "--neighbours", neighbours, "--style", "W", "--json")).Json;
        var refused = await Schakel.Run("join-count", "--table", folder.Write("grid.csv", WorkedCases.Grid), "--value", "value", "--neighbours", neighbours, "--json");

        Assert.Equal(0, binary.GetProperty("BB").GetDouble());
        Assert.Equal(12, binary.GetProperty("BW").GetDouble());
        Assert.Equal(4.5, weighted.GetProperty("BW").GetDouble(), 1e-12);
        Assert.Equal(5.0 * 4 / (9 * 8) * 24, binary.GetProperty("expectedBW").GetDouble(), 1e-12);
        Assert.Equal(3, refused.ExitCode);
    }

    [Fact]
    public async Task Language_changes_words_and_no_number()
    {
        var table = folder.Write("nested.csv", WorkedCases.Nested);
        string[] question = ["profile", "--table", table, "--cases", "y", "--population", "n", "--levels", "buurt,wijk,gemeente", "--json"];

        var dutch = (await Schakel.Run([.. question, "--lang", "nl"])).Json;
        var english = (await Schakel.Run([.. question, "--lang", "en"])).Json;

        Assert.NotEqual(dutch.GetProperty("levels")[2].GetProperty("shareReason").GetString(), english.GetProperty("levels")[2].GetProperty("shareReason").GetString());
        Assert.Equal(Numbers(dutch.GetProperty("levels")), Numbers(english.GetProperty("levels")));
        Assert.Equal(Numbers(dutch.GetProperty("noise")), Numbers(english.GetProperty("noise")));
    }

    [Fact]
    public async Task The_page_for_people_has_a_decimal_comma_in_dutch_and_a_point_in_english()
    {
        var (table, neighbours) = (folder.Write("grid.csv", WorkedCases.Grid), folder.Write("neighbours.csv", WorkedCases.GridNeighbours));

        var dutch = await Schakel.Run("moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours);
        var english = await Schakel.Run("moran", "--table", table, "--table-id", "id", "--value", "value", "--neighbours", neighbours, "--lang", "en");

        Assert.Contains("0,5000", dutch.Output, StringComparison.Ordinal);
        Assert.Contains("0.5000", english.Output, StringComparison.Ordinal);
        Assert.Empty(dutch.Errors);
    }

    private static List<string> Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(member => Numbers(member.Value))],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Numbers)],
        JsonValueKind.Number => [element.GetRawText()],
        _ => [],
    };
}
