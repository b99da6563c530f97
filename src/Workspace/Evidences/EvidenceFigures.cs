// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Evidences;

/// <summary>What figures show about one level, as classes.</summary>
public sealed record LevelEvidence(EvidenceClass Location, EvidenceClass Reach);

/// <summary>What a piece of evidence says, with its years and sources: no figure goes without.</summary>
public sealed record EvidenceFigures(
    string Years, IReadOnlyList<string> Sources, IReadOnlyDictionary<string, LevelEvidence> Levels, ProblemEvidence Problem, string? Fingerprint)
{
    public Reason? Check() =>
        string.IsNullOrWhiteSpace(Years) || Sources.Count == 0 || Sources.Any(string.IsNullOrWhiteSpace)
            ? new Reason("evidence-without-source", "Evidence names its years and its sources.")
            : null;

    /// <summary>The same figures give the same text, in whatever order they came.</summary>
    public string Write() => CanonicalJson.Write(json =>
    {
        json.WriteString("years", Years);
        json.WriteArray("sources", () =>
        {
            foreach (var source in Sources)
                json.WriteStringValue(source);
        });
        json.WriteObject("levels", () =>
        {
            foreach (var (level, evidence) in Levels.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                json.WriteObject(level, () =>
                {
                    Write(json, "location", evidence.Location);
                    Write(json, "reach", evidence.Reach);
                });
        });
        Write(json, "maup", Problem.Maup?.ToString());
        Write(json, "composition", Problem.Composition);
        Write(json, "noise", Problem.Noise);
        Write(json, "localShare", Problem.LocalShare);
        Write(json, "waterbed", Problem.Waterbed is { } risk ? Words.Of(risk) : null);
        Write(json, "fingerprint", Fingerprint);
    });

    public static EvidenceFigures Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var levels = new SortedDictionary<string, LevelEvidence>(StringComparer.Ordinal);
        foreach (var level in root.GetProperty("levels").EnumerateObject())
            levels[level.Name] = new LevelEvidence(Class(level.Value.GetProperty("location")), Class(level.Value.GetProperty("reach")));
        return new EvidenceFigures(
            root.GetProperty("years").GetString()!, [.. root.GetProperty("sources").EnumerateArray().Select(source => source.GetString()!)], levels,
            new ProblemEvidence(
                Text(root, "maup") is { } maup ? Enum.Parse<RobustnessGrade>(maup) : null, Number(root, "composition"), Number(root, "noise"), Number(root, "localShare"),
                Text(root, "waterbed") is { } waterbed ? Enum.Parse<DisplacementRisk>(waterbed, ignoreCase: true) : null),
            Text(root, "fingerprint"));
    }

    private static void Write(Utf8JsonWriter json, string name, EvidenceClass evidence)
    {
        if (!evidence.IsApplicable)
            json.WriteString(name, "n.a.");
        else if (evidence.Middle is not { } middle)
            json.WriteString(name, "unknown");
        else
            json.WriteObject(name, () =>
            {
                json.WriteNumber("class", middle);
                json.WriteNumber("low", evidence.Low);
                json.WriteNumber("high", evidence.High);
            });
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static EvidenceClass Class(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString() == "n.a." ? EvidenceClass.NotApplicable : EvidenceClass.Unknown
        : EvidenceClass.Of(element.GetProperty("class").GetInt32(), element.GetProperty("low").GetInt32(), element.GetProperty("high").GetInt32());

    private static string? Text(JsonElement root, string name) => root.GetProperty(name).GetString();

    private static double? Number(JsonElement root, string name) => root.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
