// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Backups;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class PasskeysOnSqlite(SqliteUnderTest store) : PasskeysOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class PasskeysOnPostgres(PostgresUnderTest store) : PasskeysOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>Passkeys on both stores: what opens, what no longer does, and what is left behind. Signatures are tested at the door.</summary>
public abstract class PasskeysOnStore(StoreUnderTest store)
{
    private const string Password = "paraplu koffie trein";

    [Fact]
    public async Task A_link_opens_an_account_by_passkey_once_and_the_passkey_opens_it_from_then_on()
    {
        var town = await In(store);
        var (keys, invited) = (new PasskeyWork(town.Room), await Invited(town));

        Refused("link-not-valid", await keys.Open(Guid.NewGuid(), invited.Secret, Key(1), "telefoon", null, Cancel));
        Refused("text-missing", await keys.Open(town.Tenant, invited.Secret, Key(1), " ", null, Cancel));
        var opened = Answer(await keys.Open(town.Tenant, invited.Secret, Key(1), "telefoon", null, Cancel));
        Refused("link-not-valid", await keys.Open(town.Tenant, invited.Secret, Key(2), "telefoon", null, Cancel));
        var account = Answer(await keys.Own(opened.Member.Acting(), Cancel));

        Assert.Equal("telefoon", Assert.Single(account.Passkeys).Name);
        Assert.Equal(opened.Stamp, Answer(await keys.SignIn(town.Tenant, account.Account.Id, Key(1).CredentialId, 5, false, null, Cancel)).Stamp);
    }

    [Fact]
    public async Task A_copy_of_a_key_a_replayed_count_and_a_key_of_another_account_or_town_are_refused_and_written_down()
    {
        var town = await In(store);
        var other = await In(store);
        var (keys, bo) = (new PasskeyWork(town.Room), await WithKey(town, Key(1)));
        Answer(await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 5, false, null, Cancel));

        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 5, false, "192.0.2.9", Cancel));
        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 3, false, null, Cancel));
        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 0, false, null, Cancel));
        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(2).CredentialId, 9, false, null, Cancel));
        Refused("passkey-refused", await keys.SignIn(other.Tenant, bo.Account.Id, Key(1).CredentialId, 9, false, null, Cancel));
        Answer(await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 6, false, null, Cancel));

        var lines = Answer(await new AccountWork(town.Room).Log(Officer(town), SecurityEventKind.PasskeyRefused, null, Cancel)).Lines;
        Assert.Equal(4, lines.Count);
        Assert.Contains(lines, line => line.FromAddress == "192.0.2.9" && line.AccountOf == bo.Account.MemberId);
    }

    [Fact]
    public async Task The_same_count_sent_many_times_at_once_opens_once()
    {
        var town = await In(store);
        var (keys, bo) = (new PasskeyWork(town.Room), await WithKey(town, Key(1)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 7, false, null, Cancel)));

        Assert.Single(answers, answer => answer.TryGet(out _, out var _));
    }

    [Fact]
    public async Task A_key_without_a_count_opens_every_time()
    {
        var town = await In(store);
        var (keys, bo) = (new PasskeyWork(town.Room), await WithKey(town, Key(1) with { SignCount = 0, MayBeBackedUp = true }));

        for (var time = 0; time < 3; time++)
            Answer(await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 0, true, null, Cancel));

        Assert.True(Assert.Single(Answer(await keys.Own(bo.Actor, Cancel)).Passkeys).IsBackedUp);
    }

    [Fact]
    public async Task The_last_way_in_stays_and_removing_a_key_ends_the_sessions_that_came_in_with_it()
    {
        var town = await In(store);
        var (keys, bo) = (new PasskeyWork(town.Room), await WithKey(town, Key(1)));
        var only = Assert.Single(Answer(await keys.Own(bo.Actor, Cancel)).Passkeys);

        Refused("last-way-in", await keys.Remove(bo.Actor, only.Id, null, Cancel));
        Refused("passkey-known", await keys.Add(bo.Actor, Key(1), "nog eens", null, Cancel));
        Answer(await keys.Add(bo.Actor, Key(2), "laptop", null, Cancel));
        Answer(await keys.Rename(bo.Actor, only.Id, "oude telefoon", Cancel));
        Refused("text-too-long", await keys.Rename(bo.Actor, only.Id, new string('x', Passkey.LongestName + 1), Cancel));
        var after = Answer(await keys.Remove(bo.Actor, only.Id, null, Cancel));

        Assert.NotEqual(bo.Account.Stamp, after.Stamp);
        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 50, false, null, Cancel));
        Assert.Equal("laptop", Assert.Single(Answer(await keys.Own(bo.Actor, Cancel)).Passkeys).Name);
    }

    [Fact]
    public async Task Nobody_touches_the_keys_of_somebody_else_and_there_is_an_end_to_them()
    {
        var town = await In(store);
        var (keys, bo) = (new PasskeyWork(town.Room), await WithKey(town, Key(1)));
        var mine = Assert.Single(Answer(await keys.Own(bo.Actor, Cancel)).Passkeys);

        Refused("no-such-item", await keys.Remove(town["administrator"], mine.Id, null, Cancel));
        Refused("no-such-item", await keys.Rename(town["administrator"], mine.Id, "van mij", Cancel));
        for (byte number = 2; number <= PasskeyWork.Most; number++)
            Answer(await keys.Add(bo.Actor, Key(number), $"sleutel {number}", null, Cancel));
        Refused("too-many-passkeys", await keys.Add(bo.Actor, Key(99), "te veel", null, Cancel));
    }

    [Fact]
    public async Task Guessing_passwords_closes_no_door_to_a_passkey_and_a_passkey_opens_none_to_guessing()
    {
        var town = await In(store);
        var (keys, bo) = (new PasskeyWork(town.Room), await WithKey(town, Key(1)));
        var door = new SignInWork(town.Room, new AccountsOnStore.PlainPasswords());
        var link = Answer(await new AccountWork(town.Room).NewLink(town["administrator"], bo.Account.MemberId, forgetPasskeys: false, null, Cancel));
        Answer(await door.Open(town.Tenant, link.Secret, Password, null, Cancel));
        for (var attempt = 0; attempt < 5; attempt++)
            Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", "winter fiets lantaarn", null, Cancel));

        Answer(await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 5, false, null, Cancel));

        Refused("sign-in-refused", await door.With(town.Tenant, "bo@example.org", Password, null, Cancel));
    }

    [Fact]
    public async Task A_lost_device_is_forgotten_with_a_new_link_and_who_leaves_leaves_no_key_behind()
    {
        var town = await In(store);
        var (keys, accounts) = (new PasskeyWork(town.Room), new AccountWork(town.Room));
        var bo = await WithKey(town, Key(1));

        var kept = Answer(await accounts.NewLink(town["administrator"], bo.Account.MemberId, forgetPasskeys: false, null, Cancel));
        Answer(await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 5, false, null, Cancel));
        var link = Answer(await accounts.NewLink(town["administrator"], bo.Account.MemberId, forgetPasskeys: true, null, Cancel));
        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 6, false, null, Cancel));
        Refused("link-not-valid", await keys.Open(town.Tenant, kept.Secret, Key(2), "telefoon", null, Cancel));
        Answer(await keys.Open(town.Tenant, link.Secret, Key(2), "telefoon", null, Cancel));
        Answer(await accounts.Leave(town["administrator"], bo.Account.MemberId, null, Cancel));

        Refused("passkey-refused", await keys.SignIn(town.Tenant, bo.Account.Id, Key(2).CredentialId, 6, false, null, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Empty(await open.Passkeys.ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_passkey_still_opens_after_a_backup_is_put_back()
    {
        var town = await In(store);
        var bo = await WithKey(town, Key(1));
        var folder = Directory.CreateTempSubdirectory("schakel passkeys ");
        try
        {
            var file = Answer(await WorkspaceBackup.Write(town.Stores, Path.Combine(folder.FullName, "a.backup"), withKey: false, town.Clock, Cancel)).File;
            var target = StoreSetting.OfFile(Path.Combine(folder.FullName, "hersteld.workspace"));
            Answer(await WorkspaceRestore.Read(file, target, Cancel));
            var room = new Workroom(new StoreFactory(target), Signals.ContactSeal.At(target.KeyFile), town.Clock);

            Answer(await new PasskeyWork(room).SignIn(town.Tenant, bo.Account.Id, Key(1).CredentialId, 5, false, null, Cancel));
            Assert.Equal(Key(1).PublicKey, Assert.Single(Answer(await new PasskeyWork(room).Own(bo.Actor, Cancel)).Passkeys).PublicKey);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static NewPasskey Key(byte number) => new([number, 1, 2, 3], [number, 9, 9], 4, false, false);

    private static async Task<Invited> Invited(TestMunicipality town) =>
        Answer(await new AccountWork(town.Room).Invite(town["administrator"], "Bo Wijk", "collega", "bo@example.org", null, [AccessRole.Analyst], null, Cancel));

    private static async Task<(Actor Actor, Account Account)> WithKey(TestMunicipality town, NewPasskey key)
    {
        var keys = new PasskeyWork(town.Room);
        var actor = Answer(await keys.Open(town.Tenant, (await Invited(town)).Secret, key, "telefoon", null, Cancel)).Member.Acting();
        return (actor, Answer(await keys.Own(actor, Cancel)).Account);
    }

    private static Actor Officer(TestMunicipality town) => new(town.Tenant, Guid.NewGuid(), null, new HashSet<AccessRole> { AccessRole.SecurityOfficer });
}
