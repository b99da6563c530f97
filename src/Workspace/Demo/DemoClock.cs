// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;

namespace Schakel.Workspace.Demo;

/// <summary>Dates back from a first start, and gives ids that are the same in every demo town.</summary>
internal sealed class DemoClock(DateTimeOffset start, string town)
{
    private readonly List<(int DaysAgo, int Order, Action Work)> planned = [];
    private int ids;

    /// <summary>On a day, at nine in the morning: later on the same day the later one was planned.</summary>
    internal Act At(int daysAgo, Actor by) => new(by, Morning.AddDays(-daysAgo)) { Ids = NextId };

    // Today at nine, unless it is earlier: nothing may lie in the future.
    private DateTimeOffset Morning => new DateTimeOffset(start.UtcDateTime.Date.AddHours(9), TimeSpan.Zero) is var nine && nine <= start ? nine : start;

    internal void Plan(int daysAgo, Action work) => planned.Add((daysAgo, planned.Count, work));

    /// <summary>Everything that was planned, oldest first.</summary>
    internal async Task Play(Func<Task> afterEach)
    {
        foreach (var (_, _, work) in planned.OrderByDescending(plan => plan.DaysAgo).ThenBy(plan => plan.Order).ToList())
        {
            work();
            await afterEach();
        }

        planned.Clear();
    }

    internal static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("schakel demo " + name)).AsSpan(0, 16));

    private Guid NextId() => IdOf(FormattableString.Invariant($"{town} {ids++}"));
}
