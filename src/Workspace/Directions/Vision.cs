// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Directions;

/// <summary>A short shared picture of an area, a theme or both, that opgaven refer to.</summary>
public sealed class Vision : Enacted
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
        if (Refused(areaCode, theme, text) is { } refusal)
            return refusal;

        var vision = new Vision();
        vision.Say(areaCode, theme, text);
        vision.BeginAs(ForceState.Draft, vision.Text, act);
        return vision;
    }

    /// <summary>As long as it is a draft.</summary>
    public Outcome<HistoryEntry> Rewrite(string? areaCode, string? theme, string text, Act act)
    {
        if ((CannotRewrite() ?? Refused(areaCode, theme, text)) is { } refusal)
            return refusal;

        Say(areaCode, theme, text);
        return Rewritten(Text, act);
    }

    /// <summary>A vision is written by two; its story names the second by function.</summary>
    public HistoryEntry WrittenWith(string function, Act act) => Tell("with", null, function, function, act);

    private void Say(string? areaCode, string? theme, string text) => (AreaCode, Theme, Text) = (Given(areaCode), Given(theme), text.Trim());

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Reason? Refused(string? areaCode, string? theme, string text) =>
        Words.Missing(("vision", text)) is { } missing ? missing
        : Given(areaCode) is null && Given(theme) is null ? new Reason("vision-of-nothing", "A vision is about an area, a theme, or both.")
        : Words.TooLong("theme", theme);
}
