// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad;

/// <summary>Writes the synthetic town in the original formats of CBS, with a known truth.</summary>
public static class Town
{
    /// <summary>Writes all files; the same seed gives the same bytes (text files) and the same truth.</summary>
    /// <param name="directory">Folder to write into; made when it is not there. Files of an earlier run are replaced.</param>
    /// <param name="seed">Default 2009.</param>
    /// <returns>What was planted.</returns>
    public static TownTruth Write(string directory, int seed) => throw new NotImplementedException();
}
