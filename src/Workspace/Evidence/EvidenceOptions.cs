// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Evidence;

/// <summary>What the evidence on a question depends on besides the question and the catalogue.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Figures that say who lives there; empty = those that the catalogue has, as many as its groups can bear.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Cores to use; 0 for all. The answer does not depend on it.</summary>
    public int Threads { get; init; }
}
