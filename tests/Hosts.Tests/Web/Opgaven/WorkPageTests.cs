// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Schakel.Hosts.Tests.Web.Accounts;

namespace Schakel.Hosts.Tests.Web.Opgaven;

/// <summary>The pages of the work over HTTP, without script: what is refused comes back in words with what was typed, and nobody sees what is not theirs.</summary>
public sealed partial class WorkPageTests
{
    private const string Square = "Jongeren en overlast rond het plein";

    [Fact]
    public async Task A_visitor_is_shown_where_to_sign_in_and_a_form_of_theirs_is_refused()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visitor = new Visit(site);

        var (status, _, location) = await visitor.Get("/opgaven");
        var (posted, _, _) = await visitor.Send("/opgaven/nieuw", ("title", "Iets"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.StartsWith("/aanmelden", location!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, posted);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var square = await Address(coordinator, Square);

        var (status, _, _) = await coordinator.Send(square + "/verwachting", ("expectation", "Van een andere site."));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.DoesNotContain("Van een andere site.", (await coordinator.Get(square)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_keeps_what_was_typed_also_when_it_looks_like_markup()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var square = await Address(coordinator, Square);

        var (status, text, _) = await coordinator.Post(square, square + "/standpunt", ("group", "<script>jongeren</script>"), ("position", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;jongeren", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>jongeren", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_save_at_once_see_both_versions_and_the_second_may_choose()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var first = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        using var second = await new Visit(site).As(await town.Who("wijkagent"));
        var square = await Address(first, Square);
        var seen = Seen((await second.Get(square)).Text, "verwachting");
        await first.Post(square, square + "/verwachting", ("seen", seen), ("expectation", "Rustiger in het voorjaar."));

        var (status, text, _) = await second.Post(square, square + "/verwachting", ("seen", seen), ("expectation", "Rustiger in de zomer."));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Rustiger in het voorjaar.", text, StringComparison.Ordinal);
        Assert.Contains("Rustiger in de zomer.", text, StringComparison.Ordinal);
        Assert.NotEqual(seen, Seen(text, "verwachting"));
        var (again, _, _) = await second.Post(square, square + "/verwachting", ("seen", Seen(text, "verwachting")), ("expectation", "Rustiger in de zomer."));
        Assert.Equal(HttpStatusCode.Redirect, again);
    }

    [Theory]
    [InlineData("level", "melkweg")]
    [InlineData("cause", "9")]
    [InlineData("lever", "-1")]
    [InlineData("authority", "koning")]
    [InlineData("kind", "3")]
    [InlineData("kind", "")]
    [InlineData("because", "")]
    public async Task A_judgement_that_no_page_offers_is_refused_and_written_nowhere(string field, string value)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var adviser = await new Visit(site).As(await town.Who("hoofd Jeugd"));
        var page = await Address(adviser, Square) + "/oordeel";
        (string, string)[] good = [("level", "cell"), ("cause", "1"), ("lever", "1"), ("authority", "own"), ("kind", "direct"), ("because", "Zomaar een zin.")];

        var (status, text, _) = await adviser.Post(page, page, [.. good.Where(known => known.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        // Still blind: nothing of one's own was written.
        Assert.DoesNotContain("Alleen hier is licht", (await adviser.Get(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_judges_finds_nothing_chosen_beforehand()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var adviser = await new Visit(site).As(await town.Who("hoofd Jeugd"));

        var (_, text, _) = await adviser.Get(await Address(adviser, Square) + "/oordeel");

        Assert.Contains("type=\"radio\"", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("type=\"radio\"[^>]* checked", text);
        Assert.Matches("Nog niet ingevuld[.] <a ", text);
    }

    [Theory]
    [InlineData("wijkcoördinator Zuid")]
    [InlineData("gemeentesecretaris")]
    [InlineData("jongerenwerker")]
    public async Task No_page_shows_a_score_or_counts_what_people_do(string function)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var reader = await new Visit(site).As(await town.Who(function));
        var square = await Address(reader, Square);

        foreach (var page in new[] { "/opgaven", square, square + "/oordeel", square + "/schakelen", "/tafel", "/lacunes", "/reflecties" })
        {
            var (status, text, _) = await reader.Get(page);
            Assert.Equal(HttpStatusCode.OK, status);
            var words = Tags().Replace(text, " ");
            Assert.DoesNotMatch(@"(?i)\bscore\b|ranglijst|\d+ (oordelen|opgaven|taken|mensen gaven|reacties)\b", words);
            Assert.DoesNotMatch(@"\b0[.,]\d{2}\b", words);
        }
    }

    [Fact]
    public async Task A_director_reads_functions_and_no_opgave_of_another_municipality_is_there()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var square = await Address(coordinator, Square);
        using var neighbour = await new Visit(site).As(await town.Who("coördinator Kleindorp", InventedTown.Kleindorp));

        var (status, text, _) = await neighbour.Get(square);
        var (posted, _, _) = await neighbour.Post("/opgaven/nieuw", square + "/standpunt", ("group", "buren"), ("position", "Wij ook."));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain(Square, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, posted);
    }

    [Fact]
    public async Task The_story_tells_that_people_judged_and_not_who_how_often()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));

        var (_, text, _) = await coordinator.Get(await Address(coordinator, Square));

        Assert.Equal(1, Regex.Count(text, "Er is geoordeeld\\."));
        Assert.Contains("Drie jongeren hebben meer nodig", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_an_opgave_is_for_who_may_read_it()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var coordinator = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        var square = await Address(coordinator, Square);
        using var neighbour = await new Visit(site).As(await town.Who("coördinator Kleindorp", InventedTown.Kleindorp));
        using var visitor = new Visit(site);

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get(square + "/veranderd")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Get(square + "/veranderd")).Status);
    }

    private static async Task<string> Address(Visit visit, string title)
    {
        var (_, text, _) = await visit.Get("/opgaven");
        return Links().Matches(text).First(link => WebUtility.HtmlDecode(link.Groups[2].Value) == title).Groups[1].Value;
    }

    private static string Seen(string text, string deed) =>
        Regex.Match(text, $"id=\"vorm-{deed}\".*?name=\"seen\" value=\"([0-9]+)\"", RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("<a href=\"(/opgaven/[0-9a-f-]{36})\">([^<]+)")]
    private static partial Regex Links();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
