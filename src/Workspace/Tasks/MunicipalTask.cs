// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Tasks;

public enum Steering
{
    Central,
    ByArea,
    Mixed,
}

/// <summary>A task in the register: steered centrally, by area, or mixed, with the room for tailor-made answers.</summary>
public sealed class MunicipalTask : Enacted
{
    private MunicipalTask()
    {
    }

    public string Name { get; private set; } = "";

    public Steering Steering { get; private set; }

    /// <summary>The organisation that answers for it.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>What can be done for one street or one person, in words.</summary>
    public string? RoomForTailoring { get; private set; }

    protected override Life<ForceState> Life => Lives.MunicipalTask;

    public static Outcome<MunicipalTask> Draft(string name, Steering steering, Guid? owner, string? roomForTailoring, Act act)
    {
        if (Refused(name, steering, owner, roomForTailoring) is { } refusal)
            return refusal;

        var task = new MunicipalTask();
        task.Say(name, steering, owner, roomForTailoring);
        task.BeginAs(ForceState.Draft, task.Name, act);
        return task;
    }

    /// <summary>As long as it is a draft.</summary>
    public Outcome<HistoryEntry> Rewrite(string name, Steering steering, Guid? owner, string? roomForTailoring, Act act)
    {
        if ((CannotRewrite() ?? Refused(name, steering, owner, roomForTailoring)) is { } refusal)
            return refusal;

        Say(name, steering, owner, roomForTailoring);
        return Rewritten(Name, act);
    }

    private void Say(string name, Steering steering, Guid? owner, string? roomForTailoring) =>
        (Name, Steering, Owner, RoomForTailoring) = (name.Trim(), steering, owner, string.IsNullOrWhiteSpace(roomForTailoring) ? null : roomForTailoring.Trim());

    private static Reason? Refused(string name, Steering steering, Guid? owner, string? roomForTailoring)
    {
        if (Words.Missing(("name", name)) is { } missing)
            return missing;
        if (!Enum.IsDefined(steering))
            return new Reason("text-missing", "Fill in: steering.") { Arguments = [new Texts.Term("text.steering")] };
        if (steering != Steering.ByArea && owner is null)
            return new Reason("task-needs-owner", "A task that is steered centrally has an owner who answers.");
        return steering != Steering.ByArea && string.IsNullOrWhiteSpace(roomForTailoring)
            ? new Reason("task-needs-room", "Say what room there is for a tailor-made answer.")
            : Words.TooLong("room", roomForTailoring);
    }
}
