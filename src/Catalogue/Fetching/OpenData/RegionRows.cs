// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>
/// All rows of a table about given areas. Asks by the start of the code, because keys are padded; takes a question apart when the service
/// finds it too large; drops what was not asked, because services ignore filters without a word; and asks again for areas that stayed away.
/// </summary>
internal sealed class RegionRows(string region, IReadOnlyCollection<string> codes, Func<string, CancellationToken, Task<IReadOnlyList<JsonElement>>> ask)
{
    private readonly List<JsonElement> found = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Rows that came although nobody asked for them.</summary>
    internal int Unasked { get; private set; }

    /// <summary>Areas that the table names but has no row of.</summary>
    internal IReadOnlyList<string> Absent { get; private set; } = [];

    internal async Task<IReadOnlyList<JsonElement>> All(IEnumerable<string> prefixes, CancellationToken cancel)
    {
        foreach (var prefix in prefixes)
            await Under(prefix, cancel).ConfigureAwait(false);
        // A page can be cut off and still be whole JSON. Only the list of codes shows it.
        foreach (var prefix in codes.Where(code => !seen.Contains(code)).Select(code => code.Length > 8 ? code[..8] : code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
            await Under(prefix, cancel).ConfigureAwait(false);
        Absent = [.. codes.Where(code => !seen.Contains(code)).Order(StringComparer.Ordinal)];
        return found;
    }

    private async Task Under(string prefix, CancellationToken cancel)
    {
        IReadOnlyList<JsonElement> rows;
        try
        {
            rows = await ask(prefix, cancel).ConfigureAwait(false);
        }
        catch (PassingProblem problem) when (problem.MayBeTooMuch && Parts(prefix) is { Count: > 1 } parts)
        {
            foreach (var part in parts)
                await Under(part, cancel).ConfigureAwait(false);
            return;
        }
        foreach (var row in rows)
            if (row.Text(region) is var code && code.StartsWith(prefix, StringComparison.Ordinal) && codes.Contains(code))
            {
                found.Add(row);
                seen.Add(code);
            }
            else
            {
                Unasked++;
            }
    }

    /// <summary>The codes below a prefix, in smaller heaps; one heap when they cannot be told apart.</summary>
    private List<string> Parts(string prefix)
    {
        var below = codes.Where(code => code.StartsWith(prefix, StringComparison.Ordinal) && code.Length > prefix.Length).ToList();
        for (var length = prefix.Length + 1; length <= 10; length++)
            if (below.Select(code => code[..Math.Min(length, code.Length)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 1 } parts)
                return parts;
        return [];
    }
}
