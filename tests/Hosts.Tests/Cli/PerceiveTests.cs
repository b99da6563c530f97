// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of drawn neighbourhoods, through the program.</summary>
public sealed class PerceiveTests : IDisposable
{
    // First and last cell of each drawing.
    private static readonly (int First, int Last)[] worked = [(1, 3), (2, 3), (2, 4), (3, 5), (1, 4)];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_surface_is_the_share_of_voices_that_drew_a_cell()
    {
        var answer = await Perceive(worked.Select((drawing, number) => Drawing($"r{number}", drawing)));

        Near([.4, .8, 1, .6, .2, 0], answer.GetProperty("membership"));
        Near([.970951, .721928, 0, .970951, .721928, 0], answer.GetProperty("entropy"));
        Assert.Equal(["c2", "c3"], answer.GetProperty("core").EnumerateArray().Select(cell => cell.GetString()));
        Assert.Equal(.518333, answer.GetProperty("meanJaccard").GetDouble(), 1e-6);
        Assert.Equal(5, answer.GetProperty("effectiveRespondents").GetDouble(), 1e-12);
        var pair = answer.GetProperty("affinity")[0];
        Assert.Equal(JsonValueKind.Null, pair.GetProperty("value").ValueKind);
        Assert.NotEmpty(pair.GetProperty("valueReason").GetString()!);
        Assert.Equal(4, pair.GetProperty("effectiveRespondents").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Ten_voices_and_more_tell_how_far_two_cells_are_one()
    {
        var answer = await Perceive(worked.SelectMany((drawing, number) => Enumerable.Range(0, 4).Select(copy => Drawing($"r{number}-{copy}", drawing))));

        double[] expected = [.5, .8, .6, .333333];
        var pairs = answer.GetProperty("affinity").EnumerateArray().ToList();
        Assert.Equal(["c1 c2", "c2 c3", "c3 c4", "c4 c5", "c5 c6"], pairs.Select(pair => $"{pair.GetProperty("a")} {pair.GetProperty("b")}"));
        for (var pair = 0; pair < 4; pair++)
            Assert.Equal(expected[pair], pairs[pair].GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Null, pairs[4].GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task Weights_of_respondents_count()
    {
        double[] weights = [2, 1, 1, .5, .5];

        var answer = await Perceive(worked.Select((drawing, number) => Drawing($"r{number}", drawing, ("gewicht", Number(weights[number])))), "--weight", "gewicht");

        Near([.5, .9, 1, .4, .1, 0], answer.GetProperty("membership"));
        Assert.Equal(3.846154, answer.GetProperty("effectiveRespondents").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData(0, .8557796)]
    [InlineData(400, .6033689)]
    public async Task Seen_from_a_home_near_voices_count_more(int home, double membership)
    {
        (int X, bool Draws)[] respondents = [(0, true), (100, true), (300, false), (500, true)];
        var drawings = respondents.Select((respondent, number) => Drawing($"r{number}", respondent.Draws ? (1, 2) : (2, 3), ("homeX", Number(155000 + respondent.X)), ("homeY", "463000")));

        var answer = await Perceive(
            drawings.Append(Drawing("zonder", (1, 2), ("homeX", "null"), ("homeY", "null"))), "--home", $"{155000 + home},463000", "--bandwidth", "200");

        Assert.Equal(membership, answer.GetProperty("membership").GetProperty("c1").GetDouble(), 1e-6);
        Assert.Equal("zonder", Assert.Single(answer.GetProperty("setAside").EnumerateArray()).GetProperty("respondent").GetString());
    }

    [Fact]
    public async Task Raking_makes_respondents_speak_for_everybody()
    {
        var drawings = new[] { ("jong", "huur", 10), ("jong", "koop", 30), ("oud", "huur", 20), ("oud", "koop", 40) }
            .SelectMany(group => Enumerable.Range(0, group.Item3).Select(number => Drawing($"{group.Item1}-{group.Item2}-{number}", (1, 2), ("leeftijd", $"\"{group.Item1}\""), ("woning", $"\"{group.Item2}\""))));
        var margins = folder.Write("bevolking.csv", "variable,value,share\nleeftijd,jong,0.5\nleeftijd,oud,0.5\nwoning,huur,0.4\nwoning,koop,0.6\n");

        var answer = await Perceive(drawings, "--margins", margins);

        Assert.Equal(90.8361, answer.GetProperty("effectiveRespondents").GetDouble(), 1e-4);
        foreach (var (respondent, weight) in new[] { ("jong-huur-0", 1.757651), ("jong-koop-0", 1.080783), ("oud-huur-0", 1.121175), ("oud-koop-0", .689413) })
            Assert.Equal(weight, answer.GetProperty("weights").GetProperty(respondent).GetDouble(), 1e-6);
    }

    [Fact]
    public async Task Slips_of_the_hand_are_set_aside_and_listed()
    {
        var slip = Maps.Feature("x", "1", Maps.Box(10, 10, 20, 20)).Replace("\"code\":\"x\"", "\"respondent\":\"klein\"", StringComparison.Ordinal);

        var answer = await Perceive([Drawing("goed", (1, 3)), slip]);

        Assert.Equal("klein", Assert.Single(answer.GetProperty("setAside").EnumerateArray()).GetProperty("respondent").GetString());
        Assert.Equal(1, answer.GetProperty("respondents").GetInt32());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("meanJaccard").ValueKind);
    }

    [Fact]
    public async Task One_thread_and_two_give_the_same_and_the_page_says_the_core()
    {
        string[] question = Question(worked.Select((drawing, number) => Drawing($"r{number}", drawing)));

        var one = await Schakel.Run([.. question, "--json", "--threads", "1"]);
        var two = await Schakel.Run([.. question, "--json", "--threads", "2"]);
        var page = (await Schakel.Run([.. question, "--lang", "en"])).Output;

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.Contains("c2, c3", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_said()
    {
        var drawings = folder.Write("tekeningen.geojson", Maps.Collection([Drawing("a", (1, 2)), Drawing("a", (2, 3))]));
        var cells = folder.Write("vakken.geojson", Maps.Squares(1, 6));
        string[] once = Question([Drawing("a", (1, 2)), Drawing("b", (2, 3))]);

        Assert.Equal(3, (await Schakel.Run("perceive", "--drawings", drawings, "--areas", cells, "--id", "code")).ExitCode);
        Assert.Equal(2, (await Schakel.Run("perceive", "--drawings", drawings)).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. once, "--home", "155000"])).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. once, "--weight", "gewicht"])).ExitCode);
        Assert.Equal(3, (await Schakel.Run([.. once, "--margins", folder.Write("scheef.csv", "variable,value,share\nrespondent,a,0.5\nrespondent,b,0.2\n")])).ExitCode);
    }

    private async Task<JsonElement> Perceive(IEnumerable<string> drawings, params string[] options) =>
        (await Schakel.Run([.. Question(drawings), "--json", .. options])).Json;

    private string[] Question(IEnumerable<string> drawings) =>
        ["perceive", "--drawings", folder.Write("tekening.geojson", Maps.Collection(drawings)), "--areas", folder.Write("cellen.geojson", Maps.Squares(1, 6)), "--id", "code"];

    private static string Drawing(string respondent, (int First, int Last) cells, params (string Name, string Json)[] properties)
    {
        var ring = Maps.Box(100 * (cells.First - 1), 0, 100 * (cells.Last - cells.First + 1), 100);
        var more = string.Concat(properties.Select(property => $",\"{property.Name}\":{property.Json}"));
        return $$"""{"type":"Feature","properties":{"respondent":"{{respondent}}"{{more}} },"geometry":{"type":"Polygon","coordinates":[{{ring}}] } }""";
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Near(double[] expected, JsonElement byCell)
    {
        for (var cell = 0; cell < expected.Length; cell++)
            Assert.Equal(expected[cell], byCell.GetProperty($"c{cell + 1}").GetDouble(), 1e-6);
    }
}
