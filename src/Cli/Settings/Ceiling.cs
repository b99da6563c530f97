// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>A largest number, or none at all.</summary>
/// <param name="Most">The number; null for no limit.</param>
internal readonly record struct Ceiling(double? Most)
{
    internal const string None = "none";
}
