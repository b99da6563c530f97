// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;

namespace Schakel.Cli.Settings;

/// <summary>The options of <c>profile</c> alone.</summary>
internal sealed class ProfileSettings(SettingFactory make)
{
    internal Setting<string[]?> Cases { get; } = make.List("--cases", Topic.Figures, "COLUMN[,COLUMN2]", make.Say[
        "Kolom met het aantal gevallen. Twee kolommen: twee jaren van dezelfde eenheden.", "Column with the number of cases. Two columns: two years of the same units."]);

    internal Setting<string[]?> Population { get; } = make.List("--population", Topic.Figures, "COLUMN[,COLUMN2]", make.Say[
        "Kolom met het aantal waarop gedeeld wordt.", "Column with the number to divide by."]);

    internal Setting<string> Kind { get; } = make.Choice("--kind", Topic.Figures, make.Say[
        "proportion: een deel van de mensen, hooguit allemaal. count: gebeurtenissen, kunnen meer zijn dan mensen.",
        "proportion: a part of the people, at most all. count: events, may be more than people."], "proportion", "proportion", "count");

    internal Setting<string?> Value { get; } = make.Text("--value", Topic.Figures, "COLUMN", make.Say[
        "In plaats van --cases: kolom met een schatting.", "Instead of --cases: column with an estimate."]);

    internal Setting<string?> Variance { get; } = make.Text("--variance", Topic.Figures, "COLUMN", make.Say[
        "Bij --value: kolom met de steekproefvariantie, in het kwadraat van de eenheid.", "With --value: column with the sampling variance, in the square of the unit."]);

    internal Setting<double?> Phi { get; } = make.OptionalNumber("--phi", Topic.Method, "F", make.Say[
        "Hoeveel sterker de aantallen schommelen dan toeval alleen (1 of meer), bijvoorbeeld door herhaalde meldingen van één persoon. Standaard 1.",
        "How much more the counts vary than chance alone (1 or more), for example by repeated reports of one person. Default 1."],
        phi => phi >= 1, make.Say["een getal van 1 en meer", "a number of 1 and more"]);

    internal Setting<string[]?> Rounding { get; } = make.Choices("--rounding", Topic.Method, make.Say[
        "Hoe de cijfers afgerond zijn; dat is ook toeval. cases5, population5: op vijftallen. percent: op hele procenten. none: niet. "
        + "Standaard none; bij een catalogus percent als alle waarden hele procenten zijn.",
        "How the figures were rounded; that is chance too. cases5, population5: to multiples of five. percent: to whole percents. none: not at all. "
        + "Default none; with a catalogue percent when all values are whole percents."], "none", "cases5", "population5", "percent");

    internal Setting<bool> Descriptive { get; } = make.Flag("--descriptive", Topic.Method, make.Say[
        "Laat toeval buiten beschouwing: beschrijf alleen wat er dit jaar gebeurde. Dan telt elk verschil als echt.",
        "Leave chance out: describe only what happened this year. Every difference then counts as true."]);

    internal Setting<string[]?> Levels { get; } = make.List("--levels", Topic.Method, "A,B,…", make.Say[
        "Schalen van fijn naar grof: kolommen van de tabel, of schalen van de catalogus.", "Levels from fine to coarse: columns of the table, or levels of the catalogue."]);

    internal Setting<string?> Estimator { get; } = make.OptionalChoice("--estimator", Topic.Method, make.Say[
        "reml: aannemelijkste varianties. moments: zonder aanname over de verdeling. Standaard reml, en moments als meer dan 20% van de eenheden minder dan vijf gevallen verwacht.",
        "reml: most likely variances. moments: without an assumption about the distribution. Default reml, and moments when more than 20% of the units expect fewer than five cases."], "reml", "moments");

    internal Setting<string> Weights { get; } = make.Choice("--weights", Topic.Method, make.Say[
        "Gewicht van een eenheid bij moments.", "Weight of a unit under moments."], "population", "population", "equal", "inverse");

    internal Setting<bool> AllLevels { get; } = make.Flag("--all-levels", Topic.Method, make.Say[
        "Toon ook wat anders wordt achtergehouden omdat er te weinig groepen zijn.", "Show also what is otherwise withheld because there are too few groups."]);

    internal Setting<bool> Full { get; } = make.Flag("--full", Topic.Answer, make.Say[
        "Voeg de schatting van elke eenheid op elke schaal toe.", "Add the estimate of every unit at every level."], onlyOutput: true);

    internal ISetting[] Figures => [Cases, Population, Kind, Value, Variance];

    internal ISetting[] Method => [Phi, Rounding, Descriptive, Levels, Estimator, Weights, AllLevels, Full];

    /// <summary>Every column that the options name.</summary>
    internal string[] Columns(Run run) =>
        [.. run.Get(Levels) ?? [], .. run.Get(Cases) ?? [], .. run.Get(Population) ?? [], .. new[] { run.Get(Value), run.Get(Variance) }.OfType<string>()];

    /// <summary>How chance is reckoned; null when nothing was said about it.</summary>
    internal Outcome<SamplingVarianceOptions>? Chance(Run run)
    {
        var (phi, rounding, descriptive) = (run.Get(Phi), run.Get(Rounding), run.Get(Descriptive));
        if (phi is null && rounding is null && !descriptive)
            return null;
        if (descriptive && (phi is not null || rounding is not null))
            return WrongUse.With("options-exclude", $"{Descriptive.Name} and {(phi is null ? Rounding.Name : Phi.Name)} do not go together.", Descriptive.Name, phi is null ? Rounding.Name : Phi.Name);
        if (!descriptive && run.Get(Value) is not null)
            return WrongUse.With("options-exclude", $"{Value.Name} and {(phi is null ? Rounding.Name : Phi.Name)} do not go together.", Value.Name, phi is null ? Rounding.Name : Phi.Name);
        if (rounding is { Length: > 1 } && rounding.Contains("none"))
            return WrongUse.With("options-exclude", $"{Rounding.Name} none and {Rounding.Name} {rounding.First(way => way != "none")} do not go together.", $"{Rounding.Name} none", $"{Rounding.Name} {rounding.First(way => way != "none")}");

        return new SamplingVarianceOptions
        {
            Overdispersion = phi ?? 1,
            Descriptive = descriptive,
            Rounding = (rounding ?? []).Aggregate(FigureRounding.None, (ways, way) => ways | way switch
            {
                "cases5" => FigureRounding.CasesToFive,
                "population5" => FigureRounding.DenominatorToFive,
                "percent" => FigureRounding.WholePercents,
                _ => FigureRounding.None,
            }),
        };
    }

    /// <summary>Estimates alone: what takes time, intervals and ranges, is left out.</summary>
    internal static ScaleProfileOptions Fast(Run run) => new() { Intervals = false, Seed = run.Seed, Threads = run.Threads };

    internal ScaleProfileOptions Options(Run run) => new()
    {
        Estimator = run.Get(Estimator) switch { "reml" => ScaleEstimator.Reml, "moments" => ScaleEstimator.Moments, _ => ScaleEstimator.Automatic },
        Weights = run.Get(Weights) switch { "equal" => MomentWeights.Equal, "inverse" => MomentWeights.Inverse, _ => MomentWeights.Population },
        AllLevels = run.Get(AllLevels),
        Seed = run.Seed,
        Threads = run.Threads,
    };
}
