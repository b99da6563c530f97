// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schakel.Analysis;
using Schakel.Workspace.Backups;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class KeysOnSqlite(SqliteUnderTest store) : KeysOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class KeysOnPostgres(PostgresUnderTest store) : KeysOnStore(store), IClassFixture<PostgresUnderTest>
{
    private readonly PostgresUnderTest store = store;

    [Fact]
    public async Task Keys_and_receipts_of_another_municipality_are_hidden_and_cannot_be_forged_even_without_our_filter()
    {
        var (one, other) = (await In(store), await In(store));
        await Made(one);
        await Opened(one, "zaak 12");
        await using var open = other.Stores.For(other.Tenant);

        Assert.Empty(await open.AccessKeys.IgnoreQueryFilters().ToListAsync(Cancel));
        Assert.Empty(await open.Receipts.IgnoreQueryFilters().ToListAsync(Cancel));
        Assert.Equal(0, await open.AccessKeys.IgnoreQueryFilters().Where(key => key.Tenant == one.Tenant).ExecuteDeleteAsync(Cancel));
        Assert.Equal(0, await open.Receipts.IgnoreQueryFilters().Where(receipt => receipt.Tenant == one.Tenant).ExecuteDeleteAsync(Cancel));
        var forged = await Assert.ThrowsAsync<PostgresException>(() => open.Database.ExecuteSqlAsync(
            $"insert into workspace.\"Receipts\" (\"Id\", \"Print\", \"Content\", \"Tenant\", \"Version\", \"Since\") values ({Guid.NewGuid()}, 'x', 'y', {one.Tenant}, 1, now())", Cancel));
        Assert.Equal("42501", forged.SqlState);
    }
}

/// <summary>Keys for programs, and receipts of what was sent, on both stores: what opens, what no longer does, and what is left behind.</summary>
public abstract class KeysOnStore(StoreUnderTest store)
{
    [Fact]
    public async Task A_key_opens_in_its_own_municipality_until_its_day_and_its_secret_is_kept_nowhere()
    {
        var (town, other) = (await In(store), await In(store));
        var (keys, made) = (new AccessKeyWork(town.Room), await Made(town));
        await using (var open = town.Stores.For(town.Tenant))
            Assert.DoesNotContain((await open.AccessKeys.SingleAsync(Cancel)).Hash, made.Secret, StringComparison.Ordinal);

        Assert.Equal(town.MemberOf("colleague").Id, Answer(await keys.Who(made.Secret, Cancel)).Member.Id);
        // The same secret under the name of another municipality is nobody's.
        Refused("key-not-valid", await keys.Who(made.Secret.Replace($"{town.Tenant:N}", $"{other.Tenant:N}", StringComparison.Ordinal), Cancel));
        Assert.Empty(Answer(await keys.Own(town["coordinator"], Cancel)));
        Refused("no-such-item", await keys.TakeBack(town["coordinator"], made.Key.Id, null, Cancel));
        Refused("no-such-item", await new AccessKeyWork(other.Room).TakeBack(other["colleague"], made.Key.Id, null, Cancel));
        town.Clock.Advance(TimeSpan.FromDays(31));

        Refused("key-not-valid", await keys.Who(made.Secret, Cancel));
    }

    [Fact]
    public async Task There_is_an_end_to_the_keys_of_one_colleague_and_a_place_comes_free_by_taking_one_back()
    {
        var town = await In(store);
        var keys = new AccessKeyWork(town.Room);
        var first = await Made(town);
        for (var number = 1; number < AccessKey.Most; number++)
            await Made(town);

        Refused("keys-too-many", await keys.Make(town["colleague"], "te veel", Until(town), false, null, Cancel));
        Answer(await keys.TakeBack(town["colleague"], first.Key.Id, null, Cancel));

        Refused("key-not-valid", await keys.Who(first.Secret, Cancel));
        Answer(await keys.Make(town["colleague"], "past weer", Until(town), false, null, Cancel));
    }

    [Fact]
    public async Task Who_leaves_leaves_no_key_behind_and_the_keys_of_others_stay()
    {
        var town = await In(store);
        var (keys, gone, stays) = (new AccessKeyWork(town.Room), await Made(town), await Made(town, "coordinator"));

        Answer(await new AccountWork(town.Room).Leave(town["administrator"], town.MemberOf("colleague").Id, null, Cancel));

        Refused("key-not-valid", await keys.Who(gone.Secret, Cancel));
        Answer(await keys.Who(stays.Secret, Cancel));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal([stays.Key.Id], await open.AccessKeys.Select(key => key.Id).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_is_sent_many_times_at_once_is_carried_out_once()
    {
        var town = await In(store);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Opened(town, "zaak 12")));

        Assert.Single(answers, answer => answer.TryGet(out _, out _));
        Refused("key-used-before", await Opened(town, "zaak 12", "iets anders"));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(await open.Opgaven.Select(opgave => (Guid?)opgave.Id).ToListAsync(Cancel), await open.Receipts.Select(receipt => receipt.Made).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Ended_keys_and_receipts_of_a_week_are_erased_and_the_work_stays()
    {
        var town = await In(store);
        await Made(town);
        await Opened(town, "zaak 12");
        town.Clock.Advance(TimeSpan.FromDays(6));
        var early = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;
        town.Clock.Advance(TimeSpan.FromDays(1));
        var afterAWeek = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;
        town.Clock.Advance(TimeSpan.FromDays(24));
        var afterAMonth = (await town.Eraser.Run(town.Tenant, Cancel)).Erased;

        Assert.Equal((0, 0), (early["accessKeys"], early["receipts"]));
        Assert.Equal((0, 1), (afterAWeek["accessKeys"], afterAWeek["receipts"]));
        Assert.Equal((1, 0), (afterAMonth["accessKeys"], afterAMonth["receipts"]));
        await using var open = town.Stores.For(town.Tenant);
        Assert.Equal(1, await open.Opgaven.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_key_still_opens_and_what_was_sent_is_still_known_after_a_backup_is_put_back()
    {
        var town = await In(store);
        var made = await Made(town);
        Answer(await Opened(town, "zaak 12"));
        var folder = Directory.CreateTempSubdirectory("schakel keys ");
        try
        {
            var written = Answer(await WorkspaceBackup.Write(town.Stores, Path.Combine(folder.FullName, "a.backup"), withKey: false, town.Clock, Cancel));
            var target = StoreSetting.OfFile(Path.Combine(folder.FullName, "hersteld.workspace"));
            Answer(await WorkspaceRestore.Read(written.File, target, Cancel));
            var restored = new StoreFactory(target);

            Assert.True(Answer(await new AccessKeyWork(new Workroom(restored, Signals.ContactSeal.At(target.KeyFile), town.Clock)).Who(made.Secret, Cancel)).MayWrite);
            Refused("sent-before", await Opened(town, "zaak 12", stores: restored));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private protected static DateOnly Until(TestMunicipality town) => DateOnly.FromDateTime(town.Clock.GetUtcNow().UtcDateTime).AddDays(30);

    private protected static async Task<MadeKey> Made(TestMunicipality town, string who = "colleague") =>
        Answer(await new AccessKeyWork(town.Room).Make(town[who], "koppeling", Until(town), mayWrite: true, null, Cancel));

    // As one request: its mark lives as long as it runs.
    private protected static Task<Outcome<Opgave>> Opened(TestMunicipality town, string print, string content = "het zelfde", StoreFactory? stores = null)
    {
        var mark = new SentMark();
        mark.KnowBy(print, content);
        var from = stores ?? town.Stores;
        return new OpgaveWork(new Workroom(from, Signals.ContactSeal.At(from.Setting.KeyFile), town.Clock).For(mark)).Open(town["coordinator"], "Een keer", "Wat?", null, Cancel);
    }
}
