// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Editions;

/// <summary>A part of an area of another year.</summary>
/// <param name="Code">Its code in that year.</param>
/// <param name="Weight">[0..1] the part of that area that belongs to the area that was asked for.</param>
public readonly record struct AreaPart(string Code, double Weight);

/// <summary>What the areas of one year were in another: follows recodings, splits and moved borders from one year to the other.</summary>
public sealed class AreaHistory
{
    private readonly bool isBack;
    private readonly int other;
    private readonly List<ILookup<string, AreaLink>> steps;

    /// <summary>Takes the changes between two years.</summary>
    /// <param name="changes">All changes of a catalogue.</param>
    /// <param name="level">Level of the areas.</param>
    /// <param name="year">Year of the areas that are asked for.</param>
    /// <param name="other">Year of the figures.</param>
    public AreaHistory(IEnumerable<AreaChange> changes, string level, int year, int other)
    {
        this.other = other;
        isBack = other > year;
        var (first, last) = isBack ? (year, other) : (other, year);
        var between = changes.Where(change => change.Level == level && change.ToYear > first && change.ToYear <= last).SelectMany(change => change.Links).GroupBy(link => (link.ToYear, link.FromYear));
        // From the areas that are asked for towards the figures: the newest change first, or the oldest when the figures are newer.
        steps = [.. (isBack ? between.OrderBy(group => group.Key) : between.OrderByDescending(group => group.Key))
            .Select(group => group.Where(link => Here(link) is not null).ToLookup(link => Here(link)!, StringComparer.Ordinal))];
    }

    /// <summary>Whether nothing changed at all.</summary>
    public bool IsStill => steps.Count == 0;

    /// <summary>The areas of the other year that make up an area, or null when that is not known.</summary>
    /// <param name="code">Code of the area.</param>
    /// <param name="isUsed">Whether the figures of the other year use a code.</param>
    /// <param name="bySurface">Whether a part was weighed by surface alone.</param>
    /// <returns>The area itself where it did not change.</returns>
    public IReadOnlyList<AreaPart>? PartsOf(string code, Func<string, bool> isUsed, out bool bySurface)
    {
        bySurface = false;
        IReadOnlyList<AreaPart> parts = [new AreaPart(code, 1)];
        foreach (var step in steps)
        {
            if (!parts.Any(part => step.Contains(part.Code)))
                continue;
            var next = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var part in parts)
            {
                var links = step[part.Code].Where(link => !IsLater(link, isUsed)).ToList();
                if (links.Count == 0)
                    next[part.Code] = next.GetValueOrDefault(part.Code) + part.Weight;
                foreach (var link in links)
                {
                    var share = isBack ? link.Back : link.Share;
                    if (There(link) is not { } there || double.IsNaN(share))
                        return null;
                    bySurface |= link.Basis == ChangeBasis.Surface;
                    next[there] = next.GetValueOrDefault(there) + part.Weight * share;
                }
            }
            parts = [.. next.Select(pair => new AreaPart(pair.Key, Math.Min(1, pair.Value)))];
        }
        return parts;
    }

    private string? Here(AreaLink link) => isBack ? link.Before : link.After;

    private string? There(AreaLink link) => isBack ? link.After : link.Before;

    // Between two maps lie years of which no map tells the moment of the change: figures that use the new code are past it.
    private bool IsLater(AreaLink link, Func<string, bool> isUsed) =>
        link.FromYear < other && other < link.ToYear && link.Before != link.After && Here(link) is { } here && isUsed(here) && !(There(link) is { } there && isUsed(there));
}
