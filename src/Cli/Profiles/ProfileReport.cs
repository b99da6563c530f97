// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Profiles;

/// <summary>A profile as <c>schakel profile</c> gives it, from a table or from a catalogue.</summary>
internal sealed record ProfileReport(ScaleProfileResult Profile, IReadOnlyList<string[]> Ids, IReadOnlyList<Exclusion> Excluded, IReadOnlyList<Warning> Warnings)
{
    internal required string Title { get; init; }

    internal required Figure ExcludedShare { get; init; }

    internal JoinReport? Join { get; init; }

    /// <summary>What lasts over the years; null for one year.</summary>
    internal Outcome<IReadOnlyList<LagStability>>? Stability { get; init; }

    /// <summary>The study, when the figures came from a catalogue.</summary>
    internal ScalePicture? Study { get; init; }

    internal Answer Answer(bool full) => new("scale profile, module A", json => Write(json, full), page => ProfilePage.Write(page, this))
    {
        Warnings = [.. Warnings, .. Profile.Warnings],
    };

    private void Write(AnswerJson json, bool full)
    {
        if (Study is not null)
        {
            json.Text("indicator", Study.Indicator.Id);
            json.Count("year", Study.Year);
            json.Text("fingerprint", Study.Fingerprint);
        }

        json.Count("n", Ids[0].Length);
        json.Text("estimator", Profile.Estimator);
        json.Objects("levels", Profile.Levels, level => Write(json, level));
        json.Strings("shareOf", Profile.ShareOf);
        json.Object("noise", () =>
        {
            json.Figure("mean", Profile.Noise.Mean);
            json.Figure("share", Profile.Noise.Share);
            json.Figure("low", Profile.Noise.Low);
            json.Figure("high", Profile.Noise.High);
            json.Flag("dominates", Profile.Noise.Dominates);
        });
        json.Number("mean", Profile.Mean);
        json.Number("meanStandardError", Profile.MeanStandardError);
        json.Figure("tauSquared", Profile.TauSquared);
        json.Figure("mor", Profile.Mor);
        json.Figure("vpc", Profile.Vpc);
        if (Stability is not null)
            WriteStability(json, "stability", Stability);
        if (full)
            json.Objects("units", Units(), unit =>
            {
                json.Text("level", unit.Level);
                json.Text("id", unit.Id);
                json.Number("rate", unit.Estimates.Rate[unit.Number]);
                json.Number("estimate", unit.Estimates.Estimate[unit.Number]);
                json.Figure("sd", Deviation(unit.Estimates.StandardDeviation[unit.Number]));
                json.Number("realised", unit.Estimates.Realised[unit.Number]);
                json.Figure("realisedSd", Deviation(unit.Estimates.RealisedStandardDeviation[unit.Number]));
            });
        SampleAnswer.Write(json, Excluded, Join);
        json.Figure("excludedShare", ExcludedShare);
    }

    private static void Write(AnswerJson json, LevelProfile level)
    {
        json.Text("level", level.Level);
        json.Count("groups", level.Groups);
        json.Figure("variance", level.Variance);
        json.Figure("rawVariance", level.RawVariance);
        json.Figure("varianceLow", level.VarianceLow);
        json.Figure("varianceHigh", level.VarianceHigh);
        json.Figure("share", level.Share);
        json.Figure("low", level.Low);
        json.Figure("high", level.High);
        json.Flag("indicative", level.Indicative);
        if (level.MergedWith is { } finer)
            json.Text("mergedWith", finer);
    }

    // Years next to each other; further apart only when there are more than two.
    internal void WriteStability(AnswerJson json, string name, Outcome<IReadOnlyList<LagStability>> stability)
    {
        if (!stability.TryGet(out var lags, out var reason))
        {
            json.Null(name, reason);
            return;
        }

        json.Objects(name, lags.SelectMany(lag => lag.Levels.Select(level => (lag.Lag, Level: level))), entry =>
        {
            json.Text("level", entry.Level.Level);
            json.Count("lag", entry.Lag);
            json.Figure("persistent", entry.Level.Persistent);
            json.Figures("within", entry.Level.Within);
            json.Figure("value", entry.Level.Value);
            json.Flag("withheld", WhyWithheld(entry.Level.Level) is not null);
            if (WhyWithheld(entry.Level.Level) is { } why)
                json.Text("withheldReason", ReasonTexts.Of(why, json.Language));
        });
    }

    /// <summary>Why the profile does not report a level: with so few groups, what lasts of them is as unsure as how much they differ. Null when it does.</summary>
    internal Reason? WhyWithheld(string level) => Profile.Levels.FirstOrDefault(entry => entry.Level == level)?.Share.Reason;

    /// <summary>Every unit of every level, by level and then by id.</summary>
    // Without known chance there is no telling how sure a figure is.
    private Figure Deviation(double value) => double.IsNaN(value) ? Profile.Noise.Mean.Reason! : value;

    private IEnumerable<(string Level, string Id, int Number, UnitEstimates Estimates)> Units() =>
        from level in Enumerable.Range(0, Ids.Count)
        let estimates = Profile.Units.FirstOrDefault(entry => entry.Level == Profile.Levels[level].Level)
        where estimates is not null
        from number in Enumerable.Range(0, Ids[level].Length)
        select (estimates.Level, Ids[level][number], number, estimates);
}
