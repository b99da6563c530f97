// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Areas;

/// <summary>
/// Codes that a municipality made itself. Every town has a stadsdeel A and a gebied Centrum, so below the gemeente such a code gets the
/// code of its gemeente in front: <c>GM0363-A</c>. One that holds the number of the gemeente already, and codes of CBS, stay as they are.
/// </summary>
internal static class OwnCode
{
    private const int PrefixLength = 7;
    private static readonly int gemeenteRank = Level.Of("gemeente").Rank;

    /// <summary>The code as the catalogue keeps it.</summary>
    /// <param name="code">As in the file.</param>
    /// <param name="level">Level of the area.</param>
    /// <param name="gemeente">Code of the gemeente it lies in; null when the file does not tell.</param>
    internal static string InTown(string code, string level, string? gemeente) =>
        gemeente is null || Level.Of(level).Rank >= gemeenteRank || AreaCode.LevelOf(code) is not null || code.Contains(gemeente[2..], StringComparison.Ordinal)
            ? code
            : $"{gemeente}-{code}";

    /// <summary>The code as the municipality writes it, or null when it has no town in front.</summary>
    internal static string? Bare(string code) =>
        code.Length > PrefixLength && code[PrefixLength - 1] == '-' && AreaCode.LevelOf(code.AsSpan(0, PrefixLength - 1)) == "gemeente" ? code[PrefixLength..] : null;

    /// <summary>The gemeente of an area: from the form of its code, else from the town in front of it.</summary>
    internal static string? TownOf(string code) =>
        AreaCode.ParentByStructure(code, "gemeente") ?? (AreaCode.LevelOf(code) == "gemeente" ? code : Bare(code) is null ? null : code[..(PrefixLength - 1)]);

    /// <summary>Per bare code the one code with a town; null where two towns use it. For tables that leave the town out.</summary>
    internal static Dictionary<string, string?> Aliases(IEnumerable<string> codes)
    {
        var aliases = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var code in codes)
            if (Bare(code) is { } bare && !aliases.TryAdd(bare, code) && aliases[bare] != code)
                aliases[bare] = null;
        return aliases;
    }
}
