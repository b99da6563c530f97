// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Members;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class AccountsOnSqlite(SqliteUnderTest store) : AccountsOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class AccountsOnPostgres(PostgresUnderTest store) : AccountsOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>Accounts on both stores: doors, walls, terms.</summary>
public abstract class AccountsOnStore(StoreUnderTest store)
{
    private const string Password = "paraplu koffie trein", Other = "winter fiets lantaarn";

    [Fact]
    public async Task A_link_opens_once_within_seven_days_and_only_the_newest_opens()
    {
        var town = await In(store);
        var (accounts, door) = (new AccountWork(town.Room), new SignInWork(town.Room, new PlainPasswords()));
        var first = Answer(await accounts.Invite(town["administrator"], "Bo Wijk", "collega", "Bo@Example.org", null, [AccessRole.Analyst], "192.0.2.1", Cancel));
        var second = Answer(await accounts.NewLink(town["administrator"], first.Member.Id, forgetPasskeys: false, null, Cancel));

        Refused("link-not-valid", await door.Open(town.Tenant, first.Secret, Password, null, Cancel));
        Refused("link-not-valid", await door.Open(Guid.NewGuid(), second.Secret, Password, null, Cancel));
        Refused("password-too-easy", await door.Open(town.Tenant, second.Secret, "aaaaaaaaaaaaa", null, Cancel));
        Answer(await door.Open(town.Tenant, second.Secret, Password, null, Cancel));
        Refused("link-not-valid", await door.Open(town.Tenant, second.Secret, Other, null, Cancel));
        var third = Answer(await accounts.NewLink(town["administrator"], first.Member.Id, forgetPasskeys: false, null, Cancel));
        town.Clock.Advance(Account.LinkLives);
        Refused("link-not-valid", await door.Open(town.Tenant, third.Secret, Other, null, Cancel));
        Answer(await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
        Refused("sign-in-name-taken", await accounts.Invite(town["administrator"], "Nog Een", "collega", "BO@example.org", null, [AccessRole.Analyst], null, Cancel));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_an_account_for_five_minutes_and_a_right_one_starts_anew()
    {
        var (town, door) = await WithBo();

        for (var attempt = 0; attempt < 4; attempt++)
            Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Other, null, Cancel));
        Answer(await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
        for (var attempt = 0; attempt < 5; attempt++)
            Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Other, null, Cancel));
        Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
        town.Clock.Advance(Account.Closed);
        Answer(await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
    }

    [Fact]
    public async Task A_name_that_nobody_has_costs_as_much_hashing_as_one_that_somebody_has()
    {
        var (town, _) = await WithBo();
        var counting = new CountingPasswords();
        Refused("sign-in-refused", await new SignInWork(town.Room, counting).With(town.Tenant, "niemand@example.org", Other, null, Cancel));
        counting.Hashed = counting.Compared = 0;

        foreach (var name in new[] { "niemand@example.org", "bo@example.org", "geen adres", "" })
            Refused("sign-in-refused", await new SignInWork(town.Room, counting).With(town.Tenant, name, Other, null, Cancel));

        Assert.Equal((0, 4), (counting.Hashed, counting.Compared));
    }

    [Fact]
    public async Task Of_many_guesses_at_once_no_failure_is_lost()
    {
        var (town, door) = await WithBo();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Other, null, Cancel))));

        Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
    }

    [Fact]
    public async Task An_account_opens_in_its_own_municipality_only_and_is_seen_there_only()
    {
        var (town, door) = await WithBo();
        var other = await In(store);

        Refused("sign-in-refused", await door.With(other.Tenant, "bo@example.org", Password, null, Cancel));
        await using var open = other.Stores.For(other.Tenant);
        Assert.Empty(await open.Accounts.ToListAsync(Cancel));
        Assert.DoesNotContain(await open.SecurityEvents.ToListAsync(Cancel), line => line.What == SecurityEventKind.Invited);
        Assert.NotEmpty(Answer(await new AccountWork(town.Room).Log(Officer(town), null, null, Cancel)).Lines);
    }

    [Fact]
    public async Task Who_leaves_loses_the_account_at_once_and_the_log_forgets_after_its_term()
    {
        var (town, door) = await WithBo();
        var bo = Answer(await door.With(town.Tenant, "bo@example.org", Password, "192.0.2.7", Cancel)).Member;

        Answer(await new AccountWork(town.Room).Leave(town["administrator"], bo.Id, null, Cancel));
        Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Empty(await open.Accounts.ToListAsync(Cancel));
        town.Clock.Advance(TimeSpan.FromDays(160));
        await town.Eraser.Run(town.Tenant, Cancel);
        Assert.NotEmpty(Answer(await new AccountWork(town.Room).Log(Officer(town), null, null, Cancel)).Lines);
        town.Clock.Advance(TimeSpan.FromDays(30));
        await town.Eraser.Run(town.Tenant, Cancel);
        Assert.Empty(Answer(await new AccountWork(town.Room).Log(Officer(town), null, null, Cancel)).Lines);
    }

    [Fact]
    public async Task Nobody_rewrites_the_security_log()
    {
        var (town, _) = await WithBo();
        await using var open = town.Stores.For(town.Tenant);

        await Assert.ThrowsAnyAsync<Exception>(() => open.SecurityEvents.ExecuteDeleteAsync(Cancel));

        Assert.NotEmpty(await open.SecurityEvents.ToListAsync(Cancel));
    }

    [Fact]
    public async Task Who_the_provider_vouches_for_comes_in_only_when_invited_and_stays_the_same_when_the_address_changes()
    {
        var (town, door) = await WithBo();

        Refused("provider-account-unknown", await door.Vouched(town.Tenant, "https://id.example.org stranger", "stranger@example.org", null, Cancel));
        Refused("provider-account-unknown", await door.Vouched(town.Tenant, "https://id.example.org bo", null, null, Cancel));
        Answer(await door.Vouched(town.Tenant, "https://id.example.org bo", "BO@example.org", null, Cancel));
        Answer(await door.Vouched(town.Tenant, "https://id.example.org bo", "bo.new@example.org", null, Cancel));
        // Who takes over the address at the provider does not take over the account.
        Refused("provider-account-unknown", await door.Vouched(town.Tenant, "https://id.example.org other", "bo@example.org", null, Cancel));
    }

    private async Task<(TestMunicipality Town, SignInWork Door)> WithBo()
    {
        var town = await In(store);
        var door = new SignInWork(town.Room, new PlainPasswords());
        var invited = Answer(await new AccountWork(town.Room).Invite(town["administrator"], "Bo Wijk", "collega", "bo@example.org", null, [AccessRole.Analyst], null, Cancel));
        Answer(await door.Open(town.Tenant, invited.Secret, Password, null, Cancel));
        return (town, door);
    }

    private static Actor Officer(TestMunicipality town) => new(town.Tenant, Guid.NewGuid(), null, new HashSet<AccessRole> { AccessRole.SecurityOfficer });

    private sealed class CountingPasswords : IPasswords
    {
        internal int Hashed { get; set; }

        internal int Compared { get; set; }

        public string Hash(string password)
        {
            Hashed++;
            return password;
        }

        public bool Matches(string hash, string password)
        {
            Compared++;
            return hash == password;
        }
    }

    // Slow hashing is tested where it is used.
    internal sealed class PlainPasswords : IPasswords
    {
        public string Hash(string password) => "plain " + password;

        public bool Matches(string hash, string password) => hash == Hash(password);
    }
}
