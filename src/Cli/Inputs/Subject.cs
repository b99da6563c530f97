// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Inputs;

/// <summary>The units that the options name with the figure that is looked at, before anybody is left out.</summary>
/// <param name="Ids">Sorted (ordinal).</param>
/// <param name="Values">The figure; the number of cases when there are denominators. Meaningless where excluded.</param>
/// <param name="Denominators">One a unit; empty when the figure is used as it is.</param>
/// <param name="Why">Why a unit is left out; <see cref="ExclusionReason.None"/> when it is not.</param>
/// <param name="Name">The figure, for people.</param>
internal sealed record Subject(string[] Ids, double[] Values, double[] Denominators, ExclusionReason[] Why, string Name)
{
    /// <summary>Borders; null when there is no map.</summary>
    internal Borders? Borders { get; init; }

    /// <summary>Points in metres; null when none were named.</summary>
    internal (double[] X, double[] Y)? Points { get; init; }

    /// <summary>The group of each unit, when one was asked for.</summary>
    internal string?[] Groups { get; init; } = [];

    /// <summary>Whether the cases are events, which may be more than people.</summary>
    internal bool IsCount { get; init; }

    /// <summary>Points at the cell of a unit with more cases than people.</summary>
    internal Func<int, Reason> TooManyCases { get; init; } = unit => new Reason("more-cases-than-people", $"There are more cases than people in unit {unit}; a proportion is at most 1.");

    /// <summary>How many cases are expected in each unit, when a column says so.</summary>
    internal double[] Expected { get; init; } = [];

    /// <summary>Points at the cell of a unit with a part of a case; null when the cases are shares of people.</summary>
    internal Func<int, Reason>? NotWholeCases { get; init; }

    internal JoinReport? Join { get; init; }

    internal IReadOnlyList<Warning> Warnings { get; init; } = [];
}
