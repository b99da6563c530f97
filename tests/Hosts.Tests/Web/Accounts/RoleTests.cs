// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>The table of permissions at the door: every role, every closed page, own and other municipality.</summary>
public sealed class RoleTests
{
    private static readonly (string Path, WorkAction Action)[] pages =
        [("/mijn-account", WorkAction.KeepOwnAccount), ("/beheer/mensen", WorkAction.KeepAccounts), ("/beheer/beveiliging", WorkAction.ReadSecurityLog)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_role_reads_exactly_the_pages_of_the_table()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        foreach (var role in Enum.GetValues<AccessRole>())
        {
            using var visit = new Visit(site);
            if (role != AccessRole.Visitor)
                await visit.As(await Somebody(town, InventedTown.Voorbeeldstad, role));
            foreach (var (path, action) in pages)
            {
                var expected = Permissions.Allows(new HashSet<AccessRole> { role }, action, null) ? HttpStatusCode.OK
                    : role == AccessRole.Visitor ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden;
                Assert.True(expected == (await visit.Get(path)).Status, $"{role} {path}: {expected} expected");
            }
        }
    }

    [Fact]
    public async Task An_administrator_sees_and_changes_nobody_of_another_municipality()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);
        await visit.As(await Somebody(town, InventedTown.Kleindorp, AccessRole.TenantAdministrator));
        var other = await town.Who("jongerenwerker");

        var (_, people, _) = await visit.Get("/beheer/mensen");
        var left = await visit.Post("/beheer/mensen", $"/beheer/mensen/{other.Id}/vertrek");
        var given = await visit.Post("/beheer/mensen", $"/beheer/mensen/{other.Id}/rollen", ("Roles", "Director"));
        var linked = await visit.Post("/beheer/mensen", $"/beheer/mensen/{other.Id}/link");

        Assert.DoesNotContain("jongerenwerker", people, StringComparison.Ordinal);
        Assert.All([left, given, linked], answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        var after = await town.Who("jongerenwerker");
        Assert.Null(after.LeftAt);
        Assert.Equal(other.Roles.Roles, after.Roles.Roles);
    }

    [Fact]
    public async Task A_program_without_an_account_gets_401_and_a_person_is_shown_where_to_sign_in()
    {
        using var town = await InventedTown.Make();
        using var site = town.Served();
        using var visit = new Visit(site);

        var (status, text, _) = await visit.Send("/beheer/mensen", ("Name", "x"));
        var (shown, _, where) = await visit.Get("/beheer/mensen?taal=en");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("Meld je eerst aan", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, shown);
        Assert.Equal("/aanmelden?terug=%2Fbeheer%2Fmensen%3Ftaal%3Den&taal=en", where);
    }

    internal static async Task<Member> Somebody(InventedTown town, Guid tenant, params AccessRole[] roles)
    {
        await using var store = town.Stores.For(tenant);
        var act = new Workspace.History.Act(new Actor(tenant, null, null, new HashSet<AccessRole>()), TimeProvider.System.GetUtcNow());
        Assert.True(Member.Join($"Iemand {roles[0]}", $"proef {roles[0]}", null, null, roles, act).TryGet(out var member, out _));
        store.Add(member);
        await store.SaveChangesAsync(Cancel);
        return member;
    }
}
