// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Displacement;

namespace Schakel.Cli.Waterbed;

/// <summary>The options of <c>waterbed</c>.</summary>
internal sealed class WaterbedSettings(SettingFactory make)
{
    // Nobody counts further or measures finer; beyond these, squares of quotients leave the numbers that exist.
    private const double Most = 1e15, Least = 1e-15, MostPhi = 1e4;

    internal Setting<double[]?> Counts { get; } = make.Numbers("--counts", Topic.Figures, "T0,T1,C0,C1[,D0,D1,DC0,DC1]", make.Say[
        "Aantallen voor en na: waar iets is gedaan, de controle, en als die geteld zijn de ring en de controle van de ring.",
        "Counts before and after: where something was done, its control and, if counted, the ring and the ring's control."],
        Countable, make.Say["aantallen van 0 en meer", "counts of 0 and more"]);

    internal Setting<double?> Phi { get; } = make.OptionalNumber("--phi", Topic.Figures, "F", make.Say[
        "Hoeveel sterker de aantallen schommelen dan toeval alleen (1 of meer). Zonder deze optie: 1, met 2 ernaast.",
        "How much more the counts vary than chance alone (1 or more). Without it: 1, with 2 beside it."],
        phi => phi is >= 1 and <= MostPhi, make.Say["een getal van 1 tot en met 10000", "a number from 1 to 10000"]);

    internal Setting<double[]?> AreaSizes { get; } = make.Numbers("--area-weights", Topic.Figures, "T,C[,D,DC]", make.Say[
        "Omvang van gebied, controle, ring en controle van de ring, in dezelfde eenheid; elk aantal wordt erdoor gedeeld.",
        "Size of area, control, ring and ring's control, in one unit; each count is divided by it."],
        size => size is >= Least and <= Most, make.Say["getallen boven 0", "numbers above 0"]);

    internal Setting<double[]?> PeriodLengths { get; } = make.Numbers("--time-weights", Topic.Figures, "B,A", make.Say[
        "Lengte van de periode ervoor en erna, in dezelfde eenheid.", "Length of the period before and after, in one unit."],
        length => length is >= Least and <= Most, make.Say["getallen boven 0", "numbers above 0"]);

    internal Setting<double[]?> Earlier { get; } = make.Numbers("--earlier", Topic.Figures, "N,N,…", make.Say[
        "Aantallen in het gebied in eerdere perioden van dezelfde lengte, om een toevallige piek te herkennen.",
        "Counts of the area in earlier periods of the same length, to recognise a chance peak."],
        Countable, make.Say["aantallen van 0 en meer", "counts of 0 and more"]);

    internal Setting<string?> Rings { get; } = make.Text("--rings", Topic.Figures, "FILE", make.Say[
        "Tabel ring,period,count; ring is 0 (het gebied), 1, 2, … of control.", "Table ring,period,count; ring is 0 (the area), 1, 2, … or control."]);

    internal Setting<string?> Reference { get; } = make.Text("--reference", Topic.Figures, "P", make.Say[
        "Laatste periode voordat er iets werd gedaan.", "Last period before anything was done."]);

    internal Setting<string?> Exposure { get; } = make.Text("--exposure", Topic.Figures, "FILE", make.Say[
        "Tabel id,opportunities,distance: vergelijkbare gelegenheden en afstand in meters.", "Table id,opportunities,distance: similar opportunities and distance in metres."]);

    internal Setting<double?> Volume { get; } = make.OptionalNumber("--volume", Topic.Figures, "X", make.Say[
        "Hoeveel gevallen zich zouden verplaatsen.", "How many cases would move."], volume => volume is >= 0 and <= Most, make.Say["een getal van 0 en meer", "a number of 0 and more"]);

    internal Setting<double> Distance { get; } = make.Number("--lambda", Topic.Figures, "M", make.Say[
        "Afstand in meters waarover mensen gewoonlijk uitwijken: 500 voor straatproblemen, 2000 voor die van huishoudens.",
        "Distance in metres over which people usually move: 500 for problems of the street, 2000 for those of households."],
        ExposureAllocation.StreetDistanceInMetres, metres => metres is >= Least and <= Most, make.Say["een afstand boven 0", "a distance above 0"]);

    internal Setting<string[]?> Forecast { get; } = make.List("--forecast", Topic.Figures, "M,A,O,E", make.Say[
        "Vooraf, vier antwoorden 0 (nee), 1 (een beetje), 2 (ja) of unknown: is wie het veroorzaakt beweeglijk, zijn er plekken als deze dichtbij, wordt het weggedrukt in plaats van opgelost, en verschoof het eerder?",
        "Beforehand, four answers 0 (no), 1 (somewhat), 2 (yes) or unknown: is who causes it mobile, are there places like this nearby, is it pushed away instead of solved, and did it move before?"]);

    internal ISetting[] All => [Forecast, Counts, Phi, AreaSizes, PeriodLengths, Earlier, Rings, Reference, Exposure, Volume, Distance];

    private static bool Countable(double count) => count is >= 0 and <= Most;

    /// <summary>How the counts are to be read; the numbers of weights must fit the counts.</summary>
    internal Outcome<DisplacementOptions> Options(Run run, int counts)
    {
        var options = new DisplacementOptions { Overdispersion = run.Get(Phi), EarlierTreated = run.Get(Earlier) ?? [] };
        if (run.Get(AreaSizes) is { } sizes)
        {
            if (sizes.Length != counts / 2)
                return Misfit(AreaSizes.Name, counts / 2, sizes.Length);
            options = options with { AreaWeights = sizes.Length == 2 ? new AreaWeights(sizes[0], sizes[1]) : new AreaWeights(sizes[0], sizes[1], sizes[2], sizes[3]) };
        }

        if (run.Get(PeriodLengths) is not { } lengths)
            return options;
        return lengths.Length == 2 ? options with { TimeWeights = new TimeWeights(lengths[0], lengths[1]) } : Misfit(PeriodLengths.Name, 2, lengths.Length);
    }

    private static WrongUse Misfit(string option, int needed, int given) =>
        WrongUse.With("numbers-do-not-fit", $"{option} needs {needed} numbers; there are {given}.", option, needed, given);
}
