// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Runs;

/// <summary>Every kind of work that this program can run.</summary>
/// <param name="works">One of a kind.</param>
public sealed class RunWorks(IEnumerable<IRunWork> works)
{
    private readonly Dictionary<string, IRunWork> byKind = works.ToDictionary(work => work.Kind, StringComparer.Ordinal);

    /// <summary>The work of a kind; null when this program does not know it (a record that a newer version left).</summary>
    /// <param name="kind">As in <see cref="IRunWork.Kind"/>.</param>
    public IRunWork? Find(string kind) => byKind.GetValueOrDefault(kind);
}
