// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis.Clusters;

namespace Schakel.Cli.Scanning;

/// <summary>The options of <c>scan</c>: clusters in place, or with <c>--space-time</c> in place and time.</summary>
internal sealed class ScanSettings(SettingFactory make)
{
    private const double UsualPopulation = 25_000;

    private const string Gumbel = "gumbel", MonteCarlo = "monte-carlo";

    internal ProfileSettings Cases { get; } = new(make);

    internal Setting<string?> Expected { get; } = make.Text("--expected", Topic.Figures, "COLUMN", make.Say[
        "In plaats van of naast --population: kolom met het verwachte aantal gevallen. Met --population erbij telt die alleen voor de grens aan de grootte.",
        "Instead of or beside --population: column with the expected number of cases. With --population too, that only counts for the limit to the size."]);

    internal Setting<string?> Zones { get; } = make.Text("--zones", Topic.Figures, "COLUMN", make.Say[
        "Kolom met de indeling, bijvoorbeeld de wijk: zegt van elk cluster of het over een grens heen ligt. Bij een catalogus: een schaal.",
        "Column with the division, for example the district: tells of each cluster whether it lies across a border. With a catalogue: a level."]);

    internal Setting<bool> SpaceTime { get; } = make.Flag("--space-time", Topic.Method, make.Say[
        "Zoek in plaats en tijd, in een tabel met een regel per gebeurtenis. Inwoners zijn dan niet nodig.",
        "Look in place and time, in a table with a line for each event. Residents are not needed then."]);

    internal Setting<string?> Date { get; } = make.Text("--date", Topic.Figures, "COLUMN", make.Say[
        "Bij --space-time: kolom met de dag van de gebeurtenis.", "With --space-time: column with the day of the event."]);

    internal Setting<int[]?> Windows { get; } = make.Wholes("--windows", Topic.Method, "D1,D2,…", make.Say[
        "Bij --space-time: lengtes van het tijdvak in dagen, alle eindigend op de laatste dag. Zonder deze optie 1,7,28.",
        "With --space-time: lengths of the window in days, all ending on the last day. Without it 1,7,28."], 1);

    internal Setting<DateOnly?> End { get; } = make.Day("--end", Topic.Method, make.Say[
        "Bij --space-time: de dag waarop gekeken wordt. Zonder deze optie de laatste dag in de tabel.",
        "With --space-time: the day of looking. Without it the last day of the table."]);

    internal Setting<double> LargestShare { get; } = make.Number("--max-share", Topic.Method, "F", make.Say[
        "Een cluster bevat hooguit dit deel van alle verwachte gevallen (bij --space-time: van alle gebeurtenissen).",
        "A cluster holds at most this share of all expected cases (with --space-time: of all events)."],
        0.2, share => share is > 0 and <= 1, make.Say["een getal boven 0 en hooguit 1", "a number above 0 and at most 1"]);

    internal Setting<Ceiling> LargestPopulation { get; } = make.Ceiling("--max-population", Topic.Method, make.Say[
        "Een cluster heeft hooguit zo veel inwoners. Een groter cluster is geen plek meer om iets te doen.",
        "A cluster has at most so many residents. A larger one is no longer a place to do something."], UsualPopulation);

    internal Setting<double> Dispersion { get; } = make.Number("--phi", Topic.Method, "F", make.Say[
        "Hoeveel meer de aantallen schommelen dan toeval alleen: boven 1.2 telt het verschil zo veel keer minder.",
        "How much more counts vary than chance alone: above 1.2 the difference counts so many times less."],
        1, factor => factor >= 1, make.Say["een getal van 1 en meer", "a number of 1 and more"]);

    internal Setting<int> Permutations { get; } = make.Whole("--permutations", Topic.Chance, "N", make.Say[
        "Hoe vaak de gevallen door het toeval worden verdeeld.", "How often chance deals out the cases."], 199, 19, 9_999_999);

    internal Setting<string> NullDistribution { get; } = make.Choice("--null-distribution", Topic.Chance, make.Say[
        "gumbel: p uit de staart van een verdeling die bij het toeval past; weinig herhalingen zijn genoeg. monte-carlo: p is een deel van de herhalingen; neem dan --permutations 999.",
        "gumbel: p from the tail of a distribution that fits chance; few repetitions will do. monte-carlo: p is a share of the repetitions; then take --permutations 999."],
        Gumbel, Gumbel, MonteCarlo);

    internal Setting<int> Most { get; } = make.Whole("--most", Topic.Answer, "N", make.Say[
        "Hoeveel clusters er hooguit genoemd worden, het sterkste eerst.", "How many clusters are listed at most, the strongest first."], 10, 1);

    /// <summary>An option that asks for what <c>--space-time</c> cannot do. One that only says the default, as the record of an answer does, asks for nothing.</summary>
    internal Option? StrangeInTime(Run run) =>
        Array.Find<Option>([Cases.Cases, Cases.Population, Expected, Zones], run.IsGiven)
        ?? (run.Get(LargestPopulation).Most != UsualPopulation ? LargestPopulation
            : run.Get(Dispersion) != 1 ? Dispersion
            : run.Get(NullDistribution) != Gumbel ? NullDistribution
            : null as Option);

    /// <summary>Options that only mean something with <c>--space-time</c>.</summary>
    internal Option[] OnlyInTime => [Date, Windows, End];

    internal ISetting[] All =>
        [Cases.Cases, Cases.Population, Expected, Zones, Date, SpaceTime, LargestShare, LargestPopulation, Dispersion, Windows, End, Permutations, NullDistribution, Most];

    internal PoissonScanOptions Options(Run run) => new()
    {
        LargestShare = run.Get(LargestShare),
        LargestPopulation = run.Get(LargestPopulation).Most,
        Replicates = run.Get(Permutations),
        Chance = run.Get(NullDistribution) == Gumbel ? ScanChance.Gumbel : ScanChance.MonteCarlo,
        Dispersion = run.Get(Dispersion),
        MostClusters = run.Get(Most),
        Seed = run.Seed,
        Threads = run.Threads,
    };
}
