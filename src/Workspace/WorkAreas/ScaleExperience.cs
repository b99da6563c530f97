// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.WorkAreas;

public enum ExperiencedSize
{
    TooLarge,
    Right,
    TooSmall,
}

/// <summary>How a team found the size of its area, and why. Shared next to others, never ranked; it names no author.</summary>
public sealed class ScaleExperience : Item
{
    private ScaleExperience()
    {
    }

    public string AreaCode { get; private set; } = "";

    public ExperiencedSize Size { get; private set; }

    public string Because { get; private set; } = "";

    protected override string Kind => "scaleExperience";

    public static Outcome<ScaleExperience> Tell(string areaCode, ExperiencedSize size, string because, Act act)
    {
        if (Words.Missing(("areaCode", areaCode), ("because", because)) is { } missing)
            return missing;

        var experience = new ScaleExperience { AreaCode = areaCode, Size = size, Because = because.Trim() };
        experience.Begin(act);
        return experience;
    }
}
