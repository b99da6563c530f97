// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Benchmarks;

/// <summary>More people for the invented town, all with an account of their own, in the departments that are there.</summary>
internal static class Colleagues
{
    internal static async Task<IReadOnlyList<Guid>> Add(StoreFactory stores, Guid tenant, int count)
    {
        await using var store = stores.For(tenant);
        var like = await store.Members.AsNoTracking().SingleAsync(member => member.Function == "wijkcoördinator Zuid");
        var organisations = await store.Organisations.Select(organisation => organisation.Id).ToListAsync();
        var added = new List<Guid>();
        for (var number = 0; number < count; number++)
        {
            var act = new Act(like.Acting(), TimeProvider.System.GetUtcNow());
            if (!Member.Join(FormattableString.Invariant($"Collega {number}"), FormattableString.Invariant($"coördinator {number}"), null, organisations[number % organisations.Count], [AccessRole.Coordinator], act).TryGet(out var member, out var reason))
                throw new InvalidOperationException(reason.Detail);
            store.Add(member);
            added.Add(member.Id);
        }

        await store.SaveChangesAsync();
        return added;
    }
}
