// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Runs;

namespace Schakel.Web.Runs;

/// <summary>A program that was told to compute no long work says so.</summary>
internal sealed class NoRuns : IRuns
{
    private static readonly Reason off = new("runs-off", "This program was started without long work (Schakel:Runs:Off).");

    public Task<Outcome<Run>> Ask(string kind, string request, bool again, CancellationToken cancel) => Task.FromResult<Outcome<Run>>(off);

    public Outcome<Run> Find(string key) => off;

    public Task<Outcome<Run>> Cancel(string key, CancellationToken cancel) => Task.FromResult<Outcome<Run>>(off);

    public IReadOnlyList<int> Missing(Run run) => [];

    public void Discard(string key)
    {
        // There is nothing.
    }

    public byte[]? Result(string key) => null;
}
