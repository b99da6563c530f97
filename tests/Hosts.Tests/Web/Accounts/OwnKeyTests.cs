// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Schakel.Hosts.Tests.Web.WorkApi;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>Keys for programs on the page of one's own account: shown once, listed without secret, taken back, and refused in words.</summary>
public sealed partial class OwnKeyTests
{
    private const string Account = "/mijn-account";

    [Fact]
    public async Task A_key_is_shown_once_opens_the_API_and_opens_nothing_after_it_was_taken_back()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        using var program = new ApiClient(site);

        var made = await visit.Post(Account, Account + "/sleutels", ("name", "rooster van het team"), ("until", Day(30)));
        var secret = Secret().Match(made.Text).Value;
        var listed = (await visit.Get(Account)).Text;
        (await program.Send("GET", "/opgaven", null, null, ("Authorization", "Bearer " + secret))).Is(HttpStatusCode.OK);
        var back = await visit.Post(Account, TakenBack().Match(listed).Value, ("sure", "1"));
        (await program.Send("GET", "/opgaven", null, null, ("Authorization", "Bearer " + secret))).Is(HttpStatusCode.Unauthorized);

        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.NotEmpty(secret);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
        Assert.Contains("rooster van het team", listed, StringComparison.Ordinal);
        Assert.Contains("mag alleen lezen", listed, StringComparison.Ordinal);
        Assert.Contains("geldt tot " + Day(30), listed, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, Account), (back.Status, back.Location));
        Assert.DoesNotContain("rooster van het team", (await visit.Get(Account)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 30, "Vul in")]
    [InlineData("lang", 400, "binnen een jaar|over een jaar")]
    [InlineData("morgen", null, "over een jaar")]
    public async Task What_is_not_right_is_refused_in_words_and_makes_nothing(string name, int? days, string words)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));

        var refused = await visit.Post(Account, Account + "/sleutels", ("name", name), ("until", days is { } number ? Day(number) : "32 mei"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Matches("role=\"alert\"[^§]*(" + words + ")", refused.Text);
        Assert.DoesNotMatch(TakenBack(), refused.Text);
    }

    [Fact]
    public async Task Nobody_takes_back_the_key_of_somebody_else()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var owner = await new Visit(site).As(await town.Who("wijkcoördinator Zuid"));
        using var other = await new Visit(site).As(await town.Who("wijkagent"));
        await owner.Post(Account, Account + "/sleutels", ("name", "van mij"), ("until", Day(30)), ("write", "1"));
        var address = TakenBack().Match((await owner.Get(Account)).Text).Value;

        Assert.Equal(HttpStatusCode.NotFound, (await other.Post(Account, address, ("sure", "1"))).Status);
        Assert.Contains("mag lezen en wijzigen", (await owner.Get(Account)).Text, StringComparison.Ordinal);
    }

    private static string Day(int days) => TimeProvider.System.GetUtcNow().AddDays(days).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("schakel_[0-9a-f]{32}[0-9A-Za-z_-]{64}")]
    private static partial Regex Secret();

    [GeneratedRegex("/mijn-account/sleutels/[0-9a-f-]{36}/weg")]
    private static partial Regex TakenBack();
}
