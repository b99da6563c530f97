// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text.Json;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;
using Schakel.Catalogue;

namespace Schakel.Cli.Inputs;

/// <summary>Reads the case that advice is made from: JSON with what people judge and what figures show.</summary>
internal static class CaseFile
{
    internal static Outcome<AdviceCase> Read(Run run, string file)
    {
        if (!File.Exists(file))
            return Directory.Exists(file)
                ? new Refusal("not-a-file", "This is a folder, not a file.", file) { Expected = "one file" }
                : new Refusal("file-not-found", "There is no such file.", file) { Expected = "the name of an existing file" };

        return run.Stages.Measure("read", () => Parse(run, file));
    }

    private static Outcome<AdviceCase> Parse(Run run, string file)
    {
        var bytes = File.ReadAllBytes(file);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
        }
        catch (JsonException broken)
        {
            return new Refusal("json-damaged", "This file is not valid JSON.", file) { Row = broken.LineNumber + 1, Expected = "valid JSON in UTF-8" };
        }

        using (document)
        {
            try
            {
                var question = Question(new CaseMember(document.RootElement, ""));
                run.Reads(new InputFile(file, null, Convert.ToHexStringLower(SHA256.HashData(bytes)), question.Levels.Count));
                return question;
            }
            catch (CaseNotUsableException refused)
            {
                return refused.For(file, run.Surroundings.Language);
            }
        }
    }

    private static AdviceCase Question(CaseMember root)
    {
        root.RequireObject();
        var levels = root.Member("levels").Items().Select(Level).ToArray();
        var twice = levels.GroupBy(level => level.Level.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new CaseNotUsableException("levels", twice.Key, "elke schaal één keer", "every level once", "level-twice");
        return new AdviceCase(root.Member("problem").Text(), levels, Evidence(root.Member("evidence")));
    }

    private static LevelJudgement Level(CaseMember level)
    {
        level.RequireObject();
        var id = level.Member("level").Text();
        var known = AdviceLevel.Known(id)
            ?? new AdviceLevel(id, level.Member("rank").Number(double.MinValue, double.MaxValue), level.Member("supraLocal").Flag());
        return new LevelJudgement(
            known, Ratings(level.Member("cause")), Ratings(level.Member("lever")),
            level.Member("authority").Choice(("own", Authority.Own), ("shared", Authority.Shared), ("none", Authority.None)),
            level.Member("kind").Choice(("direct", LeverKind.Direct), ("partial", LeverKind.Partial), ("enabling", LeverKind.Enabling), ("detect", LeverKind.Detect)),
            Class(level.Member("location")), Class(level.Member("reach")));
    }

    private static int[] Ratings(CaseMember ratings)
    {
        int[] numbers = [.. ratings.Items().Select(rating => rating.Whole(0, 3))];
        return numbers.Length > 0 ? numbers : throw ratings.NotUsable("ten minste één getal van 0 tot en met 3, één per beoordelaar", "at least one number from 0 to 3, one a rater");
    }

    private static EvidenceClass Class(CaseMember evidence)
    {
        if (evidence.IsAbsent || evidence.IsText("unknown"))
            return EvidenceClass.Unknown;
        if (evidence.IsText("n.a."))
            return EvidenceClass.NotApplicable;
        if (!evidence.IsObject)
            return EvidenceClass.Of(evidence.Whole(0, 3));

        var middle = evidence.Member("class").Whole(0, 3);
        var low = evidence.Member("low").IsAbsent ? middle : evidence.Member("low").Whole(0, middle);
        return EvidenceClass.Of(middle, low, evidence.Member("high").IsAbsent ? middle : evidence.Member("high").Whole(middle, 3));
    }

    private static ProblemEvidence Evidence(CaseMember evidence)
    {
        if (evidence.IsAbsent)
            return new ProblemEvidence(null, null, null, null, null);
        evidence.RequireObject();
        return new ProblemEvidence(
            Known(evidence.Member("maup"), member => member.Choice(("A", RobustnessGrade.A), ("B", RobustnessGrade.B), ("C", RobustnessGrade.C), ("D", RobustnessGrade.D))),
            Known(evidence.Member("composition"), Share), Known(evidence.Member("noise"), Share), Known(evidence.Member("localShare"), Share),
            Known(evidence.Member("waterbed"), member => member.Choice(("low", DisplacementRisk.Low), ("medium", DisplacementRisk.Medium), ("high", DisplacementRisk.High))));
    }

    private static T? Known<T>(CaseMember member, Func<CaseMember, T> read)
        where T : struct => member.IsAbsent || member.IsText("unknown") ? null : read(member);

    private static double Share(CaseMember member) => member.Number(0, 1);
}
