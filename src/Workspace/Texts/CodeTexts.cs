// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Workspace.Texts;

/// <summary>The sentences of all codes, one embedded file a language, read when the first one is needed.</summary>
internal static class CodeTexts
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> dutch = new(() => Read("nl"));
    private static readonly Lazy<IReadOnlyDictionary<string, string>> english = new(() => Read("en"));

    /// <summary>Behind a code: what would have been right, where a refusal says so in English.</summary>
    internal const string Right = ".right";

    internal static IReadOnlyDictionary<string, string> For(Language language) =>
        language == Language.Dutch ? dutch.Value : english.Value;

    // A reader of tokens: the serialiser would cost a command line its start.
    private static Dictionary<string, string> Read(string language)
    {
        using var stream = typeof(CodeTexts).Assembly.GetManifestResourceStream($"Schakel.Workspace.Texts.codes.{language}.json")
            ?? throw new InvalidOperationException($"The texts of language {language} are not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        var texts = new Dictionary<string, string>();
        var reader = new Utf8JsonReader(bytes);
        string? code = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                code = reader.GetString();
            else if (reader.TokenType == JsonTokenType.String && code is not null)
                texts[code] = reader.GetString() ?? "";
        }

        return texts;
    }
}
