// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Signals;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>Somebody who acts, at a fixed moment; for rules that need no store.</summary>
internal static class Somebody
{
    internal static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    internal static Guid Tenant { get; } = Guid.NewGuid();

    internal static Act Doing { get; } = Acts(AccessRole.Coordinator);

    internal static ContactSeal Seal { get; } = ContactSeal.At(Path.Combine(AppContext.BaseDirectory, "of-the-tests.key"));

    internal static Act Acts(AccessRole role, Guid? organisation = null, DateTimeOffset? at = null) =>
        new(new Actor(Tenant, Guid.NewGuid(), organisation, new HashSet<AccessRole> { role }), at ?? Now);

    internal static Organisation Organisation(string name, Guid? mother = null) => Answer(Workspace.Members.Organisation.Found(name, "social", "wijk", mother, Doing));

    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.TryGet(out var answer, out var reason), $"{reason?.Code}: {reason?.Detail}");
        return answer;
    }

    internal static void Refused<T>(string code, Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.TryGet(out _, out var reason), $"Expected {code}, but it was allowed.");
        Assert.Equal(code, reason!.Code);
    }
}
