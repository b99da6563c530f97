// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Reach;
using Schakel.Workspace.Evidence;

namespace Schakel.Workspace.Evidences;

/// <summary>From all evidence on a question to what advice needs of it: classes by level, and what is known of the problem as a whole.</summary>
public static class EvidenceFromFindings
{
    private const double Budget = 0.20;

    private static readonly string[] local = ["cell", "buurt", "wijk"];

    public static EvidenceFigures Of(Findings findings)
    {
        var picture = findings.Picture;
        var reach = findings.ReachNextYear.TryGet(out var found, out _) || findings.Reach.TryGet(out found, out _) ? found.Result : null;
        var levels = picture.Profile.Levels.ToDictionary(
            level => level.Level,
            level => new LevelEvidence(
                level is { Share.Value: { } share, Low.Value: { } low, High.Value: { } high } ? EvidenceClass.FromShare(share, low, high) : EvidenceClass.Unknown,
                ReachAt(level.Level, reach, oneMunicipality: picture.Question.Within is not null)),
            StringComparer.Ordinal);
        var shares = picture.Profile.Levels.Where(level => local.Contains(level.Level)).Select(level => level.Share.Value).ToList();
        return new EvidenceFigures(
            picture.Year.ToString(CultureInfo.InvariantCulture), picture.Attributions.Count > 0 ? picture.Attributions : [picture.Indicator.Id], levels,
            new ProblemEvidence(
                findings.Borders.TryGet(out var borders, out _) ? borders.Result.Grade : null,
                findings.Composition.TryGet(out var composition, out _) && composition.Result.TryGet(out var adjusted, out _) && adjusted.Pcv.Value is { } pcv ? Math.Clamp(pcv, 0, 1) : null,
                picture.Profile.Noise.Share.Value,
                // One unknown part makes the sum unknown.
                shares.Count > 0 && shares.All(share => share is not null) ? Math.Min(1, shares.Sum(share => share!.Value)) : null,
                Waterbed: null),
            findings.Key);
    }

    // Within one municipality every resident of gemeente and coarser is reached: nothing to compare.
    private static EvidenceClass ReachAt(string level, ReachResult? reach, bool oneMunicipality) =>
        oneMunicipality && AdviceLevel.Known(level) is { Rank: >= 4 } ? EvidenceClass.NotApplicable
        : reach?.Rows.FirstOrDefault(row => row.Level == level && Math.Abs(row.BudgetShare - Budget) < 1e-9)?.HonestGain.Value is { } gain ? EvidenceClass.FromShare(gain, gain, gain)
        : EvidenceClass.Unknown;
}
