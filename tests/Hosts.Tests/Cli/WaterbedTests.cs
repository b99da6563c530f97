// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of the waterbed, through the program.</summary>
public sealed class WaterbedTests : IDisposable
{
    private const string Published = "207,110,308,318,178,157,150,140";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_published_case_comes_out_as_published()
    {
        var answer = (await Schakel.Run("waterbed", "--counts", Published, "--json")).Json;

        Effect(answer.GetProperty("local"), -107, 30.708305);
        Effect(answer.GetProperty("ring"), -11, 25);
        Effect(answer.GetProperty("total"), -118, 39.597980, -195.610614, -40.389386);
        Assert.Equal(-2.979950, answer.GetProperty("total").GetProperty("z").GetDouble(), 1e-6);
        Assert.Equal(.0028830, answer.GetProperty("total").GetProperty("p").GetDouble(), 1e-7);
        Detectable(answer, 86.031936, 70.039629, 110.937115);
        Numbers(answer.GetProperty("ratio").GetProperty("displacement"), ("estimate", -.102804), ("low", -.710674), ("high", .409902));
        Numbers(answer.GetProperty("ratio").GetProperty("treated"), ("estimate", .5146902), ("low", .3892502), ("high", .6805547));
        Numbers(answer.GetProperty("ratio").GetProperty("ring"), ("estimate", .9450241), ("low", .6898073), ("high", 1.2946667));
        Numbers(answer.GetProperty("wdq"), ("value", .2581857), ("totalNet", 130.5));
        Assert.Equal(2, answer.GetProperty("sensitivity").GetProperty("phi").GetDouble());
        Effect(answer.GetProperty("sensitivity").GetProperty("total"), -118, 56, -227.757983, -8.242017);
        Assert.Equal(["reduction", "reduction", "not-shown", "adequate"], new[] { "local", "total", "ring", "power" }.Select(word => answer.GetProperty("verdict").GetProperty(word).GetString()));
        Assert.Contains("70", answer.GetProperty("verdict").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["phi-unknown"], answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_known_phi_widens_the_interval_and_needs_no_second_line()
    {
        var answer = (await Schakel.Run("waterbed", "--counts", Published, "--phi", "2", "--json")).Json;

        Effect(answer.GetProperty("total"), -118, 56, -227.757983, -8.242017);
        Numbers(answer.GetProperty("ratio").GetProperty("treated"), ("low", .3467190), ("high", .7640367));
        Assert.False(answer.TryGetProperty("sensitivity", out _));
        Assert.Equal(["low-power"], answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Sizes_of_areas_and_lengths_of_periods_divide_the_counts()
    {
        var sizes = (await Schakel.Run("waterbed", "--counts", Published, "--area-weights", "1.2,0.9,1.5,1.6", "--json")).Json;
        var lengths = (await Schakel.Run("waterbed", "--counts", "80,20,100,50", "--time-weights", "2,1", "--json")).Json;

        Effect(sizes.GetProperty("local"), -91.944444, 31.511560);
        Effect(sizes.GetProperty("ring"), -7.75, 16.191669);
        Effect(sizes.GetProperty("total"), -99.694444, 35.428076, -169.132196, -30.256692);
        Effect(lengths.GetProperty("local"), -20, 10.723805);
        foreach (var (holder, member) in new[] { (lengths, "ring"), (lengths.GetProperty("mde"), "ring"), (lengths.GetProperty("verdict"), "ring"), (lengths.GetProperty("ratio").GetProperty("displacement"), "estimate"), (lengths.GetProperty("wdq"), "value") })
        {
            Assert.Equal(JsonValueKind.Null, holder.GetProperty(member).ValueKind);
            Assert.NotEmpty(holder.GetProperty(member + "Reason").GetString()!);
        }
    }

    [Fact]
    public async Task Weak_evidence_is_called_weak()
    {
        var answer = (await Schakel.Run("waterbed", "--counts", "64,38,70,66,55,63,48,50", "--json", "--lang", "en")).Json;

        Effect(answer.GetProperty("local"), -22, 15.427249);
        Effect(answer.GetProperty("total"), -16, 21.307276);
        Detectable(answer, 43.220751, 41.174725, 59.694149);
        Assert.Equal("too-few-cases", answer.GetProperty("verdict").GetProperty("power").GetString());
        Assert.Contains("shifts smaller than 41 cannot be excluded", answer.GetProperty("verdict").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("ratio").GetProperty("displacement").GetProperty("estimate").ValueKind);
        Assert.Contains("low-power", answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_quotient_has_a_reason_where_it_has_no_meaning()
    {
        var case5 = (await Schakel.Run("waterbed", "--counts", "100,60,400,380,80,90,400,380", "--json")).Json.GetProperty("wdq");
        var worse = (await Schakel.Run("waterbed", "--counts", "60,100,400,380,80,90,400,380", "--json")).Json.GetProperty("wdq");

        Numbers(case5, ("success", -.0921053), ("buffer", .0368421), ("value", -.4), ("totalNet", 21));
        Assert.Equal(JsonValueKind.Null, worse.GetProperty("value").ValueKind);
        Assert.NotEmpty(worse.GetProperty("valueReason").GetString()!);
    }

    [Fact]
    public async Task Rings_run_through_time()
    {
        var file = folder.Write("rings.csv", Rings);

        var answer = (await Schakel.Run("waterbed", "--rings", file, "--reference", "3", "--json")).Json;

        double[] first = [.058594, .042594, 0, -.386092, -.462182], second = [.002714, -.068549, 0, .068854, .137345], third = [.010508, .003682, 0, -.000542, -.013831];
        var rings = answer.GetProperty("eventStudy").EnumerateArray().ToList();
        for (var ring = 0; ring < 3; ring++)
        {
            var periods = rings[ring].GetProperty("periods").EnumerateArray().ToList();
            Assert.Equal(ring, rings[ring].GetProperty("ring").GetInt32());
            Assert.Equal([1, 2, 3, 4, 5], periods.Select(period => period.GetProperty("period").GetInt32()));
            for (var period = 0; period < 5; period++)
                Assert.Equal(new[] { first, second, third }[ring][period], periods[period].GetProperty("estimate").GetDouble(), 1e-6);
            Assert.Equal(JsonValueKind.Null, periods[2].GetProperty("se").ValueKind);
        }

        Assert.Equal(.209251, rings[0].GetProperty("periods")[0].GetProperty("se").GetDouble(), 1e-6);
        Assert.Equal(6, answer.GetProperty("preTrend").GetProperty("df").GetInt32());
    }

    [Fact]
    public async Task A_displaced_volume_goes_to_near_places_with_opportunities()
    {
        var file = folder.Write("places.csv", "id,opportunities,distance\nc,60,900\na,100,300\nb,80,500\nd,geheim,500\n");

        var answer = (await Schakel.Run("waterbed", "--exposure", file, "--volume", "12", "--lambda", "400", "--json")).Json;

        double[] expected = [7.411513, 3.596248, .992239];
        var places = answer.GetProperty("exposure").EnumerateArray().ToList();
        Assert.Equal(["a", "b", "c"], places.Select(place => place.GetProperty("id").GetString()));
        for (var place = 0; place < 3; place++)
            Assert.Equal(expected[place], places[place].GetProperty("expected").GetDouble(), 1e-6);
        Assert.Equal("d", answer.GetProperty("excluded")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("--counts", "1,2,3")]
    [InlineData("--counts", "1,2,3,-4")]
    [InlineData("--counts", "1,2,3,veel")]
    [InlineData("--counts", "1,2,3,4", "--area-weights", "1,1,1,1")]
    [InlineData("--counts", "1,2,3,4", "--phi", "0.5")]
    [InlineData("--counts", "1,2,3,4", "--time-weights", "1")]
    [InlineData]
    public async Task Numbers_that_do_not_fit_end_with_2(params string[] options)
    {
        var ended = await Schakel.Run(["waterbed", "--json", .. options]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Theory]
    [InlineData("1,4,50\n", "")]
    [InlineData("control,4,208\n", "control,4,geheim\n")]
    [InlineData("control,4,208\n", "controle,4,208\n")]
    [InlineData("0,1,60\n", "0,1,60\n0,1,61\n")]
    [InlineData("0,1,60\n", "0,1,-60\n")]
    public async Task A_table_of_rings_with_a_hole_is_refused(string row, string broken)
    {
        var text = Rings.Replace(row, broken, StringComparison.Ordinal);

        var ended = await Schakel.Run("waterbed", "--rings", folder.Write("rings.csv", text), "--reference", "3", "--json");

        Assert.NotEqual(Rings, text);
        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("rings.csv", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_is_not_there_is_wrong_use()
    {
        var file = folder.Write("rings.csv", Rings);

        Assert.Equal(2, (await Schakel.Run("waterbed", "--rings", file, "--reference", "9")).ExitCode);
        Assert.Equal(2, (await Schakel.Run("waterbed", "--rings", file)).ExitCode);
    }

    [Fact]
    public async Task The_page_says_first_what_could_have_been_seen()
    {
        var dutch = (await Schakel.Run("waterbed", "--counts", Published)).Output;

        Assert.Contains("Geen verschuiving aangetoond", dutch, StringComparison.OrdinalIgnoreCase);
        Assert.True(dutch.IndexOf("86,03", StringComparison.Ordinal) < dutch.IndexOf("−107,0", StringComparison.Ordinal), dutch);
    }

    private static string Rings { get; } = string.Concat(
        new[] { ("0", "60 62 58 40 36"), ("1", "45 44 46 50 52"), ("2", "70 73 71 72 69"), ("control", "200 210 205 208 202") }
            .SelectMany(ring => ring.Item2.Split(' ').Select((count, period) => $"{ring.Item1},{period + 1},{count}\n")).Prepend("ring,period,count\n"));

    private static void Effect(JsonElement effect, double estimate, double error, double? low = null, double? high = null)
    {
        Numbers(effect, ("estimate", estimate), ("se", error));
        if (low is not null)
            Numbers(effect, ("low", low.Value), ("high", high!.Value));
    }

    // The worked cases round both quantiles to six decimals.
    private static void Detectable(JsonElement answer, double local, double ring, double total)
    {
        foreach (var (member, value) in new[] { ("local", local), ("ring", ring), ("total", total) })
            Assert.Equal(value, answer.GetProperty("mde").GetProperty(member).GetDouble(), 1e-5);
    }

    private static void Numbers(JsonElement holder, params (string Member, double Value)[] expected)
    {
        foreach (var (member, value) in expected)
            Assert.Equal(value, holder.GetProperty(member).GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("1e308,1,1,1")]
    [InlineData("1,2,3,NaN")]
    [InlineData("1,2,3,1e400")]
    public async Task Counts_that_nobody_can_count_are_wrong_use(string counts)
    {
        var ended = await Schakel.Run("waterbed", "--counts", counts, "--json");

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task The_largest_counts_and_the_smallest_areas_still_have_an_answer()
    {
        var ended = await Schakel.Run("waterbed", "--counts", "1e15,1,1,1e15,0,1,2,3", "--area-weights", "1e-15,1,1,1e15", "--time-weights", "1e-15,1e15", "--phi", "1e4", "--json");

        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task Four_answers_give_a_risk_beforehand_with_what_was_found_elsewhere()
    {
        var forecast = (await Schakel.Run("waterbed", "--forecast", "2,1,2,unknown", "--json", "--lang", "en")).Json.GetProperty("forecast");

        Assert.Equal(("high", 6, 1), (forecast.GetProperty("risk").GetString(), forecast.GetProperty("sum").GetInt32(), forecast.GetProperty("unknown").GetInt32()));
        Assert.Contains("574", forecast.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("unknown", (await Schakel.Run("waterbed", "--forecast", "2,unknown,2,unknown", "--json")).Json.GetProperty("forecast").GetProperty("risk").GetString());
        Assert.Equal(2, (await Schakel.Run("waterbed", "--forecast", "2,1,3,0", "--json")).ExitCode);
        Assert.Equal(2, (await Schakel.Run("waterbed", "--forecast", "2,1", "--json")).ExitCode);
    }
}
