// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>Signing in by way of the organisation, with a real provider on the other side.</summary>
public sealed class ProviderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_invited_comes_in_by_way_of_the_organisation_and_back_to_the_page_that_was_asked()
    {
        await using var provider = await TestProvider.Start();
        using var town = await WithBo();
        using var site = Served(town, provider, TestProvider.Secret);
        using var visit = new Visit(site);

        var (_, page, _) = await visit.Get("/aanmelden");
        var end = await Through(visit, "/aanmelden/organisatie?terug=/mijn-account");
        var (status, own, _) = await visit.Get("/mijn-account");

        Assert.Contains("Aanmelden via Proefstad", page, StringComparison.Ordinal);
        Assert.Equal("/mijn-account", end);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Bo Wijk", own, StringComparison.Ordinal);
        Assert.Contains("Je meldt je aan via je organisatie", own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vreemd@example.nl", true, false, TestProvider.Secret, "provider-account-unknown")]
    [InlineData("bo@example.nl", false, false, TestProvider.Secret, "provider-account-unknown")]
    [InlineData("bo@example.nl", true, true, TestProvider.Secret, "provider-refused")]
    [InlineData("bo@example.nl", true, false, "verkeerd", "provider-refused")]
    public async Task A_stranger_an_unverified_address_and_a_refusal_are_told_apart_and_do_not_come_in(string email, bool verified, bool refuses, string secret, string reason)
    {
        await using var provider = await TestProvider.Start();
        (provider.Email, provider.IsVerified, provider.Refuses) = (email, verified, refuses);
        using var town = await WithBo();
        using var site = Served(town, provider, secret);
        using var visit = new Visit(site);

        var end = await Through(visit, "/aanmelden/organisatie");

        Assert.Equal($"/aanmelden?fout={reason}", end);
        Assert.Contains("role=\"alert\"", (await visit.Get(end)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.Get("/mijn-account")).Status);
    }

    [Fact]
    public async Task An_answer_of_a_provider_that_nobody_asked_for_opens_nothing()
    {
        await using var provider = await TestProvider.Start();
        using var town = await WithBo();
        using var site = Served(town, provider, TestProvider.Secret);
        using var visit = new Visit(site);

        var (status, _, where) = await visit.Get("/aanmelden/organisatie/terug?code=abc&state=def");

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal("/aanmelden?fout=provider-refused", where);
    }

    private static ServedSite Served(InventedTown town, TestProvider provider, string secret) => town.Served(
        ("Schakel:SignIn:Authority", provider.Address), ("Schakel:SignIn:ClientId", TestProvider.Client), ("Schakel:SignIn:ClientSecret", secret), ("Schakel:SignIn:Name", "Proefstad"));

    // As a browser does: from page to page until one of our own that is no step of signing in.
    private static async Task<string> Through(Visit visit, string start)
    {
        var at = start;
        for (var step = 0; step < 6; step++)
        {
            var (status, text, location) = await visit.Get(at);
            Assert.True(status is HttpStatusCode.Redirect or HttpStatusCode.Found, $"{at}: {status} {text}");
            at = location!;
            if (at.StartsWith('/') && !at.StartsWith("/aanmelden/", StringComparison.Ordinal))
                return at;
        }

        throw new InvalidOperationException($"It does not end: {at}");
    }

    private static async Task<InventedTown> WithBo()
    {
        var town = await InventedTown.Make();
        var tenant = Guid.NewGuid();
        await using (var store = town.Stores.For(tenant))
        {
            Assert.True(Municipality.Found(tenant, "GM0014", "Proefstad", "Loket, telefoon 14 099").TryGet(out var municipality, out _));
            store.Add(municipality);
            await store.SaveChangesAsync(Cancel);
        }

        var room = new Workroom(town.Stores, ContactSeal.At(town.Stores.Setting.KeyFile), TimeProvider.System);
        var administrator = new Actor(tenant, Guid.NewGuid(), null, new HashSet<AccessRole> { AccessRole.TenantAdministrator });
        Assert.True((await new AccountWork(room).Invite(administrator, "Bo Wijk", "collega", "bo@example.nl", null, [AccessRole.Coordinator], null, Cancel)).TryGet(out _, out var reason), reason?.Detail);
        return town;
    }
}
