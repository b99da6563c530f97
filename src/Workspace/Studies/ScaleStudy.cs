// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>Answers "at which scales does this show?" for a question on a catalogue. The shell, the screens and the API all call this.</summary>
public static class ScaleStudy
{
    /// <summary>Gathers the units, estimates the profile, and describes every level.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="options">How the profile is estimated; kind and seed come from the question.</param>
    /// <returns>The picture, or a reason (<c>no-such-indicator</c>, <c>no-values</c>, <c>no-such-place</c>, <c>no-variation</c>, …).</returns>
    public static Outcome<ScalePicture> Run(CatalogueFolder catalogue, StudyQuestion question, ScaleProfileOptions options)
    {
        var gathering = new UnitGathering(catalogue, question);
        Place? place = null;
        if (question.Within is { } code && !Place.Find(catalogue, code, question.Year).TryGet(out place, out var reason))
            return reason;
        if (!gathering.Gather(question.Levels?[0]).TryGet(out var units, out reason))
            return reason;
        if (!StudyLadder.Build(catalogue, units, question, place?.Level).TryGet(out var ladder, out reason))
            return reason;

        var usable = ladder.Usable;
        var rates = Array.ConvertAll(usable, units.Rate);
        double[] weights = units.HasDenominators ? Array.ConvertAll(usable, unit => units.Denominators[unit]) : [];
        var settings = options with { Kind = KindOf(units.Indicator), Seed = question.Seed };
        if (!ScaleProfile.Compute(ladder.Tree, rates, StudyChance.Variances(units, usable), weights, settings).TryGet(out var profile, out reason))
            return reason;

        var warnings = units.Notes.Concat(ladder.Notes).Concat(StudyChance.Notes(units)).Concat(profile.Warnings).DistinctBy(warning => warning.Code);
        profile = profile with { Warnings = [.. warnings] };
        var excluded = Enumerable.Range(0, units.Count).Where(unit => !units.IsUsable(unit)).ToArray();
        return new ScalePicture(
            question with { Year = units.Year, Indicator = units.Indicator.Id }, units.Indicator, units.Year, units.Layer.Year, place?.Name, profile,
            new StudyDescription(catalogue, units, ladder, profile).Levels(),
            Array.ConvertAll(excluded, unit => (units.Layer.Codes[units.Places[unit]], units.WhyMissing(unit))),
            StudyResidents.Share(catalogue, units, excluded), Attributions(catalogue, units), StudyFingerprint.Of(catalogue, question, units.Year, settings))
        {
            UnitCodes = [Array.ConvertAll(usable, unit => units.Layer.Codes[units.Places[unit]]), .. ladder.Groups],
        };
    }

    private static RateKind KindOf(Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.Count => RateKind.Count,
        IndicatorKind.Proportion or IndicatorKind.Modelled => RateKind.Proportion,
        _ => RateKind.Mean,
    };

    private static string[] Attributions(CatalogueFolder catalogue, CatalogueUnits units) =>
        [.. new[] { units.Indicator.Source }
            .Concat(catalogue.Datasets.Where(dataset => dataset.Kind == "areas").Select(dataset => dataset.Attribution))
            .Where(text => text.Length > 0).Distinct()];
}
