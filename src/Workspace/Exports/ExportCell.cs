// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Exports;

/// <summary>One figure as it is written.</summary>
/// <param name="Value">NaN when missing.</param>
/// <param name="Missing">Why, or null.</param>
internal readonly record struct ExportCell(double Value, string? Missing);
