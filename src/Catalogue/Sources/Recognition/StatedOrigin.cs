// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis;

namespace Schakel.Catalogue.Sources.Recognition;

/// <summary>What the owner of a folder says about where its files come from: <c>herkomst.json</c> with <c>bron</c> and <c>licentie</c>.</summary>
/// <remarks>It goes before what we would guess from the shape of a file: a table that looks like one of CBS need not come from there.</remarks>
internal sealed class StatedOrigin
{
    internal const string FileName = "herkomst.json";

    private const int LongestText = 500;
    private readonly Dictionary<string, Outcome<Provider>?> known = new(StringComparer.Ordinal);

    /// <summary>The provider of a file: as stated beside it, else as recognised.</summary>
    /// <param name="path">The file.</param>
    /// <param name="recognised">What its shape suggests; its id and precedence are kept.</param>
    internal Provider Of(string path, Provider recognised) =>
        In(path) is { } stated && stated.TryGet(out var provider, out _) ? recognised with { Attribution = provider.Attribution, Licence = provider.Licence } : recognised;

    /// <summary>What is wrong with the statements that were met, by path.</summary>
    internal IEnumerable<Refusal> Refused =>
        known.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Select(stated => stated is not null && !stated.TryGet(out _, out var reason) ? reason as Refusal : null).OfType<Refusal>();

    private Outcome<Provider>? In(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        if (!known.TryGetValue(folder, out var stated))
            known[folder] = stated = Read(Path.Combine(Path.GetDirectoryName(path) ?? "", FileName));
        return stated;
    }

    private static Outcome<Provider>? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            // A statement is a few lines, and of a fetch a line or two an answer; whatever is larger is something else.
            if (new FileInfo(path).Length > 1 << 20)
                return Wrong(path);
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Text(document, "bron") is { } source && Text(document, "licentie") is { } licence
                ? new Provider(Provider.Municipal.Id, Provider.Municipal.Precedence, licence, "Bron: " + source)
                : Wrong(path);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return Wrong(path);
        }
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString()!.Trim() is { Length: > 0 and <= LongestText } text ? text : null;

    private static Refusal Wrong(string path) => new("origin-not-understood", $"{path} does not say where the files come from.", path)
    {
        Expected = "{\"bron\": \"…\", \"licentie\": \"…\"}, two texts of at most 500 characters",
    };
}
