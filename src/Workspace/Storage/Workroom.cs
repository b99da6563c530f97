// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;

namespace Schakel.Workspace.Storage;

/// <summary>
/// The one door to the store: asks the table of permissions, lets writers take turns, writes everything or nothing, and shows the second of two
/// who save both versions. All use cases go through it.
/// </summary>
public sealed class Workroom(StoreFactory stores, ContactSeal seal, TimeProvider clock)
{
    private const int MostAttempts = 10, Busy = 5, Locked = 6;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    private SentMark? mark;

    public ContactSeal Seal => seal;

    /// <summary>The same door for one request, which is carried out once however often it is sent.</summary>
    public Workroom For(SentMark sent) => new(stores, seal, clock) { mark = sent };

    /// <summary>Does something that is about nothing in particular yet: opening, giving a signal, writing.</summary>
    public Task<Outcome<T>> Do<T>(Actor actor, WorkAction action, Func<Turn, Task<Outcome<T>>> work, CancellationToken cancel, Member? companion = null)
        where T : notnull => Attempt(actor, action, async turn =>
            Permissions.Refuse(actor, action, Standing.None, companion?.Acting().Roles) is { } refusal ? refusal : await work(turn), cancel);

    /// <summary>Does something to an item: found in one's own municipality, in the version one saw, and only by who stands to it as the table asks.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="id">To which item.</param>
    /// <param name="seen">The version the actor looked at; null when it does not matter (adding something to it).</param>
    /// <param name="work">What then happens.</param>
    /// <param name="cancel">To stop.</param>
    /// <param name="companion">Who does it together with the actor, where the table asks for two.</param>
    public Task<Outcome<T>> On<TItem, T>(
        Actor actor, WorkAction action, Guid id, int? seen, Func<Turn, TItem, Task<Outcome<T>>> work, CancellationToken cancel, Member? companion = null)
        where TItem : Item
        where T : notnull => Attempt(actor, action, async turn =>
        {
            var item = await turn.Store.Set<TItem>().SingleOrDefaultAsync(item => item.Id == id, cancel);
            if (item is null)
                return NotFound();
            if (Permissions.Refuse(actor, action, await turn.StandingTo(item), companion?.Acting().Roles) is { } refusal)
                return refusal;

            var current = item.Version;
            var outcome = await work(turn, item);
            // What is refused anyway says more than that somebody was first.
            if (seen is not { } version || version == current || !outcome.TryGet(out _, out _))
                return outcome;

            turn.Store.ChangeTracker.DetectChanges();
            return Conflict.Of(turn.Store.Entry(item));
        }, cancel);

    /// <summary>Makes an item and keeps it.</summary>
    public Task<Outcome<T>> Make<T>(Actor actor, WorkAction action, Func<Turn, Task<Outcome<T>>> make, CancellationToken cancel, Member? companion = null)
        where T : Item => Do<T>(actor, action, async turn => Kept(turn, await make(turn)), cancel, companion);

    /// <summary>Makes something that belongs to an item, and keeps it.</summary>
    public Task<Outcome<T>> MakeFor<TItem, T>(Actor actor, WorkAction action, Guid id, Func<Turn, TItem, Task<Outcome<T>>> make, CancellationToken cancel)
        where TItem : Item
        where T : Item => On<TItem, T>(actor, action, id, null, async (turn, item) => Kept(turn, await make(turn, item)), cancel);

    /// <summary>Changes an item along its life, and gives it back as it became.</summary>
    public Task<Outcome<T>> Change<T>(
        Actor actor, WorkAction action, Guid id, int? seen, Func<T, Act, Outcome<HistoryEntry>> change, CancellationToken cancel, Member? companion = null)
        where T : Item => On<T, T>(actor, action, id, seen, (turn, item) => Task.FromResult<Outcome<T>>(
            change(item, turn.Act).TryGet(out _, out var reason) ? item : reason), cancel, companion);

    /// <summary>Reads about an item, without taking a turn: only in one's own municipality, and only who stands to it as the table asks.</summary>
    public Task<Outcome<T>> See<TItem, T>(Actor actor, WorkAction action, Guid id, Func<Turn, TItem, Task<Outcome<T>>> work, CancellationToken cancel)
        where TItem : Item
        where T : notnull => Read<T>(actor, action, async turn =>
        {
            var item = await turn.Store.Set<TItem>().SingleOrDefaultAsync(item => item.Id == id, cancel);
            return item is null ? NotFound() : Permissions.Refuse(actor, action, await turn.StandingTo(item)) is { } refusal ? refusal : await work(turn, item);
        }, cancel);

    /// <summary>Reads, without taking a turn.</summary>
    public async Task<Outcome<T>> Read<T>(Actor actor, WorkAction action, Func<Turn, Task<Outcome<T>>> work, CancellationToken cancel)
        where T : notnull
    {
        if (Permissions.Refuse(actor, action, null) is { } refusal)
            return refusal;

        await using var store = stores.For(actor.Tenant);
        store.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await work(new Turn(store, new Act(actor, clock.GetUtcNow()), cancel));
    }

    private static Outcome<T> Kept<T>(Turn turn, Outcome<T> made)
        where T : Item
    {
        if (made.TryGet(out var item, out _))
            turn.Store.Add(item);
        return made;
    }

    private static Reason IsBusy() => new("workspace-busy", "Too many people save at this moment. Nothing was written; try again.");

    internal static Reason NotFound() => new("no-such-item", "There is nothing here with this address, or it is not yours to see.");

    private async Task<Outcome<T>> Attempt<T>(Actor actor, WorkAction action, Func<Turn, Task<Outcome<T>>> work, CancellationToken cancel)
        where T : notnull
    {
        // What can never be allowed is refused before anything is read.
        if (Permissions.Refuse(actor, action, null) is { } refusal)
            return refusal;

        if (stores.Queue is not { } queue)
            return await Attempts(actor, work, cancel);
        // Who waits this long hears so, while their text is still on the page.
        if (!await queue.WaitAsync(patience, cancel))
            return IsBusy();
        try
        {
            return await Attempts(actor, work, cancel);
        }
        finally
        {
            queue.Release();
        }
    }

    private async Task<Outcome<T>> Attempts<T>(Actor actor, Func<Turn, Task<Outcome<T>>> work, CancellationToken cancel)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var store = stores.For(actor.Tenant);
            try
            {
                await using var transaction = await store.Database.BeginTransactionAsync(StoreFactory.Isolation, cancel);
                var turn = new Turn(store, new Act(actor, clock.GetUtcNow()), cancel);
                if (await Received(turn) is { } before)
                    return before;
                var outcome = await work(turn);
                if (!outcome.TryGet(out var answer, out var reason))
                    return reason;

                if (mark is { Print: not null })
                    store.Add(Receipt.Of(mark, (answer as Item)?.Id, turn.Act));
                await store.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                mark?.WasReceived();
                return answer;
            }
            catch (Exception fault) when (IsCollision(fault, out var startsAgain))
            {
                // Two at the same moment: nothing was written, and the work starts again with what the other wrote.
                if (!startsAgain || attempt == MostAttempts)
                    return IsBusy();
                // Not all at once again: each waits a little, and longer every time.
                await Task.Delay(RandomNumberGenerator.GetInt32(1, 5 << attempt), cancel);
            }
        }
    }

    private async Task<Reason?> Received(Turn turn)
    {
        if (mark is not { Print: { } print } || await turn.Store.Receipts.SingleOrDefaultAsync(receipt => receipt.Print == print, turn.Cancel) is not { } earlier)
            return null;
        mark.Earlier = earlier;
        return earlier.Content == mark.Content
            ? new Reason("sent-before", "This was sent before, and stands.")
            : new Reason("key-used-before", "This Idempotency-Key was used for something else. Take a new one for something new.");
    }

    // SQLite has waited long enough by itself when it says so; PostgreSQL says at once that it may work the next time.
    private static bool IsCollision(Exception fault, out bool startsAgain)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException!)
        {
            startsAgain = inner is DbUpdateConcurrencyException or PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
            };
            if (startsAgain || inner is SqliteException { SqliteErrorCode: Busy or Locked })
                return true;
        }

        startsAgain = false;
        return false;
    }
}
