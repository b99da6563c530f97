// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;

namespace Schakel.Workspace.Studies;

/// <summary>The areas of one level with their figures, in the order of code.</summary>
/// <param name="Level">The level.</param>
/// <param name="Codes">Area codes, sorted (ordinal).</param>
/// <param name="Names">Area names.</param>
/// <param name="Parents">Per coarser level id, the parent's code.</param>
/// <param name="Denominators">[persons, households, …] NaN where unknown.</param>
/// <param name="Rates">[rate] observed; NaN where missing.</param>
/// <param name="Missing">Why a rate is missing.</param>
/// <param name="Estimates">[rate] shrunken estimate; NaN where missing.</param>
/// <param name="Lows">[rate] lower end of the 90 % plausible range; NaN where missing or when chance is unknown.</param>
/// <param name="Highs">[rate] upper end.</param>
/// <param name="LikeMean">Whether the range contains the overall mean: cannot be told apart from it.</param>
public sealed record StudyLevel(
    Level Level, string[] Codes, string[] Names, IReadOnlyDictionary<string, string?[]> Parents, double[] Denominators,
    double[] Rates, MissingReason[] Missing, double[] Estimates, double[] Lows, double[] Highs, bool[] LikeMean);

/// <summary>Everything the atlas and the shell show about one question. Immutable; the same question on the same catalogue gives the same picture.</summary>
/// <param name="Question">The question, with the year filled in.</param>
/// <param name="Indicator">What the figures mean.</param>
/// <param name="Year">Year of the figures.</param>
/// <param name="AreaYear">Vintage of the boundaries.</param>
/// <param name="Place">Name of the place, or null for everything loaded.</param>
/// <param name="Profile">The scale profile.</param>
/// <param name="Levels">Finest first, as in the profile, plus levels that are described and not estimated.</param>
/// <param name="Excluded">Codes of finest units without a usable figure, with the reason.</param>
/// <param name="ExcludedShare">[0..1] part of all residents that live in excluded units; NaN when unknown.</param>
/// <param name="Attributions">Source lines.</param>
/// <param name="Fingerprint">SHA-256 over catalogue fingerprint, question and method version.</param>
public sealed record ScalePicture(
    StudyQuestion Question, Indicator Indicator, int Year, int AreaYear, string? Place, ScaleProfileResult Profile,
    IReadOnlyList<StudyLevel> Levels, IReadOnlyList<(string Code, MissingReason Reason)> Excluded, double ExcludedShare,
    IReadOnlyList<string> Attributions, string Fingerprint)
{
    /// <summary>Codes of the units behind each level of <see cref="ScaleProfileResult.Levels"/>, in the order of its estimates.</summary>
    public required IReadOnlyList<string[]> UnitCodes { get; init; }
}
