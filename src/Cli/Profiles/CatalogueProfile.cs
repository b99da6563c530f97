// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Profiles;

/// <summary>The profile of a figure in a catalogue: the study that the atlas shows too.</summary>
internal static class CatalogueProfile
{
    internal static Outcome<ProfileReport> Read(Run run, ProfileSettings settings, string folder)
    {
        foreach (var option in new[] { settings.Value, settings.Variance })
            if (run.Get(option) is not null)
                return WrongUse.With("files-and-catalogue", $"{option.Name} and --catalogue do not go together.", option.Name);
        if (run.Get(settings.Cases) is not null || run.Get(settings.Population) is not null)
            return WrongUse.With("files-and-catalogue", "--cases and --catalogue do not go together.", settings.Cases.Name);
        if (!CatalogueSubject.Question(run).TryGet(out var question, out var reason))
            return reason;
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out reason))
            return reason;

        if (settings.Chance(run) is { } said)
        {
            if (!said.TryGet(out var chance, out reason))
                return reason;
            question = question with { Chance = chance };
        }

        question = question with { Levels = run.Get(settings.Levels) };
        if (!run.Stages.Measure("read", () => ScaleStudy.Prepare(catalogue, question)).TryGet(out var study, out reason))
            return reason;
        if (!run.Stages.Measure("fit", () => study.Fit(settings.Options(run))).TryGet(out var picture, out reason))
            return reason;

        if (run.Get(run.Shared.Catalogue.Year) is not { Length: > 1 } years)
            return Report(picture);
        var compared = run.Stages.Measure("compute", () => StabilityStudy.Run(catalogue, question, [.. study.Levels.Select(level => level.Id)], [.. years.Order()], run.Get(settings.Weights) == "equal"));
        return compared.TryGet(out var known, out reason)
            ? Report(picture) with { Stability = new Outcome<IReadOnlyList<LagStability>>(known.Lags), Warnings = known.Warnings }
            : Report(picture) with { Stability = reason };
    }

    /// <summary>A picture as the shell reports it.</summary>
    internal static ProfileReport Report(ScalePicture picture) => new(
        picture.Profile, picture.UnitCodes, [.. picture.Excluded.Select(unit => new Exclusion(unit.Code, Exclusion.Of(unit.Reason)))], [])
    {
        Title = picture.Place is null ? picture.Indicator.Id : $"{picture.Indicator.Id}, {picture.Place}",
        ExcludedShare = double.IsNaN(picture.ExcludedShare) ? new Reason("residents-unknown", "The catalogue does not say how many residents these units have.") : picture.ExcludedShare,
        Study = picture,
    };
}
