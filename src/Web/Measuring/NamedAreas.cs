// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Web.Atlas;

namespace Schakel.Web.Measuring;

/// <summary>From what people type to codes of areas, and back. Names are those of the map; where one occurs twice, the code stands behind it.</summary>
internal sealed partial class NamedAreas(IGround ground, string level, string municipality)
{
    private readonly AreaLayer? layer = ground.Areas(level, null).TryGet(out var found, out _) ? found : null;

    /// <summary>Areas of this level in the municipality, by name.</summary>
    internal IEnumerable<(string Code, string Name)> Own => layer is null ? [] : Enumerable.Range(0, layer.Codes.Length)
        .Where(IsOwn).Select(area => (layer.Codes[area], layer.Names[area])).OrderBy(area => area.Item2, PlaceNames.Order);

    /// <summary>Codes of what stands in a field: names or codes, apart by a line, a comma or a semicolon.</summary>
    internal Outcome<IReadOnlyList<string>> Read(string text)
    {
        var codes = new List<string>();
        foreach (var entry in Entries(text))
            if (CodeOf(entry) is not { } code)
                return new Reason("place-not-known", $"There is no area '{entry}' here.") { Arguments = [entry] };
            else if (!codes.Contains(code))
                codes.Add(code);
        return codes;
    }

    internal static IEnumerable<string> Entries(string text) =>
        text.Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);

    /// <summary>An area as it stands in a field.</summary>
    internal string Write(string code) => NameOf(code) is { } name && name != code ? $"{name} ({code})" : code;

    internal string? NameOf(string code) => PlaceChoices.Find(ground, code)?.Name;

    /// <summary>What lies around these areas, and touches them.</summary>
    internal IReadOnlyList<string> Around(IReadOnlyList<string> codes)
    {
        if (layer is null)
            return [];
        var boundaries = ground.Boundaries(layer);
        var middle = codes.Select(code => Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal)).Where(at => at >= 0 && boundaries[at] is not null).ToHashSet();
        return [.. Enumerable.Range(0, layer.Codes.Length)
            .Where(area => !middle.Contains(area) && boundaries[area] is { } shape && middle.Any(at => shape.EnvelopeInternal.Distance(boundaries[at]!.EnvelopeInternal) < Touching && shape.Distance(boundaries[at]!) < Touching))
            .Select(area => layer.Codes[area])];
    }

    // Borders of generalised maps miss each other by less than this.
    private const double Touching = 1;

    private string? CodeOf(string entry)
    {
        if (Behind().Match(entry) is { Success: true } match && IsKnown(match.Groups[1].Value))
            return match.Groups[1].Value;
        if (IsKnown(entry))
            return entry;
        if (layer is null)
            return null;

        var named = Enumerable.Range(0, layer.Codes.Length).Where(area => string.Equals(layer.Names[area], entry, StringComparison.OrdinalIgnoreCase)).ToList();
        var own = named.Where(IsOwn).ToList();
        return own.Count == 1 ? layer.Codes[own[0]] : named.Count == 1 ? layer.Codes[named[0]] : null;
    }

    private bool IsKnown(string code) => (layer is not null && Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal) >= 0) || PlaceChoices.Find(ground, code) is not null;

    private bool IsOwn(int area) => !layer!.Parents.TryGetValue("gemeente", out var parents) || parents[area] == municipality;

    [GeneratedRegex(@"\(([A-Z]{1,2}[0-9A-Z]+)\)$")]
    private static partial Regex Behind();
}
