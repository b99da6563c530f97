// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Texts;

/// <summary>Everything people read on the screens, in one language. Both files hold the same keys; a test compares them.</summary>
public sealed class ScreenTexts
{
    private static readonly ScreenTexts dutch = new(Language.Dutch, "nl");
    private static readonly ScreenTexts english = new(Language.English, "en");

    private readonly Dictionary<string, string> texts;

    private ScreenTexts(Language language, string code)
    {
        Language = language;
        Code = code;
        Numbers = new NumberTexts(language);

        // nl.json holds what all pages share; a room may keep its own words beside it: accounts.nl.json.
        var assembly = typeof(ScreenTexts).Assembly;
        texts = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name == $"texts/{code}.json" || (name.StartsWith("texts/", StringComparison.Ordinal) && name.EndsWith($".{code}.json", StringComparison.Ordinal))))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts.Add(key, text);
        }
    }

    public Language Language { get; }

    /// <summary>As in the address and in <c>lang</c>: <c>nl</c> or <c>en</c>.</summary>
    public string Code { get; }

    public NumberTexts Numbers { get; }

    /// <summary>The same in the other language.</summary>
    public ScreenTexts Other => Language == Language.Dutch ? english : dutch;

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text of a key. A missing key is a bug, not something a reader should see.</summary>
    public string this[string key] => texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"There is no text '{key}' in {Code}.json.");

    public string this[string key, params object[] arguments] => string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    /// <summary>A year; a source that states none has year 0.</summary>
    public string Year(int year) => year == 0 ? this["year.unknown"] : year.ToString(CultureInfo.InvariantCulture);

    public static ScreenTexts In(Language language) => language == Language.English ? english : dutch;

    /// <summary>A text that the data may have no key for: levels a municipality made itself, units of an own file.</summary>
    public string Or(string key, string otherwise) => texts.GetValueOrDefault(key, otherwise);
}
