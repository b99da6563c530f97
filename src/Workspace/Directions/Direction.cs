// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Directions;

public enum CoreValue
{
    Networks,
    Creativity,
    Decisiveness,
}

/// <summary>The core values a direction stands for.</summary>
public sealed record CoreValues(IReadOnlyList<CoreValue> Values) : IWrittenAsJson
{
    public static CoreValues None { get; } = new([]);
}

/// <summary>An objective in words: where to, and out of which conviction. It has no number and no person.</summary>
public sealed class Direction : Living<ForceState>
{
    private Direction()
    {
    }

    public string Text { get; private set; } = "";

    public CoreValues CoreValues { get; private set; } = CoreValues.None;

    protected override Life<ForceState> Life => Lives.Direction;

    public static Outcome<Direction> Draft(string text, IReadOnlyList<CoreValue> values, Act act)
    {
        if (Words.Missing(("direction", text)) is { } missing)
            return missing;
        if (values.Count == 0 || !values.All(Enum.IsDefined))
            return new Reason("direction-needs-core-value", "Choose at least one core value: networks, creativity, decisiveness.");

        var direction = new Direction { Text = text.Trim(), CoreValues = new CoreValues([.. values.Distinct().Order()]) };
        direction.BeginAs(ForceState.Draft, direction.Text, act);
        return direction;
    }

    public Outcome<HistoryEntry> PutInForce(string because, Act act) => Move(ForceState.InForce, because, act);

    public Outcome<HistoryEntry> Replace(string because, Act act) => Move(ForceState.Replaced, because, act);
}
