// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;

namespace Schakel.Analysis.Tests.Advice;

/// <summary>The case file of the command line, read as the worked cases write it.</summary>
internal static class CaseReader
{
    internal static AdviceCase Read(JsonElement input)
    {
        var evidence = input.GetProperty("evidence");
        return new AdviceCase(
            input.GetProperty("problem").GetString()!,
            [.. input.GetProperty("levels").EnumerateArray().Select(Level)],
            new ProblemEvidence(
                Word<RobustnessGrade>(evidence.GetProperty("maup")), Number(evidence, "composition"), Number(evidence, "noise"),
                Number(evidence, "localShare"), Word<DisplacementRisk>(evidence.GetProperty("waterbed"))));
    }

    private static LevelJudgement Level(JsonElement level) => new(
        AdviceLevel.Known(level.GetProperty("level").GetString()!)!,
        Ratings(level.GetProperty("cause")), Ratings(level.GetProperty("lever")),
        Word<Authority>(level.GetProperty("authority"))!.Value, Word<LeverKind>(level.GetProperty("kind"))!.Value,
        Evidence(level.GetProperty("location")), Evidence(level.GetProperty("reach")));

    private static int[] Ratings(JsonElement array) => [.. array.EnumerateArray().Select(rating => rating.GetInt32())];

    private static EvidenceClass Evidence(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => EvidenceClass.Of(element.GetInt32()),
        JsonValueKind.Object => EvidenceClass.Of(element.GetProperty("class").GetInt32(), element.GetProperty("low").GetInt32(), element.GetProperty("high").GetInt32()),
        _ => element.GetString() == "n.a." ? EvidenceClass.NotApplicable : EvidenceClass.Unknown,
    };

    private static double? Number(JsonElement element, string member) =>
        element.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static T? Word<T>(JsonElement element)
        where T : struct, Enum => element.GetString() is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;
}
