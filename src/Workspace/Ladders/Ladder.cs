// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Ladders;

/// <summary>One rung: which level, what it is called here, and on which side of the wijk it lies.</summary>
/// <param name="Id">Level id, <c>buurt</c>.</param>
/// <param name="Name">What this municipality calls it.</param>
/// <param name="Rank">Rising from fine to coarse.</param>
/// <param name="IsSupraLocal">Above the wijk.</param>
public sealed record LadderLevel(string Id, string Name, double Rank, bool IsSupraLocal);

/// <summary>The levels of a municipality, fine to coarse.</summary>
public sealed record LadderLevels(IReadOnlyList<LadderLevel> Levels) : IWrittenAsJson
{
    /// <summary>What holds as long as a municipality chose nothing: the nine known levels.</summary>
    public static LadderLevels Known { get; } = new(
    [
        .. new[] { "cell", "buurt", "wijk", "stadsdeel", "gemeente", "regio", "provincie", "rijk", "eu" }
            .Select(id => AdviceLevel.Known(id)!).Select(level => new LadderLevel(level.Id, level.Id, level.Rank, level.IsSupraLocal)),
    ]);

    public LadderLevel? Find(string id) => Levels.FirstOrDefault(level => level.Id == id);

    /// <summary>The level, or a refusal that names those there are.</summary>
    public Outcome<LadderLevel> Require(string? id) => id is not null && Find(id) is { } found
        ? found
        : new Reason("level-not-on-ladder", $"The ladder has no level '{id}'; it has {string.Join(", ", Levels.Select(level => level.Id))}.")
        {
            Arguments = [id ?? "", string.Join(", ", Levels.Select(level => level.Id))],
        };
}

/// <summary>A version of the ladder. A new one never changes what was made with an older one.</summary>
public sealed class Ladder : Enacted
{
    private Ladder()
    {
    }

    public string Name { get; private set; } = "";

    public LadderLevels Rungs { get; private set; } = LadderLevels.Known;

    protected override Life<ForceState> Life => Lives.Ladder;

    public static Outcome<Ladder> Draft(string name, IReadOnlyList<LadderLevel> levels, Act act)
    {
        if (Words.Missing(("name", name)) is { } missing)
            return missing;
        if (levels.Select(level => level.Id).Distinct(StringComparer.Ordinal).Count() != levels.Count || levels.Any(level => string.IsNullOrWhiteSpace(level.Id))
            || levels.Select(level => level.Rank).Distinct().Count() != levels.Count)
            return new Reason("ladder-not-usable", "Every level stands on the ladder once, with a rank of its own.");
        if (!levels.Any(level => level.IsSupraLocal))
            return new Reason("no-supra-local-level", "No level above the wijk stands on this ladder; every approach has a supra-local part.");

        var ladder = new Ladder { Name = name.Trim(), Rungs = new LadderLevels([.. levels.OrderBy(level => level.Rank)]) };
        ladder.BeginAs(ForceState.Draft, ladder.Name, act);
        return ladder;
    }
}
