// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Hosts.Tests;

/// <summary>How often the program is killed in tests of that: a few times in every run, SCHAKEL_KILLS=50 when asked.</summary>
internal static class Kills
{
    /// <summary>What was asked for; null = nothing.</summary>
    internal static int? Asked { get; } = int.TryParse(Environment.GetEnvironmentVariable("SCHAKEL_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : null;

    internal static int Wanted => Asked ?? 12;
}
