// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;

namespace Schakel.Workspace.Texts;

/// <summary>The sentences that evidence is told in, in one language. What stands between * is what matters most.</summary>
public sealed class EvidenceTexts
{
    private const char NoBreakSpace = '\u00A0';

    // Digits of a share that binary fractions blur: 0.07 · 100 is 7.000000000000001 and reads as 7.
    private const double Blur = 1e-9;

    private static readonly Lazy<EvidenceTexts> dutch = new(() => new EvidenceTexts(Language.Dutch, "nl"));
    private static readonly Lazy<EvidenceTexts> english = new(() => new EvidenceTexts(Language.English, "en"));

    private readonly Dictionary<string, string> texts;

    private EvidenceTexts(Language language, string code)
    {
        Language = language;
        using var stream = typeof(EvidenceTexts).Assembly.GetManifestResourceStream($"Schakel.Workspace.Texts.evidence.{code}.json")
            ?? throw new InvalidOperationException($"The sentences of evidence in {code} are not in the program.");
        using var document = JsonDocument.Parse(stream);
        texts = document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>All keys; both languages have the same.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>A sentence with its parts filled in. A key that is not there is a bug.</summary>
    /// <param name="key">Key.</param>
    /// <param name="parts">What stands in its holes.</param>
    public string this[string key, params object[] parts] => parts.Length == 0 ? texts[key] : string.Format(CultureInfo.InvariantCulture, texts[key], parts);

    /// <summary>The sentences of a language.</summary>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The sentences.</returns>
    public static EvidenceTexts In(Language language) => language == Language.Dutch ? dutch.Value : english.Value;

    /// <summary>"buurten"; a level that a municipality made itself goes by its own id.</summary>
    /// <param name="level">Level id.</param>
    /// <returns>The word.</returns>
    public string Many(string level) => texts.GetValueOrDefault(level + ".many", level);

    /// <summary>"buurt".</summary>
    /// <param name="level">Level id.</param>
    /// <returns>The word.</returns>
    public string One(string level) => texts.GetValueOrDefault(level + ".one", level);

    /// <summary>"per buurt".</summary>
    /// <param name="level">Level id.</param>
    /// <returns>The words.</returns>
    public string By(string level) => texts.GetValueOrDefault(level + ".by", level);

    /// <summary>"59–96 %": whole per cents, widened outward so that a range never looks narrower than it is.</summary>
    /// <param name="low">[0..1].</param>
    /// <param name="high">[0..1].</param>
    /// <returns>The text.</returns>
    public string Range(double low, double high)
    {
        var (from, to) = (Math.Floor((low * 100) + Blur), Math.Ceiling((high * 100) - Blur));
        return from == to ? Percent(to) : $"{ReadableNumber.Fixed(from, 0, Language)}–{Percent(to)}";
    }

    /// <summary>A share as a whole per cent.</summary>
    /// <param name="share">[0..1].</param>
    /// <returns>The text.</returns>
    public string Share(double share) => Percent(Math.Round(share * 100, MidpointRounding.AwayFromZero));

    /// <summary>A number of tens: 0.78 is 8.</summary>
    /// <param name="share">[0..1].</param>
    /// <returns>0 to 10.</returns>
    public static int OfTen(double share) => (int)Math.Round(share * 10, MidpointRounding.AwayFromZero);

    /// <summary>A number rounded so that it does not pretend: two digits that count.</summary>
    /// <param name="number">Any number.</param>
    /// <returns>The text.</returns>
    public string About(double number)
    {
        if (number is > 0 and < 1)
            return this["about.less"];
        if (Math.Abs(number) < 10)
            return ReadableNumber.Fixed(Math.Round(number, MidpointRounding.AwayFromZero), 0, Language);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 1);
        return ReadableNumber.Fixed(Math.Round(number / unit, MidpointRounding.AwayFromZero) * unit, 0, Language);
    }

    /// <summary>A list in a sentence: "a, b en c".</summary>
    /// <param name="items">One or more.</param>
    /// <returns>The text.</returns>
    public string Listed(IReadOnlyList<string> items) => items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} {this["and"]} {items[^1]}";

    /// <summary>The first letter large.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text.</returns>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string Percent(double percent) => Language == Language.Dutch ? $"{ReadableNumber.Fixed(percent, 0, Language)}{NoBreakSpace}%" : $"{ReadableNumber.Fixed(percent, 0, Language)}%";
}
