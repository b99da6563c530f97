// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Reading;

/// <summary>Reading items that have no page of their own: one by its id, or a list in the order that is asked. By whoever may do this to them.</summary>
public sealed class ItemReading(Workroom room)
{
    /// <summary>One item, by who stands to it as the table asks.</summary>
    public Task<Outcome<T>> One<T>(Actor actor, WorkAction action, Guid id, CancellationToken cancel)
        where T : Item => room.See<T, T>(actor, action, id, (_, item) => Task.FromResult<Outcome<T>>(item), cancel);

    /// <summary>One item of which a few may be left out: a draft, something private.</summary>
    public Task<Outcome<T>> OneOf<T>(Actor actor, WorkAction action, Guid id, Expression<Func<T, bool>> those, CancellationToken cancel)
        where T : Item => room.Read<T>(actor, action, async turn => await turn.Store.Set<T>().Where(those).SingleOrDefaultAsync(item => item.Id == id, cancel) is { } found ? found : Workroom.NotFound(), cancel);

    /// <summary>All of them, by a name or a code and never by what they say.</summary>
    public Task<Outcome<IReadOnlyList<T>>> All<T>(Actor actor, WorkAction action, Expression<Func<T, bool>> those, Func<T, string> name, CancellationToken cancel)
        where T : Item => room.Read<IReadOnlyList<T>>(actor, action, async turn => new Outcome<IReadOnlyList<T>>(
            [.. (await turn.Store.Set<T>().Where(those).ToListAsync(cancel)).OrderBy(name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Id)]), cancel);
}
