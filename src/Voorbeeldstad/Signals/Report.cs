// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Signals;

/// <summary>A report of something in public space.</summary>
/// <param name="Reporter">Pseudonym within this file.</param>
/// <param name="Category">What about.</param>
/// <param name="Date">When.</param>
/// <param name="X">[m] RD.</param>
/// <param name="Y">[m] RD.</param>
internal sealed record Report(string Reporter, string Category, DateOnly Date, int X, int Y);
