// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json;
using Schakel.Analysis;

namespace Schakel.Hosts.Tests.Web;

/// <summary>Answers when there is no picture: nothing loaded, not understood, cannot be said, still computing, broken.</summary>
public sealed class AnswersWithoutPictureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_catalogue_the_page_says_how_to_load_one()
    {
        using var site = new ServedSite(new Reason("no-catalogue", "There is no catalogue."));

        var page = await site.Client.GetStringAsync("/kaart", Cancel);

        Assert.Contains("De ladder staat al wel klaar", page, StringComparison.Ordinal);
        Assert.Contains("./schakel import wijkenbuurten_2024.gpkg --into &#x27;kleine stad.catalogue&#x27;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfer=geluk", "Het cijfer ‘geluk’ is er niet.", "Wel geladen: fietsdiefstal.")]
    [InlineData("jaar=gisteren", "‘gisteren’ is geen jaar.", "zoals 2024")]
    [InlineData("jaar=99999", "‘99999’ is geen jaar.", "zoals 2024")]
    [InlineData("plek=GM9999", "De plek ‘GM9999’ is er niet.", "zoals GM1")]
    [InlineData("schaal=straat", "De schaal ‘straat’ is er niet.", "cell, buurt, wijk, gemeente")]
    [InlineData("taal=fr", "De taal ‘fr’ kennen we niet.", "nl of en")]
    public async Task A_question_that_is_not_understood_says_what_would_be_right(string query, string wrong, string right)
    {
        using var site = new ServedSite(new SmallTown());

        using var answer = await site.Client.GetAsync("/kaart?" + query, Cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(wrong, page, StringComparison.Ordinal);
        Assert.Contains(right, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_in_the_address_stays_text()
    {
        using var site = new ServedSite(new SmallTown());

        using var answer = await site.Client.GetAsync("/kaart?cijfer=%3Cscript%3Ealert(1)%3C/script%3E", Cancel);

        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_figures_gives_the_nearest_one_and_says_so()
    {
        using var site = new ServedSite(new SmallTown());

        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/kaart?jaar=2015", Cancel));

        Assert.Contains("Voor dit cijfer is er geen 2015. Je ziet 2022.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_is_a_page_with_422_and_the_choices_stay_in_reach()
    {
        using var site = new ServedSite(new SmallTown { Answer = _ => new Reason("no-variation", "All values are equal.") });

        using var answer = await site.Client.GetAsync("/kaart", Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Dat kunnen we niet zeggen.", page, StringComparison.Ordinal);
        Assert.Contains("<select name=\"cijfer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_work_shows_progress_goes_on_and_is_done_once()
    {
        using var mayEnd = new ManualResetEventSlim();
        var started = 0;
        using var site = new ServedSite(new SmallTown
        {
            Answer = question =>
            {
                Interlocked.Increment(ref started);
                mayEnd.Wait(TimeSpan.FromSeconds(30), Cancel);
                return SmallTown.Picture() with { Question = question };
            },
        });

        var first = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.Client.GetAsync("/kaart", Cancel)));
        mayEnd.Set();
        var page = await Eventually(async () => await site.Client.GetAsync("/kaart", Cancel), answer => answer.StatusCode == HttpStatusCode.OK);

        Assert.All(first, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Contains("http-equiv=\"refresh\"", await first[0].Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(1, started);
    }

    [Fact]
    public async Task What_breaks_is_a_page_with_a_number_and_no_details()
    {
        using var site = new ServedSite(new SmallTown { Answer = _ => throw new InvalidOperationException("secret detail") });

        using var answer = await site.Client.GetAsync("/kaart?taal=en", Cancel);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("This went wrong on our side.", page, StringComparison.Ordinal);
        Assert.Matches("Mention this number when you call or write about it: [0-9a-f]{12}", page);
        Assert.DoesNotContain("secret detail", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/scale-picture?indicator=geluk", 400, "/problems/bad-query")]
    [InlineData("/api/v1/scale-picture", 400, "/problems/bad-query")]
    [InlineData("/api/v1/scale-picture?indicator=fietsdiefstal&year=zomer", 400, "/problems/bad-request")]
    [InlineData("/api/v1/scale-picture?indicator=fietsdiefstal&within=GM9999", 400, "/problems/bad-query")]
    [InlineData("/api/v1/scale-picture?indicator=fietsdiefstal&lang=fr", 400, "/problems/bad-query")]
    [InlineData("/api/v1/scale-picture/areas?indicator=fietsdiefstal&level=cell", 400, "/problems/bad-query")]
    [InlineData("/api/v1/nergens", 404, "/problems/not-found")]
    [InlineData("/tiles/straat/2023/1/0/0.mvt", 404, "/problems/no-such-level")]
    [InlineData("/tiles/buurt/2023/3/9/0.mvt", 400, "/problems/no-such-tile")]
    [InlineData("/tiles/buurt/2023/40/0/0.mvt", 400, "/problems/no-such-tile")]
    [InlineData("/tiles/buurt/1234/3/0/0.mvt", 404, "/problems/no-such-tile")]
    public async Task Programs_get_a_problem_document(string path, int status, string type)
    {
        using var site = new ServedSite(new SmallTown());

        using var answer = await site.Client.GetAsync(path, Cancel);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type, problem.RootElement.GetProperty("type").GetString());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    private static async Task<T> Eventually<T>(Func<Task<T>> ask, Predicate<T> enough)
    {
        for (var time = 0; ; time++)
        {
            var answer = await ask();
            if (enough(answer) || time > 50)
                return answer;
            await Task.Delay(50, Cancel);
        }
    }
}
