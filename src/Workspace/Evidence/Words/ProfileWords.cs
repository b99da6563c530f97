// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Where does the difference lie?</summary>
internal static class ProfileWords
{
    private const double Tiny = 0.01;

    internal static PartWords Of(Findings findings, EvidenceTexts texts)
    {
        var profile = findings.Picture.Profile;
        return new PartWords("profile", texts["profile.title"], Claims(findings, texts), Unknown(findings, texts), profile.Levels.Count > 0);
    }

    private static List<string> Claims(Findings findings, EvidenceTexts texts)
    {
        var profile = findings.Picture.Profile;
        var claims = new List<string>();
        var lead = LevelLead.Of(profile);
        if (profile.Noise.Dominates)
            claims.Add(texts["profile.chance", texts.Many(profile.Levels[0].Level)]);
        if (lead is null)
            claims.Add(texts["profile.none"]);
        else if (profile.Noise.Dominates)
            lead = null;
        else if (profile.ShareOf.Count == 1)
            claims.Add(texts["profile.only", texts.Many(lead.Level.Level)]);
        else if (lead.IsSure || lead.IsLikely || lead.Second is null)
            claims.Add(texts[profile.Noise.Share.Value is null ? "profile.lead.withChance" : "profile.lead", texts.Many(lead.Level.Level), Range(lead.Level, texts)]);
        else
            claims.Add(texts["profile.both", texts.Many(lead.Level.Level), Range(lead.Level, texts), texts.Many(lead.Second.Level), Range(lead.Second, texts)]);

        foreach (var level in profile.Levels.Where(level => lead is not null && profile.ShareOf.Count > 1 && level != lead.Level && level.High.Value is not null && (lead.IsSure || lead.IsLikely || level != lead.Second)))
            claims.Add(level.High.Value < LevelLead.AlmostNothing
                ? texts["profile.little", EvidenceTexts.Capital(texts.Many(level.Level))]
                : EvidenceTexts.Capital(texts["profile.other", texts.Many(level.Level), Range(level, texts)]));
        claims.Add(profile.Noise is { Low.Value: { } low, High.Value: { } high } ? texts["profile.noise", texts.Range(low, high)]
            : profile.Noise.Share.Value is { } share ? texts["profile.noise", texts.Share(share)]
            : texts["profile.noise.unknown"]);
        if (profile.Vpc.Value is { } vpc)
            claims.Add(vpc < Tiny ? texts["profile.vpc.tiny", texts.Share(Tiny)] : texts["profile.vpc", texts.Share(vpc)]);
        if (findings.Wider is { } wider)
            foreach (var level in wider.Picture.Profile.Levels.Where(level => level.Low.Value is not null && profile.Levels.FirstOrDefault(own => own.Level == level.Level)?.Low.Value is null))
                claims.Add(EvidenceTexts.Capital(texts["profile.wider", texts.Many(level.Level), Range(level, texts), texts["everywhere"]]));
        return claims;
    }

    private static List<string> Unknown(Findings findings, EvidenceTexts texts)
    {
        var picture = findings.Picture;
        var unknown = new List<string>();
        foreach (var level in picture.Profile.Levels.Where(level => level.Share.Reason is { Code: "too-few-groups" } || (level.Share.Value is null && level.Groups < 5)))
        {
            if (findings.Wider?.Picture.Profile.Levels.Any(other => other.Level == level.Level && other.Low.Value is not null) == true)
                continue;
            unknown.Add(level.Groups == 1 ? texts["profile.not.one", texts.Many(level.Level)] : texts["profile.not", texts.Many(level.Level), level.Groups]);
            unknown.Add(texts["profile.help", texts.Many(level.Level)]);
        }

        if (picture.Excluded.Count > 0)
            unknown.Add(!double.IsFinite(picture.ExcludedShare) ? texts["profile.excluded.some", ReadableNumber.Count(picture.Excluded.Count, texts.Language)]
                : picture.ExcludedShare < 0.005 ? texts["profile.excluded.nobody", ReadableNumber.Count(picture.Excluded.Count, texts.Language)]
                : texts["profile.excluded", ReadableNumber.Count(picture.Excluded.Count, texts.Language), texts.Share(picture.ExcludedShare)]);
        return unknown;
    }

    private static string Range(Analysis.Scale.LevelProfile level, EvidenceTexts texts) => texts.Range(level.Low.Value!.Value, level.High.Value!.Value);
}
