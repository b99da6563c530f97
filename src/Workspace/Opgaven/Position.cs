// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Opgaven;

/// <summary>What a group wants, next to what other groups want. Never merged, averaged, counted or voted on; so it has no number and no change.</summary>
public sealed class Position : Item, INeverChanges
{
    private Position()
    {
    }

    public Guid OpgaveId { get; private set; }

    /// <summary>A group (the young, the shopkeepers), no person.</summary>
    public string Group { get; private set; } = "";

    public string Text { get; private set; } = "";

    protected override string Kind => "position";

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<Position> Of(Guid opgave, string group, string text, Act act)
    {
        if (Words.Missing(("group", group), ("position", text)) is { } missing)
            return missing;

        var position = new Position { OpgaveId = opgave, Group = group.Trim(), Text = text.Trim() };
        position.Begin(act);
        position.Tell("position", null, position.Group, position.Text, act);
        return position;
    }
}
