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
public sealed class MunicipalTask : Living<ForceState>
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
        if (Words.Missing(("name", name)) is { } missing)
            return missing;
        if (steering != Steering.ByArea && owner is null)
            return new Reason("task-needs-owner", "A task that is steered centrally has an owner who answers.");
        if (steering != Steering.ByArea && string.IsNullOrWhiteSpace(roomForTailoring))
            return new Reason("task-needs-room", "Say what room there is for a tailor-made answer.");
        if (Words.TooLong("room", roomForTailoring) is { } tooLong)
            return tooLong;

        var task = new MunicipalTask { Name = name.Trim(), Steering = steering, Owner = owner, RoomForTailoring = roomForTailoring?.Trim() };
        task.BeginAs(ForceState.Draft, task.Name, act);
        return task;
    }

    public Outcome<HistoryEntry> PutInForce(string because, Act act) => Move(ForceState.InForce, because, act);

    public Outcome<HistoryEntry> Replace(string because, Act act) => Move(ForceState.Replaced, because, act);
}
