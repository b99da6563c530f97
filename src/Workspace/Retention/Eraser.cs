// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Retention;

/// <summary>What one pass erased, for the log of the administrator: kinds and numbers of items, no people.</summary>
public sealed record ErasureReport(IReadOnlyDictionary<string, int> Erased)
{
    public bool IsNothing => Erased.Values.All(count => count == 0);
}

/// <summary>Erases personal data whose term has passed. Twice on one day erases nothing more.</summary>
public sealed class Eraser(StoreFactory stores, TimeProvider clock)
{
    /// <summary>Nobody tries again after a week.</summary>
    private const int ReceiptDays = 7;

    /// <summary>All municipalities of the store, each by its own terms and in a transaction of its own.</summary>
    public async Task<ErasureReport> RunAll(CancellationToken cancel)
    {
        List<Guid> tenants;
        await using (var store = stores.For(Guid.Empty))
            tenants = await store.Municipalities.Select(municipality => municipality.Id).OrderBy(id => id).ToListAsync(cancel);

        var erased = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var tenant in tenants)
            foreach (var (kind, count) in (await Run(tenant, cancel)).Erased)
                erased[kind] = erased.GetValueOrDefault(kind) + count;
        return new ErasureReport(erased);
    }

    public async Task<ErasureReport> Run(Guid tenant, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var store = stores.For(tenant);
        await using var transaction = await store.Database.BeginTransactionAsync(StoreFactory.Isolation, cancel);
        store.KeepsQuiet = true;
        var pass = new EraserPass { Tenant = tenant };
        store.Add(pass);
        await store.SaveChangesAsync(cancel);

        var terms = (await store.Municipalities.SingleAsync(municipality => municipality.Id == tenant, cancel)).Terms;
        var erased = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["colleagues"] = await Colleagues(store, now.AddMonths(-terms.ColleagueMonths), cancel),
            ["securityLines"] = await SecurityLines(store, now.AddMonths(-terms.SecurityLogMonths), cancel),
            ["signalsLeftOpen"] = await LeftOpen(store, terms.OpenSignalMonths, now, cancel),
            ["accessKeys"] = await store.AccessKeys.Where(key => key.Until <= now).ExecuteDeleteAsync(cancel),
            ["receipts"] = await store.Receipts.Where(receipt => receipt.Since <= now.AddDays(-ReceiptDays)).ExecuteDeleteAsync(cancel),
            ["signalContacts"] = await SignalContacts(store, now.AddDays(-terms.SignalContactDays), cancel),
            ["signalTexts"] = await SignalTexts(store, now.AddMonths(-terms.SignalTextMonths), cancel),
            ["offers"] = await Offers(store, now.AddMonths(-terms.OfferMonths), cancel),
            ["drawings"] = await Drawings(store, now.AddMonths(-terms.DrawingMonths), cancel),
            ["initiatives"] = await Initiatives(store, now.AddMonths(-terms.RequestMonths), cancel),
            ["challengeRequests"] = await Challenges(store, now.AddMonths(-terms.RequestMonths), cancel),
            ["reflections"] = await Reflections(store, now.AddMonths(-terms.ReflectionMonths), cancel),
            ["decisionFiles"] = await DecisionFiles(store, now.AddYears(-terms.DecisionFileYears), cancel),
        };
        await store.SaveChangesAsync(cancel);
        store.Remove(pass);
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ErasureReport(erased);
    }

    private static async Task<int> Colleagues(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var gone = await store.Members.Where(member => member.LeftAt != null && member.LeftAt <= until && member.Name != null).ToListAsync(cancel);
        gone.ForEach(member => member.Erase());
        return gone.Count;
    }

    private static Task<int> SecurityLines(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel) =>
        store.SecurityEvents.Where(line => line.Since <= until).ExecuteDeleteAsync(cancel);

    // What nobody closes does not keep personal data for ever: its terms begin as if it had been closed when it lay too long.
    private static async Task<int> LeftOpen(WorkspaceStore store, int months, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now.AddMonths(-months);
        var open = await store.Signals.Where(signal => signal.TermFrom == null && signal.Since <= until).ToListAsync(cancel);
        var ids = open.Select(signal => signal.Id).ToList();
        open.AddRange(await store.Signals.Where(signal => signal.TermFrom == null && signal.Since > until && signal.SplitFrom != null && ids.Contains(signal.SplitFrom.Value)).ToListAsync(cancel));
        foreach (var signal in open)
        {
            // A piece goes by the date of the signal it was split from, here as when that one is closed.
            var from = signal.SplitFrom is { } first ? (await store.Signals.SingleOrDefaultAsync(known => known.Id == first, cancel))?.Since ?? signal.Since : signal.Since;
            signal.TermRunsFrom(from.AddMonths(months));
        }

        await store.SaveChangesAsync(cancel);
        return open.Count;
    }

    private static async Task<int> SignalContacts(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.Signals.Where(signal => signal.TermFrom != null && signal.TermFrom <= until && signal.Contact != null).ToListAsync(cancel);
        due.ForEach(signal => signal.EraseContact());
        return due.Count;
    }

    // What was written about a signal, in answers and reasons, may name people as much as its text.
    private static async Task<int> SignalTexts(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.Signals.Where(signal => signal.TermFrom != null && signal.TermFrom <= until && signal.Text != "").ToListAsync(cancel);
        foreach (var signal in due)
        {
            signal.EraseText();
            await store.History.Where(line => line.Subject == signal.Id).ExecuteUpdateAsync(set => set.SetProperty(line => line.Because, ""), cancel);
        }

        return due.Count;
    }

    private static async Task<int> Offers(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.Offers.Where(offer => offer.State == OfferState.Withdrawn || offer.State == OfferState.Expired || offer.RenewedAt <= until).ToListAsync(cancel);
        var ids = due.Select(offer => offer.Id).ToList();
        store.RemoveRange(await store.Asks.Where(ask => ids.Contains(ask.OfferId)).ToListAsync(cancel));
        await store.History.Where(line => ids.Contains(line.Subject)).ExecuteDeleteAsync(cancel);
        store.RemoveRange(due);
        return due.Count;
    }

    private static async Task<int> Drawings(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.DrawnNeighbourhoods.Where(drawn => drawn.Since <= until).ToListAsync(cancel);
        store.RemoveRange(due);
        return due.Count;
    }

    // What nobody ever opened or answered ends too: a year after it came.
    private static async Task<int> Initiatives(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.Initiatives.Where(initiative => initiative.Contact != null && (initiative.EndedAt <= until || (initiative.State == InvitationState.Draft && initiative.Since <= until))).ToListAsync(cancel);
        due.ForEach(initiative => initiative.EraseContact());
        return due.Count;
    }

    private static async Task<int> Challenges(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.ChallengeRequests.Where(request => request.Contact != null && (request.EndedAt <= until || (request.State == ChallengeState.Submitted && request.Since <= until))).ToListAsync(cancel);
        due.ForEach(request => request.EraseContact());
        return due.Count;
    }

    private static async Task<int> Reflections(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var due = await store.Reflections.Where(reflection => reflection.Since <= until).ToListAsync(cancel);
        store.RemoveRange(due);
        await store.SaveChangesAsync(cancel);
        // Of these, and of those that their author took away.
        await store.History.Where(line => line.Kind == "reflection" && !store.Reflections.Any(reflection => reflection.Id == line.Subject)).ExecuteDeleteAsync(cancel);
        return due.Count;
    }

    // The opgave itself stays as what was learned; who decided and why goes with the file.
    private static async Task<int> DecisionFiles(WorkspaceStore store, DateTimeOffset until, CancellationToken cancel)
    {
        var closed = await store.Opgaven.Where(opgave => opgave.State == OpgaveState.Closed).Select(opgave => opgave.Id).ToListAsync(cancel);
        var count = 0;
        foreach (var opgave in closed)
        {
            var last = await store.History.Where(line => line.Opgave == opgave).OrderByDescending(line => line.At).Select(line => (DateTimeOffset?)line.At).FirstOrDefaultAsync(cancel);
            if (last is null || last > until)
                continue;
            await store.History.Where(line => line.Opgave == opgave).ExecuteDeleteAsync(cancel);
            count++;
        }

        return count;
    }
}
