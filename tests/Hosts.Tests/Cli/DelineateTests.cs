// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Work areas: the worked maps, whose optimum is known, and what comes of the options.</summary>
public sealed class DelineateTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_open_grid_has_the_proven_minimum_and_the_only_best_plan()
    {
        var answer = (await Schakel.Run([.. Worked(), "--value", "cijfer", "--score", "H=1", "--target", "5", "--json"])).Json;

        var best = answer.GetProperty("proposals")[0];
        Assert.Equal((5, "exact"), (answer.GetProperty("lowerBound").GetInt32(), answer.GetProperty("boundMethod").GetString()));
        Assert.Equal(AreaMaps.Sets("c1,c5 | c2,c3 | c4,c7,c8 | c6,c9,c10 | c11,c12"), AreaMaps.Sets(best));
        Assert.Equal(1392079.61736161 / 2620872.7027027, best.GetProperty("score").GetProperty("H").GetDouble(), 1e-9);
        Assert.Equal(best.GetProperty("score").GetProperty("H").GetDouble(), best.GetProperty("score").GetProperty("F").GetDouble(), 1e-12);
        await AreaMaps.AssertPlans(folder, answer, Worked()[1..]);
    }

    [Theory]
    [InlineData(true, 5, 1554726.15034512, "c1,c5 | c2,c6,c7 | c3,c4 | c8,c11,c12 | c9,c10")]
    [InlineData(false, 6, 853018.747796396, "c1,c5 | c2 | c3 | c4,c7,c8 | c6,c9,c10 | c11,c12")]
    public async Task A_canal_divides_and_a_bridge_joins(bool hasBridge, int areas, double within, string plan)
    {
        var canal = folder.Write("canal.geojson", AreaMaps.Lines(("water", (200, 150), (200, -250))));
        var bridge = folder.Write("bridge.geojson", AreaMaps.Lines((null, (150, -50), (250, -50))));
        string[] lines = hasBridge ? ["--barriers", canal, "--links", bridge] : ["--barriers", canal];

        var answer = (await Schakel.Run([.. Worked(), .. lines, "--value", "cijfer", "--score", "H=1", "--target", $"{areas}", "--json"])).Json;

        var best = answer.GetProperty("proposals")[0];
        Assert.Equal(areas, answer.GetProperty("lowerBound").GetInt32());
        Assert.Equal(AreaMaps.Sets(plan), AreaMaps.Sets(best));
        Assert.Equal(within / 2620872.7027027, best.GetProperty("score").GetProperty("H").GetDouble(), 1e-9);
        Assert.Equal(hasBridge ? 2 : 3, answer.GetProperty("graph").GetProperty("removed").GetInt32());
        Assert.Equal(hasBridge ? 1 : 0, best.GetProperty("crossingsInside").GetInt32());
        await AreaMaps.AssertPlans(folder, answer, [.. Worked()[1..], .. lines]);
    }

    [Fact]
    public async Task A_soft_barrier_costs_and_does_not_divide()
    {
        var path = folder.Write("path.geojson", AreaMaps.Lines(("soft", (200, 150), (200, -250))));

        var answer = (await Schakel.Run([.. Worked(), "--barriers", path, "--json"])).Json;

        Assert.Equal((0, 3), (answer.GetProperty("graph").GetProperty("removed").GetInt32(), answer.GetProperty("graph").GetProperty("divided").GetInt32()));
        Assert.InRange(answer.GetProperty("proposals")[0].GetProperty("score").GetProperty("E").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task A_path_of_six_has_one_plan_of_three()
    {
        var table = folder.Write("path.csv", "id,n,d\na,4000,1600\nb,5000,1900\nc,3000,1300\nd,6000,2500\ne,2000,900\nf,7000,2600\n");
        var pairs = folder.Write("pairs.csv", "from,to\na,b\nb,c\nc,d\nd,e\ne,f\n");

        var answer = (await Schakel.Run("delineate", "--table", table, "--table-id", "id", "--neighbours", pairs, "--population", "n", "--dwellings", "d", "--json")).Json;

        Assert.Equal(3, answer.GetProperty("lowerBound").GetInt32());
        Assert.Equal(AreaMaps.Sets("a,b | c,d | e,f"), AreaMaps.Sets(answer.GetProperty("proposals")[0]));
        Assert.DoesNotContain(answer.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "one-way-neighbours");
    }

    [Fact]
    public async Task Parts_without_figures_are_null_with_a_reason_and_zones_give_B()
    {
        var answer = (await Schakel.Run([.. Worked(), "--zones", "wijk", "--json", "--lang", "en"])).Json;

        var score = answer.GetProperty("proposals")[0].GetProperty("score");
        Assert.Equal(JsonValueKind.Null, score.GetProperty("H").ValueKind);
        Assert.NotEmpty(score.GetProperty("RReason").GetString()!);
        Assert.InRange(score.GetProperty("B").GetDouble(), 0, 1);
        Assert.InRange(score.GetProperty("K").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task A_number_of_iterations_gives_the_same_bytes_on_any_number_of_threads()
    {
        var (table, neighbours) = AreaMaps.Grid(12, 10);
        string[] ground = ["--table", folder.Write("grid.csv", table), "--table-id", "code", "--neighbours", folder.Write("pairs.csv", neighbours), "--population", "inwoners", "--dwellings", "woningen"];
        string[] question = ["delineate", .. ground, "--iterations", "3000", "--json"];

        var one = await Schakel.Run([.. question, "--threads", "1"]);
        var two = await Schakel.Run([.. question, "--threads", "2"]);
        var other = await Schakel.Run([.. question, "--seed", "7"]);

        Assert.Equal(one.WithoutDurations, two.WithoutDurations);
        Assert.NotEqual(one.WithoutDurations, other.WithoutDurations);
        Assert.Equal(16, one.Json.GetProperty("lowerBound").GetInt32());
        Assert.Equal(4, one.Json.GetProperty("proposals").GetArrayLength());
        Assert.Equal(4, one.Json.GetProperty("proposals").EnumerateArray().Select(AreaMaps.Sets).Distinct().Count());
        await AreaMaps.AssertPlans(folder, one.Json, ground);
    }

    [Fact]
    public async Task A_unit_over_a_ceiling_is_an_area_of_its_own_and_unknown_residents_are_left_out()
    {
        var figures = AreaMaps.Figures().Replace("c1,3200,", "c1,13200,", StringComparison.Ordinal).Replace("c12,4000,", "c12,geheim,", StringComparison.Ordinal);

        var answer = (await Schakel.Run([.. Worked(figures), "--json", "--lang", "en"])).Json;

        Assert.Equal(["c1"], answer.GetProperty("proposals")[0].GetProperty("overCeiling").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("c12", answer.GetProperty("excluded")[0].GetProperty("id").GetString());
        Assert.Equal(11, answer.GetProperty("units").GetInt32());
        Assert.False(answer.GetProperty("proposals")[0].GetProperty("assignment").TryGetProperty("c12", out _));
        Assert.Contains(answer.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "over-ceiling");
        await AreaMaps.AssertPlans(folder, answer, Worked(figures)[1..]);
    }

    [Fact]
    public async Task Without_dwellings_only_residents_count_and_it_says_so()
    {
        var answer = (await Schakel.Run([.. Worked()[..^2], "--json"])).Json;
        var team = (await Schakel.Run([.. Worked()[..^2], "--team", "--json"])).Json;
        var none = (await Schakel.Run([.. Worked()[..^2], "--max-dwellings", "none", "--json"])).Json;

        Assert.Equal(4, answer.GetProperty("lowerBound").GetInt32());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("proposals")[0].GetProperty("maxDwellings").ValueKind);
        Assert.NotEmpty(answer.GetProperty("proposals")[0].GetProperty("maxDwellingsReason").GetString()!);
        Assert.Contains(answer.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "no-dwellings-given");
        Assert.DoesNotContain(none.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "no-dwellings-given");
        Assert.True(team.GetProperty("lowerBound").GetInt32() > answer.GetProperty("lowerBound").GetInt32());
    }

    [Fact]
    public async Task The_clock_stops_a_long_search_and_the_plans_are_still_plans()
    {
        var (table, neighbours) = AreaMaps.Grid(60, 55);
        string[] ground = ["--table", folder.Write("grid.csv", table), "--table-id", "code", "--neighbours", folder.Write("pairs.csv", neighbours), "--population", "inwoners", "--dwellings", "woningen"];
        var watch = Stopwatch.StartNew();

        var ended = await Schakel.Run(["delineate", .. ground, "--time-limit", "2", "--json"]);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"{watch.Elapsed}");
        Assert.Equal(439, ended.Json.GetProperty("lowerBound").GetInt32());
        Assert.Contains(ended.Json.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "time-limit");
        await AreaMaps.AssertPlans(folder, ended.Json, ground);
    }

    [Fact]
    public async Task A_person_reads_what_is_proven_and_where_to_look()
    {
        var page = (await Schakel.Run([.. Worked(), "--lang", "en"])).Output;

        Assert.Contains("5 areas: proven that fewer are impossible.", page, StringComparison.Ordinal);
        Assert.Contains("proposal 1", page, StringComparison.Ordinal);
        Assert.Contains("at most 10,000 residents, at most 4,000 dwellings", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ten_residents_draw_together_stays_together_and_what_nine_draw_is_unknown()
    {
        string[] ask = [.. Worked(), "--score", "R=1", "--target", "5", "--lang", "en", "--json"];

        var twelve = (await Schakel.Run([.. ask, "--drawings", Drawn(12)])).Json;
        var nine = await Schakel.Run([.. Worked(), "--drawings", Drawn(9), "--lang", "en", "--json"]);
        var without = await Schakel.Run([.. Worked(), "--drawings", "none", "--lang", "en", "--json"]);
        var page = (await Schakel.Run([.. Worked(), "--drawings", Drawn(12), "--lang", "en"])).Output;

        Assert.Equal("""{"used":12,"setAside":1,"pairs":4}""", twelve.GetProperty("drawings").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        var best = twelve.GetProperty("proposals")[0];
        Assert.Contains("c1,c5", AreaMaps.Sets(best).Split(" | "));
        Assert.InRange(best.GetProperty("score").GetProperty("R").GetDouble(), 0, 0.75);
        Assert.Equal(JsonValueKind.Null, nine.Json.GetProperty("proposals")[0].GetProperty("score").GetProperty("R").ValueKind);
        Assert.Equal(0, nine.Json.GetProperty("drawings").GetProperty("pairs").GetInt32());
        Assert.False(without.Json.TryGetProperty("drawings", out _));
        Assert.Equal(without.Json.GetProperty("proposals").GetRawText(), nine.Json.GetProperty("proposals").GetRawText());
        Assert.Contains("Drawings of residents: 12 used, 1 not.", page, StringComparison.Ordinal);
    }

    // So many draw c1 and c5, and one draws a place beyond the map.
    private string Drawn(int respondents) => folder.Write($"drawn {respondents}.geojson", Maps.Collection(Enumerable.Range(0, respondents + 1).Select(respondent => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"type":"Feature","properties":{"respondent":"r{{respondent}}"},"geometry":{"type":"Polygon","coordinates":[[[{{West(respondent)}},462900],[{{West(respondent) + 100}},462900],[{{West(respondent) + 100}},463100],[{{West(respondent)}},463100],[{{West(respondent)}},462900]]] } }"""))));

    private static int West(int respondent) => respondent == 0 ? 150_000 : 155_000;

    private string[] Worked(string? figures = null) =>
    [
        "delineate", "--areas", folder.Write("map.geojson", Maps.Squares(3, 4)), "--id", "code", "--table", folder.Write("figures.csv", figures ?? AreaMaps.Figures()), "--table-id", "code",
        "--population", "inwoners", "--dwellings", "woningen",
    ];
}
