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
public sealed class Direction : Enacted
{
    private Direction()
    {
    }

    public string Text { get; private set; } = "";

    public CoreValues CoreValues { get; private set; } = CoreValues.None;

    protected override Life<ForceState> Life => Lives.Direction;

    public static Outcome<Direction> Draft(string text, IReadOnlyList<CoreValue> values, Act act)
    {
        if (Refused(text, values) is { } refusal)
            return refusal;

        var direction = new Direction();
        direction.Say(text, values);
        direction.BeginAs(ForceState.Draft, direction.Text, act);
        return direction;
    }

    /// <summary>As long as it is a draft.</summary>
    public Outcome<HistoryEntry> Rewrite(string text, IReadOnlyList<CoreValue> values, Act act)
    {
        if ((CannotRewrite() ?? Refused(text, values)) is { } refusal)
            return refusal;

        Say(text, values);
        return Rewritten(Text, act);
    }

    private void Say(string text, IReadOnlyList<CoreValue> values) => (Text, CoreValues) = (text.Trim(), new CoreValues([.. values.Distinct().Order()]));

    private static Reason? Refused(string text, IReadOnlyList<CoreValue> values)
    {
        if (Words.Missing(("direction", text)) is { } missing)
            return missing;
        // A target with a number in it would steer after all, whatever the fields are called.
        if (text.Any(char.IsDigit))
            return new Reason("direction-in-words", "A direction says where to in words; it has no number in it.");
        return values.Count == 0 || !values.All(Enum.IsDefined)
            ? new Reason("direction-needs-core-value", "Choose at least one core value: networks, creativity, decisiveness.")
            : null;
    }
}
