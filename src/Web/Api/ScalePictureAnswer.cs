// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Serialization;
using Schakel.Analysis;
using Schakel.Web.Texts;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Api;

/// <summary>A scale profile; members as in <c>schakel profile --json</c>. Null means "not computable"; the sibling …Reason says why.</summary>
public sealed record ScalePictureAnswer(
    string Indicator, string Title, string Unit, int Year, int AreaYear, string? Within, string? Place,
    IReadOnlyList<LevelAnswer> Levels, IReadOnlyList<string> ShareOf, NoiseAnswer Noise, double Mean, double MeanStandardError,
    double? TauSquared, double? Mor, double? Vpc, string Estimator, IReadOnlyList<WarningAnswer> Warnings,
    int ExcludedCount, double? ExcludedShare, IReadOnlyList<string> Attributions, string Fingerprint, int Seed, string Version)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TauSquaredReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MorReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VpcReason { get; init; }

    internal static ScalePictureAnswer Of(ScalePicture picture, ScreenTexts texts)
    {
        var profile = picture.Profile;
        return new ScalePictureAnswer(
            picture.Indicator.Id, texts.Code == "nl" ? picture.Indicator.TitleNl : picture.Indicator.TitleEn, picture.Indicator.Unit,
            picture.Year, picture.AreaYear, picture.Question.Within, picture.Place,
            [.. profile.Levels.Select(level => LevelAnswer.Of(level, texts))], profile.ShareOf, NoiseAnswer.Of(profile.Noise, texts),
            profile.Mean, profile.MeanStandardError, profile.TauSquared.Value, profile.Mor.Value, profile.Vpc.Value, profile.Estimator,
            [.. profile.Warnings.Select(warning => new WarningAnswer(warning.Code, ReasonTexts.Of(warning, texts.Language)))],
            picture.Excluded.Count, double.IsFinite(picture.ExcludedShare) ? picture.ExcludedShare : null,
            picture.Attributions, picture.Fingerprint, picture.Question.Seed, ProgramVersion.Text)
        {
            TauSquaredReason = profile.TauSquared.InWords(texts),
            MorReason = profile.Mor.InWords(texts),
            VpcReason = profile.Vpc.InWords(texts),
        };
    }
}

/// <summary>One level, finest first in its list.</summary>
public sealed record LevelAnswer(
    string Level, int Groups, double? Variance, double? RawVariance, double? VarianceLow, double? VarianceHigh,
    double? Share, double? Low, double? High, bool Indicative)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VarianceReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RawVarianceReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VarianceLowReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VarianceHighReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ShareReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LowReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HighReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MergedWith { get; init; }

    internal static LevelAnswer Of(Analysis.Scale.LevelProfile level, ScreenTexts texts) => new(
        level.Level, level.Groups, level.Variance.Value, level.RawVariance.Value, level.VarianceLow.Value, level.VarianceHigh.Value,
        level.Share.Value, level.Low.Value, level.High.Value, level.Indicative)
    {
        VarianceReason = level.Variance.InWords(texts),
        RawVarianceReason = level.RawVariance.InWords(texts),
        VarianceLowReason = level.VarianceLow.InWords(texts),
        VarianceHighReason = level.VarianceHigh.InWords(texts),
        ShareReason = level.Share.InWords(texts),
        LowReason = level.Low.InWords(texts),
        HighReason = level.High.InWords(texts),
        MergedWith = level.MergedWith,
    };
}

/// <summary>The part that is chance.</summary>
public sealed record NoiseAnswer(double? Mean, double? Share, double? Low, double? High, bool Dominates)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MeanReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ShareReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LowReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HighReason { get; init; }

    internal static NoiseAnswer Of(Analysis.Scale.NoiseProfile noise, ScreenTexts texts) =>
        new(noise.Mean.Value, noise.Share.Value, noise.Low.Value, noise.High.Value, noise.Dominates)
        {
            MeanReason = noise.Mean.InWords(texts),
            ShareReason = noise.Share.InWords(texts),
            LowReason = noise.Low.InWords(texts),
            HighReason = noise.High.InWords(texts),
        };
}

/// <summary>A doubt that comes with the answer.</summary>
public sealed record WarningAnswer(string Code, string Text);

internal static class FigureWords
{
    internal static string? InWords(this Figure figure, ScreenTexts texts) =>
        figure.Reason is { } reason ? ReasonTexts.Of(reason, texts.Language) : null;
}
