// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Atlas;

internal static class Sources
{
    private const string Prefix = "Bron: ";

    /// <summary>A source line without the word "Bron", where that word stands in front of it already.</summary>
    internal static string Plain(string attribution) =>
        attribution.StartsWith(Prefix, StringComparison.Ordinal) ? attribution[Prefix.Length..] : attribution;
}
