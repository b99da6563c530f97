// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Directions;

/// <summary>An opgave that goes by a vision, and why.</summary>
public sealed class VisionUse : Item
{
    private VisionUse()
    {
    }

    public Guid OpgaveId { get; private set; }

    public Guid VisionId { get; private set; }

    protected override string Kind => "visionUse";

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<VisionUse> Of(Guid opgave, Vision vision, IReadOnlyList<VisionUse> known, string because, Act act)
    {
        if (vision.State != ForceState.InForce)
            return new Reason("vision-not-in-force", "Only a vision that is in force can be gone by.");
        if (known.Any(use => use.VisionId == vision.Id))
            return new Reason("vision-used-already", "This opgave goes by that vision already.");
        if (Words.Missing(("because", because)) is { } missing)
            return missing;

        var use = new VisionUse { OpgaveId = opgave, VisionId = vision.Id };
        use.Begin(act);
        use.Tell("vision", null, vision.Theme ?? vision.AreaCode, because.Trim(), act);
        return use;
    }
}
