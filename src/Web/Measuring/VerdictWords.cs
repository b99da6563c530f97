// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Displacement;
using Schakel.Web.Texts;
using Schakel.Workspace.Measuring;

namespace Schakel.Web.Measuring;

/// <summary>A measured waterbed in the words of the page: first what may be said, then what could not have been seen.</summary>
internal static class VerdictWords
{
    private static readonly (double Share, string Key)[] shares = [(0.25, "quarter"), (1.0 / 3, "third"), (0.5, "half"), (2.0 / 3, "twoThirds"), (0.75, "threeQuarters"), (0.8, "fourFifths"), (1, "all")];

    /// <summary>The sentence first: what happened here, and around it. Relief and shift are never added up.</summary>
    internal static string Headline(ScreenTexts texts, DisplacementMeasurement measured) => $"{Here(texts, measured)} {Around(texts, measured)}";

    internal static IReadOnlyList<ChangeRow> Rows(ScreenTexts texts, DisplacementMeasurement measured, bool before = false)
    {
        ChangeRow Row(string part, DisplacementEffect effect, double unseen) =>
            new(texts[$"shift.{part}"], texts[$"shift.{part}.detail"], before ? null : effect.Estimate, effect.Low, effect.High, unseen);
        var rows = new List<ChangeRow> { Row("local", measured.Local, measured.Mde.Local) };
        if (measured.Ring is { } ring)
            rows.AddRange([Row("ring", ring, measured.Mde.Ring.Value!.Value), Row("total", measured.Total, measured.Mde.Total)]);
        return rows;
    }

    /// <summary>The controls differ much in size from what they are compared with: then equal changes are no equal shares.</summary>
    internal static bool Uneven(ZoneCounts before) => Apart(before.Treated, before.Control) || Apart(before.Ring, before.RingControl);

    private static bool Apart(double one, double other) => Math.Max(one, other) > 2 * Math.Min(one, other);

    private static string Here(ScreenTexts texts, DisplacementMeasurement measured) =>
        texts[measured.Verdict.Power == "too-few-cases" ? "verdict.local.tooFew" : $"verdict.local.{measured.Verdict.Local}"];

    private static string Around(ScreenTexts texts, DisplacementMeasurement measured)
    {
        if (measured.Verdict.Ring is not { } word)
            return "";
        if (word != "displacement" || measured.Verdict.Local != "reduction" || measured.Ratios.Displacement.Estimate.Value is not { } share)
            return texts[$"verdict.ring.{word}"];

        var words = share > 1.1 ? "more" : share < 0.2 ? "little" : shares.MinBy(known => Math.Abs(known.Share - share)).Key;
        return texts["verdict.ring.share", texts[$"share.{words}"]];
    }
}
