// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Catalogue.Fetching.Transport;

namespace Schakel.Catalogue.Fetching.OpenData;

/// <summary>
/// All rows of a table about given areas. Asks by the start of the code, because keys are padded; takes a question apart when the service
/// finds it too large; drops what was not asked, because services ignore filters without a word; and asks again for areas that stayed away or
/// have fewer rows than others: tables of StatLine hold every combination, so then an answer was cut short.
/// </summary>
internal sealed class RegionRows(string region, IReadOnlyCollection<string> codes, Func<string, CancellationToken, Task<IReadOnlyList<JsonElement>>> ask, Action<string> doubt)
{
    private const int MostRounds = 3;
    private readonly List<JsonElement> found = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rowsOf = new(StringComparer.Ordinal);

    /// <summary>Areas that the table names but has no row of.</summary>
    internal IReadOnlyList<string> Absent { get; private set; } = [];

    internal async Task<IReadOnlyList<JsonElement>> All(IEnumerable<string> prefixes, CancellationToken cancel)
    {
        foreach (var prefix in prefixes)
            await Under(prefix, again: false, cancel).ConfigureAwait(false);
        for (var round = 0; round < MostRounds && Incomplete() is { Count: > 0 } lacking; round++)
        {
            // When most areas lack rows, the table is made so, and asking on would only be a nuisance.
            if (round > 0 && 2 * lacking.Count > codes.Count)
                break;
            foreach (var prefix in lacking.Select(code => code.Length > 8 ? code[..8] : code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList())
                await Under(prefix, again: true, cancel).ConfigureAwait(false);
        }
        Absent = [.. codes.Where(code => !rowsOf.ContainsKey(code)).Order(StringComparer.Ordinal)];
        return found;
    }

    private List<string> Incomplete()
    {
        var most = rowsOf.Values.DefaultIfEmpty(0).Max();
        return [.. codes.Where(code => rowsOf.GetValueOrDefault(code) < most)];
    }

    private async Task Under(string prefix, bool again, CancellationToken cancel)
    {
        if (again)
            doubt(prefix);
        IReadOnlyList<JsonElement> rows;
        try
        {
            rows = await ask(prefix, cancel).ConfigureAwait(false);
        }
        catch (PassingProblem problem) when (problem.MayBeTooMuch && Parts(prefix) is { Count: > 1 } parts)
        {
            foreach (var part in parts)
                await Under(part, again, cancel).ConfigureAwait(false);
            return;
        }
        foreach (var row in rows)
            if (row.Text(region) is var code && code.StartsWith(prefix, StringComparison.Ordinal) && texts.Add(row.GetRawText()))
            {
                found.Add(row);
                rowsOf[code] = rowsOf.GetValueOrDefault(code) + 1;
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
