// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Approaches;

public enum ChainPart
{
    Problem,
    Condition,
    Intervention,
}

/// <summary>A step of the reasoning: an intervention that makes a condition, a condition that eases the problem.</summary>
/// <param name="Number">Number inside this chain.</param>
/// <param name="Part">Which of the three.</param>
/// <param name="Text">In words.</param>
/// <param name="Level">Where, if it is said.</param>
/// <param name="Sector">Whose field, if it is said; then that sector has a seat at the table, or an empty one.</param>
public sealed record ChainStep(int Number, ChainPart Part, string Text, string? Level, string? Sector);

/// <summary>That one step helps another.</summary>
public sealed record ChainArrow(int From, int To);

/// <summary>Problem, conditions and interventions as a small graph.</summary>
public sealed record Chain(IReadOnlyList<ChainStep> Steps, IReadOnlyList<ChainArrow> Arrows) : IWrittenAsJson
{
    public static Chain Empty { get; } = new([], []);

    internal bool HasCondition => Steps.Any(step => step.Part == ChainPart.Condition);

    internal Reason? Check()
    {
        foreach (var step in Steps)
            if (Words.Missing(("step", step.Text)) is { } missing)
                return missing;
        var numbers = Steps.Select(step => step.Number).ToHashSet();
        return numbers.Count != Steps.Count || Arrows.Any(arrow => !numbers.Contains(arrow.From) || !numbers.Contains(arrow.To)) || TurnsRound()
            ? new Reason("chain-not-a-chain", "Every step has a number of its own, arrows lead from step to step, and no step helps itself.")
            : null;
    }

    // Steps that nothing unsettled leads to are taken away; a circle never empties.
    private bool TurnsRound()
    {
        var left = Arrows.ToList();
        while (left.Count > 0)
            if (left.RemoveAll(arrow => left.All(other => other.To != arrow.From)) == 0)
                return true;
        return false;
    }
}
