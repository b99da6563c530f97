// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of safe publication, through the program.</summary>
public sealed class PublishCheckTests : IDisposable
{
    private const string Wijk = "id,wijk,gevallen\nW,,40\na,W,3\nb,W,12\nc,W,25\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_smallest_other_part_goes_with_a_part_that_is_too_small()
    {
        var answer = await Check(Wijk, "--hierarchy", "wijk");

        Assert.False(answer.GetProperty("safe").GetBoolean());
        Assert.Equal("a minimum", Listed(answer));
        var secondary = Assert.Single(answer.GetProperty("secondary").EnumerateArray());
        Assert.Equal("b", secondary.GetProperty("id").GetString());
        Assert.Equal("a", Assert.Single(secondary.GetProperty("protects").EnumerateArray()).GetString());
        Assert.Equal(25, Cell(answer, "c").GetProperty("published").GetDouble());
        Assert.Equal(40, Cell(answer, "W").GetProperty("published").GetDouble());
        Assert.Equal(JsonValueKind.Null, Cell(answer, "a").GetProperty("published").ValueKind);
        Assert.NotEmpty(Cell(answer, "a").GetProperty("publishedReason").GetString()!);
    }

    [Fact]
    public async Task A_cell_that_was_left_empty_is_protected_like_one_that_is_too_small()
    {
        var answer = await Check(Wijk.Replace("a,W,3", "a,W,geheim", StringComparison.Ordinal), "--hierarchy", "wijk");

        Assert.Empty(answer.GetProperty("suppressed").EnumerateArray());
        Assert.Equal("b", Assert.Single(answer.GetProperty("secondary").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("a", Assert.Single(answer.GetProperty("excluded").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Two_proposals_do_not_give_a_difference_of_three_away()
    {
        var answer = await Check("id,gevallen,p1,p2\na,20,X,Y\nb,30,X,Y\nc,3,X,\n", "--zonings", "p1,p2");

        var gone = answer.GetProperty("suppressed").EnumerateArray().ToDictionary(cell => cell.GetProperty("id").GetString()!, cell => cell.GetProperty("reason").GetString());
        Assert.Equal("minimum", gone["c"]);
        Assert.True(gone.ContainsKey("p1:X") || gone.ContainsKey("p2:Y"), string.Join(", ", gone.Keys));
        Assert.Equal("differencing", gone.GetValueOrDefault("p1:X") ?? gone["p2:Y"]);
    }

    [Fact]
    public async Task One_large_contributor_withholds_a_figure()
    {
        var contributions = folder.Write("bijdragen.csv", "id,contributor,value\nz1,k1,90\nz1,k2,5\nz1,k3,3\nz1,k4,2\nz2,k1,60\nz2,k2,25\nz2,k3,10\nz2,k4,5\nz9,k1,1\n");

        var answer = await Check("id,gevallen\nz1,100\nz2,100\n", "--contributions", contributions);

        Assert.Equal("z1 dominance", Listed(answer));
        Assert.Equal(.90, Cell(answer, "z1").GetProperty("dominance").GetDouble(), 1e-12);
        Assert.Equal(.0555556, Cell(answer, "z1").GetProperty("pRule").GetDouble(), 1e-7);
        Assert.Equal(.60, Cell(answer, "z2").GetProperty("dominance").GetDouble(), 1e-12);
        Assert.Equal(.25, Cell(answer, "z2").GetProperty("pRule").GetDouble(), 1e-12);
        Assert.Equal("unknown-contributions", Assert.Single(answer.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Rounded_input_has_an_interval_and_other_input_comes_out_in_fives_and_whole_percents()
    {
        const string table = "id,gevallen,inwoners\na,15,120\nb,45,1230\n";

        var rounded = await Check(table, "--population", "inwoners", "--rounded");
        var exact = await Check("id,gevallen,inwoners\na,112,1000\nb,113,1000\n", "--population", "inwoners");

        Assert.Equal(.125, Cell(rounded, "a").GetProperty("rate").GetDouble(), 1e-12);
        Assert.Equal(.102041, Cell(rounded, "a").GetProperty("rateLow").GetDouble(), 1e-6);
        Assert.Equal(.148936, Cell(rounded, "a").GetProperty("rateHigh").GetDouble(), 1e-6);
        Assert.Equal(.034483, Cell(rounded, "b").GetProperty("rateLow").GetDouble(), 1e-6);
        Assert.Equal(.038697, Cell(rounded, "b").GetProperty("rateHigh").GetDouble(), 1e-6);
        Assert.True(exact.GetProperty("safe").GetBoolean());
        Assert.Equal([110, 115], exact.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("published").GetInt32()));
        Assert.Equal(.11, Cell(exact, "b").GetProperty("rate").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Nobody_of_a_small_group_and_few_respondents_are_withheld()
    {
        var answer = await Check("id,gevallen,inwoners,antwoorden\na,0,30,30\nb,20,400,9\nc,20,400,40\n", "--population", "inwoners", "--respondents", "antwoorden");

        Assert.Equal("a group, b minimum", Listed(answer));
    }

    [Theory]
    [InlineData(3, "id,wijk,gevallen\na,W,9\n", "--hierarchy", "wijk")]
    [InlineData(3, "id,wijk,gevallen\na,b,9\nb,a,9\n", "--hierarchy", "wijk")]
    [InlineData(3, "id,wijk,gevallen\na,,-9\n")]
    [InlineData(3, "id,wijk,gevallen\na,,9\na,,8\n")]
    [InlineData(3, "id,wijk,gevallen,z\nW,,9,X\na,W,9,X\n", "--hierarchy", "wijk", "--zonings", "z")]
    [InlineData(2, "id,wijk,gevallen\na,,9\n", "--hierarchy", "ouder")]
    public async Task A_table_that_does_not_hold_together_is_refused_by_name(int exitCode, string table, params string[] options)
    {
        var ended = await Schakel.Run(["publish-check", "--table", folder.Write("cellen.csv", table), "--table-id", "id", "--cases", "gevallen", "--json", .. options]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("cellen.csv", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_what_must_go_and_why()
    {
        var file = folder.Write("cellen.csv", Wijk);

        var dutch = (await Schakel.Run("publish-check", "--table", file, "--table-id", "id", "--cases", "gevallen", "--hierarchy", "wijk")).Output;
        var english = (await Schakel.Run("publish-check", "--table", file, "--table-id", "id", "--cases", "gevallen", "--hierarchy", "wijk", "--lang", "en")).Output;

        Assert.Contains("beschermt a", dutch, StringComparison.Ordinal);
        Assert.Contains("too small", english, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Check(string table, params string[] options) =>
        (await Schakel.Run(["publish-check", "--table", folder.Write("cellen.csv", table), "--table-id", "id", "--cases", "gevallen", "--json", .. options])).Json;

    private static string Listed(JsonElement answer) =>
        string.Join(", ", answer.GetProperty("suppressed").EnumerateArray().Select(cell => $"{cell.GetProperty("id")} {cell.GetProperty("reason")}"));

    private static JsonElement Cell(JsonElement answer, string id) =>
        answer.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("id").GetString() == id);
}
