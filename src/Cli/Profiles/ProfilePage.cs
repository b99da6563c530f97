// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Profiles;

/// <summary>A profile as people read it: a bar a level, chance apart, and what it does not say.</summary>
internal static class ProfilePage
{
    private const int BarWidth = 24;

    internal static void Write(TextPage page, ProfileReport report)
    {
        var profile = report.Profile;
        page.Title(report.Study is { } study
            ? page.Say($"Schaalprofiel: {study.Indicator.TitleNl} ({report.Title}), {study.Year}", $"Scale profile: {study.Indicator.TitleEn} ({report.Title}), {study.Year}")
            : page.Say($"Schaalprofiel: {report.Title}", $"Scale profile: {report.Title}"));
        page.Line(page.Say("Waar liggen de echte verschillen?", "Where do the true differences lie?"));
        page.Line();
        page.Table(
            [page.Say("schaal", "level"), page.Say(">groepen", ">groups"), page.Say(">deel", ">share"), page.Say("aannemelijk", "plausible"), ""],
            [.. profile.Levels.Select(level => Row(page, level, isAlone: profile.ShareOf.Count == 1))]);
        if (profile.ShareOf is [var only])
            page.Line(page.Say(
                $"Alleen {only} is te schatten, dus elk echt verschil staat daar. Hoe groot dat is: variantie {Spread(page, profile, only)}.",
                $"Only {only} can be estimated, so every true difference stands there. How large it is: variance {Spread(page, profile, only)}."));
        Chance(page, profile.Noise);
        page.Line();
        page.Line(page.Say("Dit zegt waar het zich laat zien, niet waar de oorzaak ligt.", "This says where it shows, not where the cause lies."));
        if (profile.Vpc.Value is { } vpc)
            page.Line(page.Say(
                $"Van alle verschillen tussen mensen hangt {About(page, vpc)} samen met de plek.", $"Of all differences between people {About(page, vpc)} goes with the place."));
        foreach (var level in profile.Levels.Where(level => level.Share.Reason is not null))
            page.Line($"  {level.Level}: {page.Reason(level.Share.Reason!)}");
        page.Line();
        page.Pairs(
            (page.Say("gemiddelde", "mean"), $"{page.Number(profile.Mean)} (± {page.Number(profile.MeanStandardError)})"),
            (page.Say("methode", "method"), profile.Estimator), ("MOR", page.Figure(profile.Mor)), ("VPC", page.Figure(profile.Vpc)));
        Lasting(page, report);
        page.Line();
        SampleAnswer.Write(page, report.Ids[0].Length, report.Excluded, report.Join);
        if (report.Excluded.Count > 0 && report.ExcludedShare.Value is { } share)
            page.Line(page.Say($"Daar woont {Part(page, share)} van de inwoners.", $"That is where {Part(page, share)} of the residents live."));
    }

    private static string Spread(TextPage page, ScaleProfileResult profile, string level) => page.Figure(profile.Levels.First(entry => entry.Level == level).Variance);

    // A level that is the only one has all of the differences by definition: a range around 100 % would pretend to know something.
    private static string[] Row(TextPage page, LevelProfile level, bool isAlone) =>
    [
        level.Level, page.Count(level.Groups), page.Figure(level.Share, page.Percent),
        !isAlone && level.Low.Value is { } low && level.High.Value is { } high ? $"{page.Percent(low)}–{page.Percent(high)}{(level.Indicative ? page.Say(" (indicatie)", " (indicative)") : "")}" : "",
        level.Share.Value is { } share ? Bar(share, '█') : level.MergedWith is { } finer ? page.Say($"samen met {finer}", $"together with {finer}") : page.Say("niet te schatten", "cannot be estimated"),
    ];

    private static void Chance(TextPage page, NoiseProfile noise)
    {
        page.Line();
        if (noise.Share.Value is not { } share)
        {
            page.Line(page.Say("  Toeval: ", "  Chance: ") + page.Reason(noise.Share.Reason!));
            return;
        }

        page.Line(page.Say($"  Toeval: {page.Percent(share)} van wat u ziet  {Bar(share, '▒')}", $"  Chance: {page.Percent(share)} of what you see  {Bar(share, '▒')}"));
    }

    private static void Lasting(TextPage page, ProfileReport report)
    {
        if (report.Stability is null || !report.Stability.TryGet(out var lags, out _))
            return;

        page.Line();
        page.Line(page.Say("Wat blijft er van de verschillen over de jaren?", "What lasts of the differences over the years?"));
        foreach (var level in lags[0].Levels)
            page.Line($"  {level.Level}: {(report.WhyWithheld(level.Level) is { } why ? page.Reason(why) : page.Figure(level.Value, page.Percent))}");
    }

    private static string Part(TextPage page, double fraction) => fraction is > 0 and < 0.01
        ? page.Say("minder dan 1%", "less than 1%")
        : ReadableNumber.Percent(fraction, page.Language);

    private static string About(TextPage page, double fraction) => fraction is > 0 and < 0.01 ? Part(page, fraction) : page.Say("ongeveer ", "about ") + Part(page, fraction);

    private static string Bar(double share, char block) => new(block, (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth));
}
