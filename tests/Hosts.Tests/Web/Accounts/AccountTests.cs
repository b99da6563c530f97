// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>From an empty folder to a municipality with people, as administrator, colleague, security officer and stranger.</summary>
public sealed partial class AccountTests : IDisposable
{
    internal const string Password = "paraplu koffie trein", Other = "winter fiets lantaarn";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel first ");
    private readonly ServedSite site;

    public AccountTests() => site = new ServedSite(new SmallTown(), ("Schakel:Workspace", Path.Combine(folder.FullName, "nieuw.workspace")));

    [Fact]
    public async Task The_first_administrator_begins_by_the_link_on_the_console_and_the_link_then_opens_nothing()
    {
        using var visit = new Visit(site);
        var link = FirstLink();
        Assert.Empty(folder.GetFiles("*.workspace"));

        await Founded(visit, link);
        var (status, people, _) = await visit.Get("/beheer/mensen");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Ada Beheer", people, StringComparison.Ordinal);
        using var late = new Visit(site);
        Assert.Equal(HttpStatusCode.NotFound, (await late.Get(link)).Status);
    }

    [Theory]
    [InlineData("GM9901")]
    [InlineData("Groningen")]
    [InlineData("")]
    public async Task A_municipality_that_would_be_open_to_all_cannot_be_founded_and_nothing_is_made(string code)
    {
        using var visit = new Visit(site);
        var link = FirstLink();

        var (status, text, _) = await visit.Post(link, "/eerste-beheerder", [.. Founding(link), ("AreaCode", code)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("GM met vier cijfers", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Ada Beheer\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles("*.workspace"));
    }

    [Fact]
    public async Task A_guessed_first_link_opens_nothing()
    {
        using var visit = new Visit(site);

        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get("/eerste-beheerder")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Get("/eerste-beheerder?sleutel=" + new string('0', 64))).Status);
    }

    [Fact]
    public async Task Who_is_invited_chooses_a_password_once_and_signs_in_with_it()
    {
        using var administrator = new Visit(site);
        await Founded(administrator, FirstLink());
        var link = await Invite(administrator, "Bo Wijk", "bo@example.nl", AccessRole.Coordinator);

        using var colleague = new Visit(site);
        var (_, welcome, _) = await colleague.Get(link);
        var (weak, weakText, _) = await colleague.Post(link, "/welkom", ("sleutel", KeyOf(link)), ("password", "kort"));
        var (opened, _, where) = await colleague.Post(link, "/welkom", ("sleutel", KeyOf(link)), ("password", Password));
        var (again, _, _) = await colleague.Get(link);
        var (left, _, leftTo) = await colleague.Send("/afmelden");
        var (_, goodbye, _) = await colleague.Get(leftTo!);
        var (_, _, toSignIn) = await colleague.Get("/mijn-account");
        var signedIn = await SignIn(colleague, "BO@example.nl ", Password);

        Assert.Contains("bo@example.nl", welcome, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak);
        Assert.Contains("Kies ten minste 12 tekens", weakText, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/mijn-account"), (opened, where));
        Assert.Equal(HttpStatusCode.NotFound, again);
        Assert.Equal((HttpStatusCode.Redirect, "/aanmelden?af=1"), (left, leftTo));
        Assert.Contains("Je bent afgemeld.", goodbye, StringComparison.Ordinal);
        Assert.Equal("/aanmelden?terug=%2Fmijn-account", toSignIn);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
        Assert.Contains("Bo Wijk", (await colleague.Get("/kaart")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Get("/beheer/mensen")).Status);
    }

    [Fact]
    public async Task Every_refusal_to_sign_in_says_the_same_and_after_five_the_account_is_closed_for_five_minutes()
    {
        using var administrator = new Visit(site);
        await Founded(administrator, FirstLink());
        using var stranger = new Visit(site);

        var unknown = await SignIn(stranger, "niemand@example.nl", Password);
        var answers = new List<string>();
        for (var attempt = 0; attempt < 5; attempt++)
            answers.Add((await SignIn(stranger, "ada@example.nl", Other)).Text);
        var right = await SignIn(stranger, "ada@example.nl", Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.All(answers, answer => Assert.Contains(Sentence(unknown.Text), answer, StringComparison.Ordinal));
        Assert.Contains(Sentence(unknown.Text), right.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"ada@example.nl\"", right.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, right.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_do_not_get_in_even_when_one_of_them_is_right()
    {
        using var administrator = new Visit(site);
        await Founded(administrator, FirstLink());
        using var limited = new ServedSite(new SmallTown(), ("Schakel:Workspace", Path.Combine(folder.FullName, "nieuw.workspace")), ("Schakel:SignInsAMinute", "25"));
        using var stranger = new Visit(limited);
        var (_, page, _) = await stranger.Get("/aanmelden");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(guess => stranger.Send(
            "/aanmelden", ("formulier", Visit.TokenIn(page)), ("email", "ada@example.nl"), ("password", $"geraden woord {guess}"))));

        Assert.DoesNotContain(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(15, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
        Assert.Equal(25, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        using var owner = new Visit(site);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(owner, "ada@example.nl", Password)).Status);
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before_and_a_new_password_ends_other_sessions()
    {
        using var administrator = new Visit(site);
        await Founded(administrator, FirstLink());
        var first = await Invite(administrator, "Bo Wijk", "bo@example.nl", AccessRole.Coordinator);
        using var colleague = new Visit(site);
        var bo = Guid.Parse(MemberIds().Matches((await administrator.Get("/beheer/mensen")).Text).Select(match => match.Groups[1].Value).Distinct().Last());
        var second = LinkIn((await administrator.Post("/beheer/mensen", $"/beheer/mensen/{bo}/link")).Text);

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Get(first)).Status);
        await colleague.Post(second, "/welkom", ("sleutel", KeyOf(second)), ("password", Password));
        using var elsewhere = new Visit(site);
        await SignIn(elsewhere, "bo@example.nl", Password);
        var wrong = await elsewhere.Post("/mijn-account", "/mijn-account/wachtwoord", ("old", Other), ("password", Other));
        var changed = await elsewhere.Post("/mijn-account", "/mijn-account/wachtwoord", ("old", Password), ("password", Other));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Get("/mijn-account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.Get("/mijn-account")).Status);
    }

    [Fact]
    public async Task Rights_taken_away_are_gone_at_the_next_page_and_the_last_administrator_stays()
    {
        using var administrator = new Visit(site);
        await Founded(administrator, FirstLink());
        var link = await Invite(administrator, "Bo Wijk", "bo@example.nl", AccessRole.TenantAdministrator);
        using var second = new Visit(site);
        await second.Post(link, "/welkom", ("sleutel", KeyOf(link)), ("password", Password));
        var ids = MemberIds().Matches((await administrator.Get("/beheer/mensen")).Text).Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.Equal(HttpStatusCode.OK, (await second.Get("/beheer/mensen")).Status);
        var taken = await administrator.Post("/beheer/mensen", $"/beheer/mensen/{ids[1]}/rollen", ("Roles", "Analyst"));
        var refused = await second.Get("/beheer/mensen");
        var last = await administrator.Post("/beheer/mensen", $"/beheer/mensen/{ids[0]}/vertrek");
        var apart = await administrator.Post("/beheer/mensen", $"/beheer/mensen/{ids[1]}/rollen", ("Roles", "Analyst"), ("Roles", "SecurityOfficer"));
        var none = await administrator.Post("/beheer/mensen", $"/beheer/mensen/{ids[1]}/rollen");
        var left = await administrator.Post("/beheer/mensen", $"/beheer/mensen/{ids[1]}/vertrek");

        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Zonder beheerder", last.Text, StringComparison.Ordinal);
        Assert.Contains("beveiligingsfunctionaris kijkt mee", apart.Text, StringComparison.Ordinal);
        Assert.Contains("Kies ten minste", none.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, left.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.Get("/mijn-account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(second, "bo@example.nl", Password)).Status);
    }

    [Fact]
    public async Task The_security_officer_reads_what_happened_and_the_administrator_does_not()
    {
        using var administrator = new Visit(site);
        await Founded(administrator, FirstLink());
        var link = await Invite(administrator, "Sam Veilig", "sam@example.nl", AccessRole.SecurityOfficer);
        using var officer = new Visit(site);
        await officer.Post(link, "/welkom", ("sleutel", KeyOf(link)), ("password", Password));
        using var stranger = new Visit(site);
        await SignIn(stranger, "ada@example.nl", "mijn geheime woord");
        await SignIn(stranger, "mijn geheime woord", "x");

        var (status, log, _) = await officer.Get("/beheer/beveiliging");
        var (_, refusals, _) = await officer.Get("/beheer/beveiliging?soort=SignInRefused");
        var (_, earlier, _) = await officer.Get("/beheer/beveiliging?tot=2020-01-01&soort=onzin");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<td>gemeente begonnen</td>", log, StringComparison.Ordinal);
        Assert.Contains("<td>uitgenodigd</td>", log, StringComparison.Ordinal);
        Assert.Contains("<td>aanmelden geweigerd</td>", refusals, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>uitgenodigd</td>", refusals, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("geheime", log, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Get("/beheer/beveiliging")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get("/beheer/mensen")).Status);
    }

    public void Dispose()
    {
        site.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string FirstLink() => FirstLinkOf(site);

    internal static string FirstLinkOf(ServedSite site) => site.Services.GetRequiredService<FirstLink>().At("");

    private static (string, string)[] Founding(string link) =>
        [("Key", KeyOf(link)), ("Municipality", "Proefstad"), ("Contact", "Loket, telefoon 14 099"), ("Name", "Ada Beheer"), ("Email", "ada@example.nl"), ("Password", Password)];

    internal static async Task Founded(Visit visit, string link)
    {
        var (status, text, _) = await visit.Post(link, "/eerste-beheerder", [.. Founding(link), ("AreaCode", "GM0014")]);
        Assert.True(status == HttpStatusCode.Redirect, text);
    }

    internal static async Task<string> Invite(Visit administrator, string name, string email, AccessRole role)
    {
        var (status, text, _) = await administrator.Post("/beheer/mensen", "/beheer/mensen", ("Name", name), ("Function", "collega"), ("Email", email), ("Organisation", ""), ("Roles", role.ToString()));
        Assert.True(status == HttpStatusCode.OK, text);
        return LinkIn(text);
    }

    internal static Task<(HttpStatusCode Status, string Text, string? Location)> SignIn(Visit visit, string email, string password) =>
        visit.Post("/aanmelden", "/aanmelden", ("email", email), ("password", password));

    private static string LinkIn(string text) => Link().Match(text).Groups[1].Value;

    internal static string KeyOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private static string Sentence(string text) => Alert().Match(text).Groups[1].Value is { Length: > 20 } sentence ? sentence : throw new InvalidOperationException(text);

    [GeneratedRegex("https?://[^/]+(/welkom\\?sleutel=[0-9a-f]+)")]
    private static partial Regex Link();

    [GeneratedRegex("role=\"alert\"><p>([^<]+)</p>")]
    private static partial Regex Alert();

    [GeneratedRegex("/beheer/mensen/([0-9a-f-]{36})/rollen")]
    private static partial Regex MemberIds();
}
