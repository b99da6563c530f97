// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Voorbeeldstad.Tests.Recovery;

/// <summary>How often each truth was found.</summary>
/// <param name="seeds">Towns.</param>
/// <param name="truths">Names.</param>
/// <param name="missed">What was found instead, per seed and number of the truth.</param>
internal sealed class RecoveryTable(int seeds, IReadOnlyList<string> truths, IReadOnlyDictionary<(int Seed, int Truth), string> missed)
{
    /// <summary>[0..1] of all checks of all towns.</summary>
    internal double ShareFound => 1 - ((double)missed.Count / (seeds * truths.Count));

    /// <summary>One a line.</summary>
    internal string Misses => string.Join('\n', missed.OrderBy(miss => miss.Key.Truth).ThenBy(miss => miss.Key.Seed)
        .Select(miss => string.Create(CultureInfo.InvariantCulture, $"{truths[miss.Key.Truth]}, seed {miss.Key.Seed}: {miss.Value}")));

    internal double ShareOf(int truth) => (double)Found(truth) / seeds;

    internal string Text(TimeSpan took)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Recovery of what was planted, {seeds} towns ({took.TotalSeconds:F0} s)\n");
        foreach (var (number, truth) in truths.Index())
            text.Append(CultureInfo.InvariantCulture, $"  {truth,-52} {Found(number),4} of {seeds}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {"all checks",-52} {(seeds * truths.Count) - missed.Count,4} of {seeds * truths.Count} ({100 * ShareFound:F1} %)\n");
        return text.ToString();
    }

    private int Found(int truth) => seeds - missed.Keys.Count(miss => miss.Truth == truth);
}
