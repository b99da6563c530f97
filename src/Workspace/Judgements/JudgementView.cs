// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;

namespace Schakel.Workspace.Judgements;

/// <summary>What others think of a level, as far as one may see it: lowest, middle, highest, and their reasoning. No names.</summary>
public sealed record Spread(int Lowest, double Middle, int Highest)
{
    internal static Spread Of(IEnumerable<int> given)
    {
        int[] sorted = [.. given.Order()];
        return new Spread(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0, sorted[^1]);
    }
}

/// <summary>One rung of the judgement screen for one reader.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Own">What the reader judged; null = not yet.</param>
/// <param name="IsOpen">Whether the reader may see what others think.</param>
/// <param name="Cause">Null while blind, or when nobody judged.</param>
/// <param name="Lever">Likewise.</param>
/// <param name="Reasonings">Lines of reasoning in the order of writing; empty while blind.</param>
public sealed record JudgedLevel(string Level, Judgement? Own, bool IsOpen, Spread? Cause, Spread? Lever, IReadOnlyList<string> Reasonings);

/// <summary>Judgement is blind until one's own is given, level by level.</summary>
public static class JudgementView
{
    /// <param name="reader">Who looks.</param>
    /// <param name="levels">Level ids in the order of the ladder.</param>
    /// <param name="given">All judgements of the opgave.</param>
    public static IReadOnlyList<JudgedLevel> For(Actor reader, IEnumerable<string> levels, IReadOnlyCollection<Judgement> given) =>
    [
        .. levels.Select(level =>
        {
            var here = given.Where(judgement => judgement.Level == level && judgement.State == JudgementState.Given).OrderBy(judgement => judgement.Id).ToList();
            var own = reader.Member is { } member ? here.FirstOrDefault(judgement => judgement.Rater == member) : null;
            // Who can still be asked must judge first; who cannot judge at all (analyst, director) does not influence anybody.
            var open = own is not null || (!reader.MayJudge && reader.Member is not null);
            return !open || here.Count == 0
                ? new JudgedLevel(level, own, open, null, null, [])
                : new JudgedLevel(
                    level, own, true, Spread.Of(here.Select(judgement => judgement.Cause)), Spread.Of(here.Select(judgement => judgement.Lever)),
                    [.. here.Select(judgement => judgement.Because)]);
        }),
    ];
}
