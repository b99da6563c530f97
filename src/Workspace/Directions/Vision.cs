// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Directions;

/// <summary>A short shared picture of an area, a theme or both, that opgaven refer to.</summary>
public sealed class Vision : Living<ForceState>
{
    private Vision()
    {
    }

    public string? AreaCode { get; private set; }

    public string? Theme { get; private set; }

    public string Text { get; private set; } = "";

    protected override Life<ForceState> Life => Lives.Vision;

    public static Outcome<Vision> Draft(string? areaCode, string? theme, string text, Act act)
    {
        if (Words.Missing(("vision", text)) is { } missing)
            return missing;
        if (string.IsNullOrWhiteSpace(areaCode) && string.IsNullOrWhiteSpace(theme))
            return new Reason("vision-of-nothing", "A vision is about an area, a theme, or both.");

        var vision = new Vision { AreaCode = areaCode?.Trim(), Theme = theme?.Trim(), Text = text.Trim() };
        vision.BeginAs(ForceState.Draft, vision.Text, act);
        return vision;
    }

    public Outcome<HistoryEntry> PutInForce(string because, Act act) => Move(ForceState.InForce, because, act);

    public Outcome<HistoryEntry> Replace(string because, Act act) => Move(ForceState.Replaced, because, act);
}
