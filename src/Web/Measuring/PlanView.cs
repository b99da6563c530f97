// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Atlas;
using Schakel.Web.Opgaven;
using Schakel.Web.Texts;
using Schakel.Workspace.Measuring;

namespace Schakel.Web.Measuring;

/// <summary>What the page of a measuring plan shows.</summary>
/// <param name="Texts">Language of the reader.</param>
/// <param name="File">The plans of the opgave.</param>
/// <param name="Plan">The plan on the page; null = a new one is begun.</param>
/// <param name="Measurement">What came of it; null = not measured.</param>
/// <param name="Ground">Loaded figures and borders; null = none.</param>
/// <param name="Level">Level of the map to choose areas on.</param>
/// <param name="Tried">A form that was refused.</param>
public sealed record PlanView(
    ScreenTexts Texts, PlanFile File, MeasuringPlan? Plan, Measurement? Measurement, IGround? Ground, string Level, Tried? Tried)
{
    /// <summary>The zones, in the order of the page.</summary>
    internal static readonly string[] Zones = ["treated", "ring", "control", "ringControl"];

    internal string Base => $"/opgaven/{File.Opgave.Id}/meetplan";

    internal string Indicator(string id) => Ground?.Indicators.FirstOrDefault(known => known.Id == id) is { } known
        ? Texts.Code == "nl" ? known.TitleNl : known.TitleEn
        : id;

    internal string Period(PlanPeriod period) => period is { From: { Month: 1, Day: 1 }, To: { Month: 12, Day: 31 } }
        ? period.From.Year == period.To.Year ? Texts.Year(period.From.Year) : $"{Texts.Year(period.From.Year)}–{Texts.Year(period.To.Year)}"
        : $"{Work.Day(Texts, period.From)} – {Work.Day(Texts, period.To)}";

    internal string? Typed(string deed, string name, string? otherwise = null) => Opgaven.Tried.Value(Tried, deed, name, otherwise);

    internal static IReadOnlyList<string> Codes(PlanAreas areas, string zone) => zone switch
    {
        "treated" => areas.Treated,
        "ring" => areas.Ring,
        "control" => areas.Control,
        _ => areas.RingControl,
    };

    internal static double Count(ZoneCounts counts, string zone) => zone switch
    {
        "treated" => counts.Treated,
        "ring" => counts.Ring,
        "control" => counts.Control,
        _ => counts.RingControl,
    };
}
