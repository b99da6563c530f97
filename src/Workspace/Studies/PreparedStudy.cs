// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>A question with its units gathered and put in their tree: what is left is to fit and to describe.</summary>
public sealed class PreparedStudy
{
    private readonly CatalogueFolder catalogue;
    private readonly StudyQuestion question;
    private readonly Place? place;
    private readonly StudyLadder ladder;

    private PreparedStudy(CatalogueFolder catalogue, StudyQuestion question, Place? place, CatalogueUnits units, StudyLadder ladder) =>
        (this.catalogue, this.question, this.place, Units, this.ladder) = (catalogue, question, place, units, ladder);

    /// <summary>The units of the finest level, usable or not.</summary>
    public CatalogueUnits Units { get; }

    /// <summary>The levels of the profile, finest first.</summary>
    public IReadOnlyList<Level> Levels => ladder.Levels;

    /// <summary>What the question is limited to; null for everything loaded.</summary>
    public Place? Place => place;

    internal static Outcome<PreparedStudy> Of(CatalogueFolder catalogue, StudyQuestion question)
    {
        Place? place = null;
        if (question.Within is { } code && !Place.Find(catalogue, code, question.Year).TryGet(out place, out var reason))
            return reason;
        question = question with { Within = place?.Code };
        if (question.Levels?.FirstOrDefault(level => catalogue.Levels.All(rung => rung.Level.Id != level)) is { } unknown)
            return CatalogueAreas.NoSuchLevel(catalogue, unknown);

        // Levels are a choice, not an order: the ladder runs from fine to coarse however they were named.
        if (question.Levels is { } asked)
            question = question with { Levels = [.. catalogue.Levels.Select(rung => rung.Level.Id).Where(asked.Contains)] };
        if (!CatalogueUnits.Gather(catalogue, question, question.Levels?[0] ?? question.Finest).TryGet(out var units, out reason))
            return reason;
        if (!StudyLadder.Build(catalogue, units, question, place?.Level).TryGet(out var ladder, out reason))
            return reason;

        return new PreparedStudy(catalogue, question, place, units, ladder);
    }

    /// <summary>Estimates the profile and describes every level.</summary>
    /// <param name="options">How the profile is estimated; kind and seed come from the question.</param>
    /// <returns>The picture, or <c>no-variation</c>, <c>too-few-units</c>.</returns>
    public Outcome<ScalePicture> Fit(ScaleProfileOptions options)
    {
        var usable = ladder.Usable;
        var rates = Array.ConvertAll(usable, Units.Rate);
        double[] weights = Units.HasDenominators ? Array.ConvertAll(usable, unit => Units.Denominators[unit]) : [];
        var settings = options with { Kind = KindOf(Units.Indicator), Seed = question.Seed };
        if (!ScaleProfile.Compute(ladder.Tree, rates, StudyChance.Variances(Units, usable, question.Chance), weights, settings).TryGet(out var profile, out var reason))
            return reason;

        var warnings = Units.Notes.Concat(ladder.Notes).Concat(StudyChance.Notes(Units, question.Chance)).Concat(profile.Warnings).DistinctBy(warning => warning.Text);
        profile = profile with { Warnings = [.. warnings] };
        var excluded = Enumerable.Range(0, Units.Count).Where(unit => !Units.IsUsable(unit)).ToArray();
        return new ScalePicture(
            question with { Year = Units.Year, Indicator = Units.Indicator.Id }, Units.Indicator, Units.Year, Units.Layer.Year, place?.Name, profile,
            new StudyDescription(catalogue, Units, ladder, profile).Levels(),
            Array.ConvertAll(excluded, unit => (Units.Layer.Codes[Units.Places[unit]], Units.WhyMissing(unit))),
            StudyResidents.Share(catalogue, Units, excluded), Attributions(), StudyFingerprint.Of(catalogue, question with { Indicator = Units.Indicator.Id }, Units.Year, settings))
        {
            UnitCodes = [Array.ConvertAll(usable, unit => Units.Layer.Codes[Units.Places[unit]]), .. ladder.Groups],
        };
    }

    private static RateKind KindOf(Indicator indicator) => indicator.Kind switch
    {
        IndicatorKind.Count => RateKind.Count,
        IndicatorKind.Proportion or IndicatorKind.Modelled => RateKind.Proportion,
        _ => RateKind.Mean,
    };

    private string[] Attributions() =>
        [.. new[] { Units.Indicator.Source }
            .Concat(catalogue.Datasets.Where(dataset => dataset.Kind == "areas").Select(dataset => dataset.Attribution))
            .Where(text => text.Length > 0).Distinct()];
}
