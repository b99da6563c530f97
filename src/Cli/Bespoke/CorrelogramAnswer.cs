// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;

namespace Schakel.Cli.Bespoke;

/// <summary>Resemblance by distance, as it is written down.</summary>
internal static class CorrelogramAnswer
{
    internal static void Write(AnswerJson json, double[] bands, Outcome<CorrelogramResult> outcome)
    {
        if (!outcome.TryGet(out var found, out var reason))
        {
            json.Null("correlogram", reason);
            json.Null("correlogramEndsAt", reason);
            return;
        }

        json.Objects("correlogram", Enumerable.Range(0, bands.Length), band =>
        {
            json.Number("from", band == 0 ? 0 : bands[band - 1]);
            json.Number("to", bands[band]);
            json.Count("pairs", found.Rings[band].Pairs);
            json.Number("cover", found.Rings[band].Cover);
            json.Figure("I", found.Rings[band].I);
            json.Figure("low", found.Rings[band].Low);
            json.Figure("high", found.Rings[band].High);
        });
        json.Figure("correlogramEndsAt", found.EndsAt);
    }

    internal static void Write(TextPage page, double[] bands, Outcome<CorrelogramResult> outcome)
    {
        page.Line();
        page.Title(page.Say("Gelijkenis naar afstand (Moran's I, met wat toeval geeft)", "Resemblance by distance (Moran's I, with what chance gives)"));
        if (!outcome.TryGet(out var found, out var reason))
        {
            page.Line(page.Reason(reason));
            return;
        }

        page.Table([page.Say(">tot (m)", ">to (m)"), page.Say(">paren", ">pairs"), ">I", page.Say("toeval", "chance")],
            [.. found.Rings.Select((ring, band) => new[]
            {
                page.Number(bands[band]), page.Count(ring.Pairs), page.Figure(ring.I, value => page.Number(value, 3)),
                ring is { Low.Value: { } low, High.Value: { } high } ? $"{page.Number(low, 3)} {page.Say("tot", "to")} {page.Number(high, 3)}" : "–",
            })]);
        if (found.Rings.Select(ring => ring.I.Reason).FirstOrDefault(why => why is not null) is { } thin)
            page.Line("  – " + page.Reason(thin));
        page.Line(found.EndsAt.Value is { } end
            ? page.Say($"Vanaf de band tot {page.Count((long)Math.Round(end))} meter is er geen gelijkenis meer dan toeval geeft.", $"From the band to {page.Count((long)Math.Round(end))} metres on there is no more resemblance than chance gives.")
            : page.Reason(found.EndsAt.Reason!));
    }
}
