// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary>The options that drawing areas and checking them share: who lives in the units, what divides them, how large an area may be.</summary>
internal sealed class GroundSettings
{
    /// <summary>Words instead of a file of lines: none, or those of the catalogue.</summary>
    internal const string NoLines = "none", OfCatalogue = "catalogue";

    private readonly SharedSettings shared;

    internal GroundSettings(SharedSettings shared)
    {
        this.shared = shared;
        var make = shared.Make;
        Population = make.Text("--population", Topic.Figures, "COLUMN", make.Say["Kolom met het aantal inwoners.", "Column with the number of residents."]);
        Dwellings = make.Text("--dwellings", Topic.Figures, "COLUMN", make.Say[
            "Kolom met het aantal woningen. Zonder deze optie wordt alleen op inwoners gelet.", "Column with the number of dwellings. Without it only residents count."]);
        MaxPopulation = make.Ceiling("--max-population", Topic.Method, make.Say["Hooguit zo veel inwoners in een gebied.", "At most so many residents in an area."], 10_000);
        MaxDwellings = make.Ceiling("--max-dwellings", Topic.Method, make.Say["Hooguit zo veel woningen in een gebied.", "At most so many dwellings in an area."], 4_000);
        Team = make.Flag("--team", Topic.Method, make.Say[
            "Gebieden voor een team van frontlijnwerkers: hooguit 3000 inwoners, geen grens aan de woningen.", "Areas for a team of frontline workers: at most 3000 residents, no limit to the dwellings."]);
        Barriers = make.Text("--barriers", Topic.Graph, "FILE[:LAYER]|none", make.Say[
            "Lijnen die scheiden, met eventueel een kolom class: rail, motorway, trunk, water (hard, ook zonder class) of soft. Over een harde lijn zonder oversteek wordt niets samengevoegd. Bij een catalogus: die van de catalogus, tenzij hier een bestand of none staat.",
            "Lines that divide, perhaps with a column class: rail, motorway, trunk, water (hard, also without a class) or soft. Nothing is joined over a hard line without a crossing. With a catalogue: those of the catalogue, unless a file or none stands here."]);
        Links = make.Text("--links", Topic.Graph, "FILE[:LAYER]|none", make.Say[
            "Lijnen die verbinden: bruggen, tunnels, veren. Waar ze een barrière kruisen, zijn ze een oversteek. Bij een catalogus: die van de catalogus, tenzij hier een bestand of none staat.", "Lines that join: bridges, tunnels, ferries. Where they cross a barrier they are a crossing. With a catalogue: those of the catalogue, unless a file or none stands here."]);
        Carry = make.Flag("--uninhabited-carry", Topic.Graph, make.Say[
            "Eenheden waar niemand woont mogen een gebied bijeenhouden. Anders lijmt een meer geen twee wijken.", "Units where nobody lives may hold an area together. Otherwise a lake does not glue two districts."]);
        Neighbours = make.Text("--neighbours", Topic.Graph, "FILE", make.Say[
            "Eigen buren in plaats van grenzen: CSV met kolommen from,to en eventueel weight (meters gedeelde grens).", "Own neighbours instead of borders: CSV with columns from,to and optionally weight (metres of shared border)."]);
    }

    internal Setting<string?> Population { get; }

    internal Setting<string?> Dwellings { get; }

    internal Setting<Ceiling> MaxPopulation { get; }

    internal Setting<Ceiling> MaxDwellings { get; }

    internal Setting<bool> Team { get; }

    internal Setting<string?> Barriers { get; }

    internal Setting<string?> Links { get; }

    internal Setting<bool> Carry { get; }

    internal Setting<string?> Neighbours { get; }

    /// <summary>Units, without points: an area has borders or named neighbours.</summary>
    internal ISetting[] Units => [shared.Units.Areas, shared.Units.Id, shared.Units.Table, shared.Units.TableId, .. shared.Catalogue.All];

    internal ISetting[] Graph => [Barriers, Links, Carry, Neighbours];

    internal ISetting[] Limits => [MaxPopulation, MaxDwellings, Team];

    /// <summary>The ceilings, and whether empty units carry.</summary>
    internal Outcome<WorkAreaOptions> Options(Run run)
    {
        var carry = run.Get(Carry);
        if (run.Get(Team))
            return Array.Find([MaxPopulation, MaxDwellings], run.IsGiven) is { } given
                ? WrongUse.With("options-exclude", $"{Team.Name} and {given.Name} do not go together.", Team.Name, given.Name)
                : WorkAreaOptions.ForFrontlineTeams with { UninhabitedCarry = carry };
        return new WorkAreaOptions
        {
            MaxPopulation = run.Get(MaxPopulation).Most ?? double.PositiveInfinity,
            MaxDwellings = run.Get(MaxDwellings).Most ?? double.PositiveInfinity,
            UninhabitedCarry = carry,
        };
    }
}
