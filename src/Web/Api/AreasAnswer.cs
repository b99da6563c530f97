// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Web.Atlas;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Api;

/// <summary>The areas of one level.</summary>
public sealed record AreasAnswer(string Indicator, int Year, string Level, double Mean, IReadOnlyList<AreaAnswer> Areas, string Fingerprint)
{
    internal static AreasAnswer Of(ScalePicture picture, StudyLevel level) => new(
        picture.Indicator.Id, picture.Year, level.Level.Id, picture.Profile.Mean,
        [.. Enumerable.Range(0, level.Codes.Length).Select(area => AreaAnswer.Of(level, area))], picture.Fingerprint);
}

/// <summary>One area. Rates are fractions (0.055, not 5.5); null where there is no figure, with the reason, or where it is withheld because too few people are behind it or behind a neighbour's.</summary>
public sealed record AreaAnswer(
    string Id, string Name, double? Denominator, double? Observed, double? Estimate, double? Low, double? High, bool? LikeMean, MissingReason? Missing, bool Withheld = false)
{
    internal static AreaAnswer Of(StudyLevel level, int area)
    {
        var showing = AreaFigure.Of(level, area);
        if (showing is Showing.TooFew)
            return new AreaAnswer(level.Codes[area], level.Names[area], Finite(level.Denominators[area]), null, null, null, null, null, null, Withheld: true);
        return showing is Showing.Missing
            ? new AreaAnswer(level.Codes[area], level.Names[area], Finite(level.Denominators[area]), null, null, null, null, null, level.Missing[area])
            : new AreaAnswer(level.Codes[area], level.Names[area], Finite(level.Denominators[area]), Finite(level.Rates[area]), Finite(level.Estimates[area]),
                Finite(level.Lows[area]), Finite(level.Highs[area]), showing == Showing.LikeMean, null);
    }

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;
}
