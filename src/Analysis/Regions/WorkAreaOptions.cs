// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>How much each wish counts in the score of a plan. Wishes without figures drop out, and the others are scaled up to a sum of 1.</summary>
/// <param name="H">[≥ 0] alike within areas.</param>
/// <param name="K">[≥ 0] compact: little border cut.</param>
/// <param name="B">[≥ 0] keeps to existing wijken.</param>
/// <param name="R">[≥ 0] as residents draw it.</param>
/// <param name="E">[≥ 0] no barriers inside.</param>
/// <param name="S">[≥ 0] no tiny areas.</param>
public sealed record ScoreWeights(double H = 0.25, double K = 0.20, double B = 0.15, double R = 0.15, double E = 0.15, double S = 0.10)
{
    internal double[] All => [H, K, B, R, E, S];
}

/// <summary>How work areas are drawn.</summary>
public sealed record WorkAreaOptions
{
    /// <summary>[persons] most residents of an area: the visitation committee's indication, adjustable.</summary>
    public double MaxPopulation { get; init; } = 10_000;

    /// <summary>[dwellings] most dwellings of an area; infinity for no limit.</summary>
    public double MaxDwellings { get; init; } = 4_000;

    /// <summary>What a good plan is, among feasible ones.</summary>
    public ScoreWeights Score { get; init; } = new();

    /// <summary>[areas] the number of areas to aim at; null: the fewest first, and up to a tenth more in the others.</summary>
    public int? Target { get; init; }

    /// <summary>[proposals] how many different proposals to choose, at least 1.</summary>
    public int Alternatives { get; init; } = 4;

    /// <summary>[steps] how long to look for fewer areas; null: in proportion to the map. The same number gives the same plans on any machine.</summary>
    public int? Iterations { get; init; }

    /// <summary>[share] tells which part of the time that may be spent has passed: from 0, and from 1 it is over. Asked now and then, from several
    /// threads; the search then ends with a warning. Null: no limit. (This library knows no clock; its caller does.)</summary>
    public Func<double>? TimeUsed { get; init; }

    /// <summary>Whether units where nobody lives may join others that do not touch. Off, so that a lake does not glue two wijken.</summary>
    public bool UninhabitedCarry { get; init; }

    /// <summary>Start of the random streams.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>How many threads may be used; the result does not depend on it. 0 = all cores.</summary>
    public int Threads { get; init; }

    /// <summary>Areas for a team of frontline workers: "a few thousand" residents, no limit to the dwellings.</summary>
    public static WorkAreaOptions ForFrontlineTeams { get; } = new() { MaxPopulation = 3_000, MaxDwellings = double.PositiveInfinity };

    internal void Check()
    {
        if (!(MaxPopulation > 0) || !(MaxDwellings > 0))
            throw new ArgumentException($"Ceilings are above 0, but these are {MaxPopulation} residents and {MaxDwellings} dwellings.");
        if (Target is < 1 || Alternatives < 1 || Iterations is < 0)
            throw new ArgumentException("A target and a number of alternatives are at least 1, iterations at least 0.");
        if (Score.All.Any(weight => !double.IsFinite(weight) || weight < 0) || Score.All.Sum() <= 0)
            throw new ArgumentException("Weights of the score are 0 or more, and one is above 0.");
    }
}
