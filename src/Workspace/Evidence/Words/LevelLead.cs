// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Which level carries most of the true differences, and how sure that is.</summary>
/// <param name="Level">The level with the largest share.</param>
/// <param name="Second">The next one; null when there is none that counts.</param>
/// <param name="IsSure">Whether its whole range lies above that of every other level.</param>
/// <param name="IsLikely">Whether it is clearly ahead, though ranges overlap.</param>
public sealed record LevelLead(LevelProfile Level, LevelProfile? Second, bool IsSure, bool IsLikely)
{
    /// <summary>Below this upper bound a level adds almost nothing.</summary>
    public const double AlmostNothing = 0.03;

    // So many times the second: convention of this page, shown in its method.
    private const double Ahead = 1.5;

    /// <summary>The leading level of a profile; null when none was estimated, or no difference goes beyond chance.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The lead.</returns>
    public static LevelLead? Of(ScaleProfileResult profile)
    {
        var estimated = profile.Levels.Where(level => level.Share.Value is not null && level.Low.Value is not null && level.High.Value is not null).OrderByDescending(level => level.Share.Value).ToArray();
        if (estimated.Length == 0)
            return null;

        var second = estimated.Length > 1 && estimated[1].High.Value >= AlmostNothing ? estimated[1] : null;
        return new LevelLead(
            estimated[0], second, estimated.Skip(1).All(other => other.High.Value < estimated[0].Low.Value),
            second is null || estimated[0].Share.Value >= Ahead * second.Share.Value);
    }
}
