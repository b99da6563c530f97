// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>Published figures whose sums and differences give away too little people or events.</summary>
/// <param name="Leaves">What they give away.</param>
/// <param name="Candidates">The published cells of which one must go, as family and cell.</param>
internal sealed record Leak(IReadOnlyList<int> Leaves, IReadOnlyList<(CellFamily Family, int Cell)> Candidates);
