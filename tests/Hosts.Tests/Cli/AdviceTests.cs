// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The worked cases of advice, through the program.</summary>
public sealed class AdviceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("H-1", "A", 16, 16, "buurt none supplementary, wijk none supplementary, gemeente lead lead, regio supplementary supplementary, rijk agendaSetting agendaSetting", "")]
    [InlineData("H-2", "A", 17, 17, "cell lead lead, buurt partial partial, wijk none enabling, gemeente partial partial, rijk agendaSetting agendaSetting", "")]
    [InlineData("H-3", "C", 16, 17, "buurt findingPlace findingPlace, wijk none enablingInstead, gemeente lead lead, regio partial partial, rijk counterpart counterpart", "i iv")]
    [InlineData("H-4", "D", 22, 24, "cell lead lead, buurt enabling enabling, wijk none partial, stadsdeel partial partial, gemeente partial partial, rijk agendaSetting agendaSetting", "i ii iii")]
    public async Task A_worked_case_gets_its_roles_grade_and_missing_evidence(string name, string grade, int kept, int tried, string roles, string missing)
    {
        var answer = await Advise(name);

        Assert.Equal(grade, answer.GetProperty("grade").GetString());
        Assert.Equal(tried, answer.GetProperty("changes").GetInt32());
        Assert.Equal((double)kept / tried, answer.GetProperty("unchanged").GetDouble(), 1e-12);
        Assert.Equal(tried - kept, answer.GetProperty("flips").GetArrayLength());
        Assert.Equal(roles, string.Join(", ", answer.GetProperty("precise").EnumerateObject().Select(role => $"{role.Name} {role.Value.GetString()} {answer.GetProperty("flexible").GetProperty(role.Name).GetString()}")));
        Assert.Equal(missing, string.Join(' ', answer.GetProperty("missingEvidence").EnumerateArray().Select(item => item.GetProperty("item").GetString())));
        Assert.All(answer.GetProperty("caveats").EnumerateArray(), caveat => Assert.NotEmpty(caveat.GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task Scores_flips_and_conditions_are_those_of_the_worked_cases()
    {
        var (debts, square) = (await Advise("H-3"), await Advise("H-4"));

        double[] scores = [.4706, .7451, .7451];
        Assert.Equal(scores, debts.GetProperty("scores").GetProperty("gemeente").EnumerateArray().Select(score => Math.Round(score.GetDouble(), 4)));
        Assert.Equal(.6726, debts.GetProperty("acceptability").GetProperty("gemeente").GetDouble(), 1e-4);
        Assert.Equal(.3274, debts.GetProperty("acceptability").GetProperty("regio").GetDouble(), 1e-4);
        var flip = debts.GetProperty("flips")[0];
        Assert.Equal("gemeente cause -1 regio", $"{flip.GetProperty("level")} {flip.GetProperty("criterion")} {flip.GetProperty("step")} {flip.GetProperty("lead")}");
        Assert.Equal("heavy", debts.GetProperty("caveats")[0].GetProperty("severity").GetString());
        Assert.Equal(JsonValueKind.Null, debts.GetProperty("leadCondition").ValueKind);
        Assert.Equal("waterbed", square.GetProperty("leadCondition").GetString());
        Assert.Equal(5, debts.GetProperty("provenance").GetProperty("inputs")[0].GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task The_page_has_words_and_never_a_score()
    {
        var file = folder.Write("plein.json", AdviceCases.Of("H-4"));

        var dutch = (await Schakel.Run("advise", "--case", file)).Output;
        var english = (await Schakel.Run("advise", "--case", file, "--lang", "en")).Output;

        Assert.Contains("trekker", dutch, StringComparison.Ordinal);
        Assert.Contains("lead", english, StringComparison.Ordinal);
        Assert.DoesNotContain("0,7", dutch, StringComparison.Ordinal);
        Assert.DoesNotContain("0.7", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_of_ones_own_says_where_it_stands()
    {
        var own = AdviceCases.Of("H-3").Replace("\"level\":\"regio\"", "\"level\":\"arbeidsmarkt\",\"rank\":4.5,\"supraLocal\":true", StringComparison.Ordinal);

        var answer = (await Schakel.Run("advise", "--case", folder.Write("eigen.json", own), "--json")).Json;
        var refused = await Schakel.Run("advise", "--case", folder.Write("kaal.json", own.Replace(",\"rank\":4.5", "", StringComparison.Ordinal)));

        Assert.Equal("partial", answer.GetProperty("flexible").GetProperty("arbeidsmarkt").GetString());
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("levels[3].rank", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"own\"", "\"eigen\"", "levels[0].authority")]
    [InlineData("[0,1,1]", "[0,1,4]", "levels[0].cause[2]")]
    [InlineData("[0,1,1]", "[]", "levels[0].cause")]
    [InlineData("\"composition\":0.7", "\"composition\":70", "evidence.composition")]
    [InlineData("\"level\":\"regio\"", "\"level\":\"wijk\"", "wijk")]
    [InlineData("\"low\":0", "\"low\":2", "levels[0].location.low")]
    [InlineData("\"levels\":[", "\"levels\":", "geldige JSON")]
    public async Task A_case_that_cannot_be_used_ends_with_3_and_says_where(string right, string wrong, string says)
    {
        var text = AdviceCases.Of("H-3");
        var broken = text.Replace(right, wrong, StringComparison.Ordinal);

        var ended = await Schakel.Run("advise", "--case", folder.Write("zaak.json", broken), "--json");

        Assert.NotEqual(text, broken);
        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains(says, ended.Errors, StringComparison.Ordinal);
        Assert.Contains("zaak.json", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_without_a_level_above_the_wijk_has_no_answer()
    {
        var local = """{"problem":"x","levels":[{"level":"wijk","cause":[1],"lever":[1],"authority":"own","kind":"direct"}]}""";

        Assert.Equal(4, (await Schakel.Run("advise", "--case", folder.Write("zaak.json", local))).ExitCode);
        Assert.Equal(3, (await Schakel.Run("advise", "--case", folder.Find("nergens.json"))).ExitCode);
        Assert.Equal(2, (await Schakel.Run("advise")).ExitCode);
    }

    private async Task<JsonElement> Advise(string name) => (await Schakel.Run("advise", "--case", folder.Write($"{name}.json", AdviceCases.Of(name)), "--json")).Json;
}
