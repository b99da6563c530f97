// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>Passkeys at the door, with a device that answers as the standard says and one that cheats.</summary>
public sealed partial class PasskeyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel passkeys ");
    private readonly List<IDisposable> opened = [];

    [Fact]
    public async Task A_passkey_is_added_named_and_opens_the_account_without_a_name_being_typed()
    {
        var site = Site();
        var ada = await Founded(site);
        using var device = new TestAuthenticator(ada.Origin);

        Assert.Equal((HttpStatusCode.Redirect, "/mijn-account"), await Add(ada, device, "telefoon"));
        var (_, own, _) = await ada.Get("/mijn-account");
        await ada.Send("/afmelden");
        var gone = (await ada.Get("/mijn-account")).Status;
        var (back, _, where) = await SignIn(ada, device, "/mijn-account");

        Assert.Contains("<strong>telefoon</strong>", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, gone);
        Assert.Equal((HttpStatusCode.Redirect, "/mijn-account"), (back, where));
        Assert.Contains("Ada Beheer", (await ada.Get("/mijn-account")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ada.Get("/beheer/mensen")).Status);
    }

    [Fact]
    public async Task Who_is_invited_may_choose_a_passkey_and_never_has_a_password()
    {
        var site = Site();
        var ada = await Founded(site);
        var link = await AccountTests.Invite(ada, "Bo Wijk", "bo@example.nl", AccessRole.Coordinator);
        var bo = Visit(site);
        using var device = new TestAuthenticator(bo.Origin);

        var question = await bo.Post(link, "/welkom/passkey/vraag", ("sleutel", AccountTests.KeyOf(link)));
        var (status, text, where) = await bo.Post(link, "/welkom/passkey", ("sleutel", AccountTests.KeyOf(link)), ("credential", device.Create(question.Text)), ("name", "telefoon"));
        var again = await bo.Get(link);
        var (_, own, _) = await bo.Get("/mijn-account");
        var refused = await bo.Post("/mijn-account", $"/mijn-account/passkeys/{KeyIn(own)}/weg");
        await bo.Send("/afmelden");
        var guessed = await AccountTests.SignIn(bo, "bo@example.nl", AccountTests.Password);
        var signedIn = await SignIn(bo, device);

        Assert.True(status == HttpStatusCode.Redirect && where == "/mijn-account", text);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains("Je hebt geen wachtwoord", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("niet meer aanmelden", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, guessed.Status);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
    }

    [Theory]
    [InlineData("another origin")]
    [InlineData("no finger, face or PIN")]
    [InlineData("a copy of the key")]
    [InlineData("nothing asked")]
    [InlineData("not JSON")]
    [InlineData("empty")]
    public async Task What_is_wrong_with_a_signature_does_not_open_and_is_written_down(string wrong)
    {
        var site = Site();
        var ada = await Founded(site);
        using var device = new TestAuthenticator(ada.Origin) { Count = 10 };
        await Add(ada, device, "telefoon");
        var officer = await Officer(site, ada);
        await ada.Send("/afmelden");
        device.Origin = wrong == "another origin" ? "https://schakel.example.org" : ada.Origin;
        device.Verifies = wrong != "no finger, face or PIN";
        device.Count = wrong == "a copy of the key" ? 3u : 11u;

        var (_, page, _) = await ada.Get("/aanmelden");
        var question = await ada.Send("/aanmelden/passkey/vraag", ("formulier", Accounts.Visit.TokenIn(page)));
        var signature = wrong switch { "not JSON" => "{", "empty" => "", _ => device.Sign(question.Text) };
        if (wrong == "nothing asked")
            await ada.Send("/aanmelden/passkey", ("formulier", Accounts.Visit.TokenIn(page)), ("credential", "{}"));
        var (status, text, _) = await ada.Send("/aanmelden/passkey", ("formulier", Accounts.Visit.TokenIn(page)), ("credential", signature));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Deze passkey opent hier geen account", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ada.Get("/mijn-account")).Status);
        Assert.Contains("<td>passkey geweigerd</td>", (await officer.Get("/beheer/beveiliging")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_was_overheard_with_its_cookie_opens_once()
    {
        var site = Site();
        var ada = await Founded(site);
        // A key that does not count: only the challenge stands between the owner and who listened.
        using var device = new TestAuthenticator(ada.Origin) { Counts = false };
        await Add(ada, device, "telefoon");
        await ada.Send("/afmelden");
        var (_, page, _) = await ada.Get("/aanmelden");
        var question = await ada.Send("/aanmelden/passkey/vraag", ("formulier", Accounts.Visit.TokenIn(page)));
        var cookies = ada.CookieLine;
        var signature = device.Sign(question.Text);

        async Task<HttpStatusCode> Send()
        {
            using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
            using var client = new HttpClient(handler);
            using var request = new HttpRequestMessage(HttpMethod.Post, ada.Origin + "/aanmelden/passkey")
            {
                Content = new FormUrlEncodedContent([new("formulier", Accounts.Visit.TokenIn(page)), new("credential", signature)]),
            };
            request.Headers.Add("Cookie", cookies);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send()));

        Assert.Single(answers, HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send());
    }

    [Fact]
    public async Task A_question_for_one_purpose_is_no_answer_to_another()
    {
        var site = Site();
        var ada = await Founded(site);
        var bo = Visit(site);
        var link = await AccountTests.Invite(ada, "Bo Wijk", "bo@example.nl", AccessRole.Coordinator);
        using var device = new TestAuthenticator(ada.Origin);

        // Asked for the account of the link, handed in for that of who is signed in by now.
        var question = await ada.Post(link, "/welkom/passkey/vraag", ("sleutel", AccountTests.KeyOf(link)));
        var mixed = await ada.Post("/mijn-account", "/mijn-account/passkeys", ("credential", device.Create(question.Text)), ("name", "telefoon"));
        // A signature asked for signing in, handed in as a new key.
        var (_, page, _) = await bo.Get("/aanmelden");
        await bo.Send("/aanmelden/passkey/vraag", ("formulier", Accounts.Visit.TokenIn(page)));
        var crossed = await bo.Post(link, "/welkom/passkey", ("sleutel", AccountTests.KeyOf(link)), ("credential", device.Create(question.Text)), ("name", "telefoon"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.Status);
        Assert.Contains("Er is geen passkey gemaakt", mixed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, crossed.Status);
        Assert.Equal(HttpStatusCode.OK, (await bo.Get(link)).Status);
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_ends_what_it_had_opened()
    {
        var site = Site();
        var ada = await Founded(site);
        using var device = new TestAuthenticator(ada.Origin);
        await Add(ada, device, "telefoon");
        var elsewhere = Visit(site);
        await SignIn(elsewhere, device);
        var before = (await elsewhere.Get("/mijn-account")).Status;

        var (_, own, _) = await ada.Get("/mijn-account");
        var renamed = await ada.Post("/mijn-account", $"/mijn-account/passkeys/{KeyIn(own)}/naam", ("name", "oude <telefoon>"));
        var (_, named, _) = await ada.Get("/mijn-account");
        var removed = await ada.Post("/mijn-account", $"/mijn-account/passkeys/{KeyIn(own)}/weg");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (before, renamed.Status, removed.Status));
        Assert.Contains("oude &lt;telefoon&gt;", named, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ada.Get("/mijn-account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Get("/mijn-account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(elsewhere, device)).Status);
    }

    [Fact]
    public async Task Where_a_passkey_is_asked_of_administrators_a_password_opens_no_administration()
    {
        var site = Site(("Schakel:SignIn:AdministratorsUsePasskey", "true"));
        var ada = await Founded(site);
        using var device = new TestAuthenticator(ada.Origin);
        using var other = new TestAuthenticator(ada.Origin);

        var before = await ada.Get("/beheer/mensen");
        var (_, asked, _) = await ada.Get("/mijn-account");
        await Add(ada, device, "telefoon");
        var with = await ada.Get("/beheer/mensen");
        await ada.Send("/afmelden");
        await AccountTests.SignIn(ada, "ada@example.nl", AccountTests.Password);
        var password = await ada.Get("/beheer/mensen?taal=en");
        var posted = await ada.Post("/mijn-account", "/beheer/mensen", ("Name", "x"));
        var (_, use, _) = await ada.Get("/mijn-account");
        var (added, _) = await Add(ada, other, "van een dief");
        var removed = await ada.Post("/mijn-account", $"/mijn-account/passkeys/{KeyIn(use)}/weg");
        await ada.Send("/afmelden");
        await SignIn(ada, device);

        Assert.Equal((HttpStatusCode.Redirect, "/mijn-account"), (before.Status, before.Location));
        Assert.Contains("Maak er hieronder een", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("/beheer/mensen", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, with.Status);
        Assert.Equal((HttpStatusCode.Redirect, "/mijn-account?taal=en"), (password.Status, password.Location));
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Contains("kom terug met je passkey", use, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, added);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, removed.Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.Get("/beheer/mensen")).Status);
    }

    [Fact]
    public async Task At_a_bare_network_address_nobody_is_offered_what_cannot_work()
    {
        var site = Site();
        await Founded(site);
        var numbered = new Visit(site);
        opened.Add(numbered);

        Assert.DoesNotContain("use-passkey", (await numbered.Get("/aanmelden")).Text, StringComparison.Ordinal);
        Assert.Contains("use-passkey", (await Visit(site).Get("/aanmelden")).Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        opened.Reverse<IDisposable>().ToList().ForEach(one => one.Dispose());
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private ServedSite Site(params (string Name, string Value)[] settings)
    {
        var site = new ServedSite(new SmallTown(), [("Schakel:Workspace", Path.Combine(folder.FullName, "een stad.workspace")), .. settings]);
        opened.Add(site);
        return site;
    }

    private Visit Visit(ServedSite site)
    {
        var visit = new Visit(site, "localhost");
        opened.Add(visit);
        return visit;
    }

    private async Task<Visit> Founded(ServedSite site)
    {
        var ada = Visit(site);
        await AccountTests.Founded(ada, AccountTests.FirstLinkOf(site));
        return ada;
    }

    private async Task<Visit> Officer(ServedSite site, Visit administrator)
    {
        var link = await AccountTests.Invite(administrator, "Sam Veilig", "sam@example.nl", AccessRole.SecurityOfficer);
        var officer = Visit(site);
        await officer.Post(link, "/welkom", ("sleutel", AccountTests.KeyOf(link)), ("password", AccountTests.Password));
        return officer;
    }

    private static async Task<(HttpStatusCode Status, string? Location)> Add(Visit visit, TestAuthenticator device, string name)
    {
        var question = await visit.Post("/mijn-account", "/mijn-account/passkeys/vraag");
        if (question.Status != HttpStatusCode.OK)
            return (question.Status, null);
        var (status, _, location) = await visit.Post("/mijn-account", "/mijn-account/passkeys", ("credential", device.Create(question.Text)), ("name", name));
        return (status, location);
    }

    private static async Task<(HttpStatusCode Status, string Text, string? Location)> SignIn(Visit visit, TestAuthenticator device, string back = "/kaart")
    {
        var question = await visit.Post("/aanmelden", "/aanmelden/passkey/vraag");
        Assert.True(question.Status == HttpStatusCode.OK, question.Text);
        return await visit.Post("/aanmelden", "/aanmelden/passkey", ("credential", device.Sign(question.Text)), ("back", back));
    }

    private static string KeyIn(string page) => Keys().Match(page).Groups[1].Value;

    [GeneratedRegex("/mijn-account/passkeys/([0-9a-f-]{36})/weg")]
    private static partial Regex Keys();
}
