// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Writers.GeoPackages;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>A map file of the town.</summary>
internal static class TownMap
{
    /// <summary>The town does not know what time it is: its files say the end of its last year, so that they are always the same.</summary>
    private static readonly DateTimeOffset lastDay = new(2024, 12, 31, 0, 0, 0, TimeSpan.Zero);

    internal static GeoPackageFile Begin(string path) => new(path, lastDay);
}
