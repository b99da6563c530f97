// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue;

namespace Schakel.Workspace.Exports.Results;

/// <summary>The answer of an analysis (<c>schakel … --json</c>), as far as it speaks of areas.</summary>
public sealed partial class ResultTable
{
    private readonly IReadOnlyList<ResultPart> parts;
    private readonly Dictionary<string, string> excluded;

    private ResultTable(string path, string sha256, int rows, string method, IReadOnlyList<string> inputs, IReadOnlyList<ResultPart> parts, Dictionary<string, string> excluded) =>
        (Path, Sha256, Rows, Method, Inputs, this.parts, this.excluded) = (path, sha256, rows, method, inputs, parts, excluded);

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Lower-case hex of its bytes.</summary>
    public string Sha256 { get; }

    /// <summary>Areas that it speaks of.</summary>
    public int Rows { get; }

    /// <summary>Method, version, parameters and seed, as the answer states them.</summary>
    public string Method { get; }

    /// <summary>SHA-256 of the files that the analysis read.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Reads an answer.</summary>
    /// <param name="path">File with the JSON of one command.</param>
    /// <returns>The table, or a <see cref="Refusal"/>.</returns>
    public static Outcome<ResultTable> Read(string path)
    {
        if (!File.Exists(path))
            return Directory.Exists(path)
                ? new Refusal("not-a-file", "This is a folder, not a file.", path) { Expected = "one file" }
                : new Refusal("file-not-found", "There is no such file.", path) { Expected = "the name of an existing file" };
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            return Of(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), document.RootElement);
        }
        catch (JsonException broken)
        {
            return new Refusal("json-damaged", "This file is not valid JSON.", path) { Row = broken.LineNumber + 1, Expected = "valid JSON in UTF-8" };
        }
    }

    /// <summary>Whether it was made from none of these files.</summary>
    internal bool IsOfOther(IReadOnlyCollection<string> sha256) => Inputs.Count > 0 && !Inputs.Any(sha256.Contains);

    internal Warning OtherFigures => new("result-other-figures", $"{Path} was made from other files than those that are exported.") { Arguments = [Path] };

    /// <summary>Joins the result to the layers in which its areas are found, and replaces those layers.</summary>
    internal Outcome<JoinedResult> JoinTo(List<ExportLayer> layers, ExportRequest request)
    {
        var (joined, unmatched) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var left = new List<string>();
        foreach (var part in parts)
        {
            var best = layers.Index().Where(layer => part.Level is null || layer.Item.Level.Id == part.Level)
                .Select(layer => (layer.Index, Matches: layer.Item.Codes.Count(part.Ids.Contains))).DefaultIfEmpty((Index: -1, Matches: 0)).MaxBy(layer => layer.Matches);
            // A part about a level that is not exported, or about something else than areas, is no mistake.
            if (best.Matches == 0)
                continue;
            var layer = layers[best.Index];
            var columns = new List<ExportColumn>();
            foreach (var name in part.Names)
                if (request.Publish && !part.Publishable.Contains(name))
                    left.Add(name);
                else
                    columns.Add(ColumnOf(part, name, layer, request) with { Name = ColumnNames.Free(name, layer.Columns.Concat(columns), layer.Parents) });
            layers[best.Index] = layer with { Columns = [.. layer.Columns, .. columns] };
            joined[layer.Level.Id] = Math.Max(joined.GetValueOrDefault(layer.Level.Id), best.Matches);
            if (part.ListsAreas)
                unmatched.UnionWith(part.Ids.Except(layer.Codes));
        }

        return joined.Count > 0
            ? new JoinedResult(Path, Sha256, Method, joined, [.. unmatched], left.Distinct().ToArray())
            : new Refusal("result-matches-nothing", "None of the areas in this result is among the areas that are exported.", Path)
            {
                Value = parts.SelectMany(part => part.Ids).FirstOrDefault(),
                Expected = "codes such as " + string.Join(", ", layers[0].Codes.Take(3)),
            };
    }

    private ExportColumn ColumnOf(ResultPart part, string name, ExportLayer layer, ExportRequest request)
    {
        var cells = part.Cells(name);
        var isText = cells.Values.Any(cell => cell.Word is not null);
        var (numbers, words, missing) = (new double[layer.Codes.Length], new string?[layer.Codes.Length], new string?[layer.Codes.Length]);
        Array.Fill(numbers, double.NaN);
        for (var area = 0; area < layer.Codes.Length; area++)
            if (!cells.TryGetValue(layer.Codes[area], out var cell))
                missing[area] = excluded.GetValueOrDefault(layer.Codes[area]) is { Length: > 0 } why ? why : request.Say("niet in dit resultaat", "not in this result");
            else if (cell.Missing is not null)
                missing[area] = cell.Missing.Length > 0 ? cell.Missing : request.Say("niet te berekenen", "not computable");
            else if (isText)
                words[area] = cell.Word ?? cell.Number.ToString("R", CultureInfo.InvariantCulture);
            else
                numbers[area] = cell.Number;
        return new ExportColumn(name, name.Replace('_', ' '))
        {
            Numbers = isText ? null : numbers,
            Words = isText ? words : null,
            Missing = missing,
            Source = Path,
            Licence = request.Say("als die van de bronnen", "as those of the sources"),
            Method = Method,
        };
    }

    private static Outcome<ResultTable> Of(string path, string sha256, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("provenance", out var provenance) || provenance.ValueKind != JsonValueKind.Object
            || !provenance.TryGetProperty("method", out var method) || method.ValueKind != JsonValueKind.String)
            return new Refusal("result-without-provenance", "This JSON does not say how it was made, so it is no answer of a command.", path) { Expected = "the output of a command with --json" };

        var reader = new ResultParts(Slug(System.IO.Path.GetFileNameWithoutExtension(path)));
        var parts = reader.Of(root);
        if (parts.Count == 0)
            return new Refusal("result-without-areas", "This answer says nothing of areas.", path) { Expected = "an answer with areas[], units[], clusters[] or an assignment" };
        return new ResultTable(path, sha256, parts.Max(part => part.Ids.Count), MethodOf(provenance, method.GetString()!), InputsOf(provenance), parts, reader.Excluded);
    }

    private static string MethodOf(JsonElement provenance, string method)
    {
        var version = provenance.TryGetProperty("version", out var text) ? text.ToString() : "?";
        var parameters = provenance.TryGetProperty("parameters", out var given) ? given.GetRawText() : "{}";
        var seed = provenance.TryGetProperty("seed", out var number) && number.ValueKind == JsonValueKind.Number ? $"; seed {number.GetRawText()}" : "";
        return $"{method}; Schakel {version}; {parameters}{seed}";
    }

    private static string[] InputsOf(JsonElement provenance) =>
        provenance.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Array
            ? [.. inputs.EnumerateArray().Select(input => input.ValueKind == JsonValueKind.Object && input.TryGetProperty("sha256", out var hash) ? hash.GetString() ?? "" : "").Where(hash => hash.Length > 0)]
            : [];

    private static string Slug(string name) => NotInName().Replace(name.ToLowerInvariant(), "_").Trim('_') is { Length: > 0 } slug ? slug : "resultaat";

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInName();
}
