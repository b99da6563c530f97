// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Waterbed;

/// <summary><c>schakel waterbed</c>: did it help here, and did it come back next door?</summary>
internal static class WaterbedCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var settings = new WaterbedSettings(runner.Make);
        var command = new ManualCommand("waterbed", runner.Say("Hielp het hier, en kwam het hiernaast terug?", "Did it help here, and did it come back next door?"))
        {
            Synopsis = "--counts T0,T1,C0,C1[,D0,D1,DC0,DC1] | --rings FILE --reference P | --exposure FILE --volume X",
            Text = runner.Say(
                "Vergelijkt de verandering waar iets is gedaan, en in de ring eromheen, met die in controlegebieden die vooraf zijn gekozen (Wheeler en Ratcliffe). "
                + "Negatief is een daling. 'mde' is de kleinste verandering die met deze aantallen te zien was: lees die eerst. Niet aangetoond is niet hetzelfde als niet gebeurd.\n\n"
                + "Met --rings: elke ring door de tijd, vergeleken met de controle. Met --exposure: waar verplaatste gevallen terecht zouden komen, als ze zich verplaatsen; een scenario, geen voorspelling.",
                "Compares the change where something was done, and in the ring around it, with that in control areas that were chosen beforehand (Wheeler and Ratcliffe). "
                + "Negative is a fall. 'mde' is the smallest change that could have been seen with these numbers: read it first. Not shown is not the same as not happened.\n\n"
                + "With --rings: each ring through time, compared with the control. With --exposure: where displaced cases would go, if they move; a scenario, no prediction."),
            Examples =
            [
                (runner.Say("Voor en na, met een ring.", "Before and after, with a ring."), "schakel waterbed --counts 207,110,308,318,178,157,150,140"),
                (runner.Say("Ringen door de tijd.", "Rings through time."), "schakel waterbed --rings ringen.csv --reference 2022"),
                (runner.Say("Waar zouden twaalf gevallen heen gaan?", "Where would twelve cases go?"), "schakel waterbed --exposure plekken.csv --volume 12 --lambda 400"),
            ],
        }.With(settings.All);
        return runner.Does(command, run => Answer(run, settings));
    }

    private static Outcome<Answer> Answer(Run run, WaterbedSettings settings)
    {
        if (run.Get(settings.Counts) is null && run.Get(settings.Rings) is null && run.Get(settings.Exposure) is null && run.Get(settings.Forecast) is null)
            return WrongUse.With("no-waterbed-input", "Say what was counted: --counts, --rings FILE or --exposure FILE.");

        ForecastAnswer? forecast = null;
        WaterbedAnswer? measured = null;
        RingsAnswer? rings = null;
        ExposureAnswer? exposure = null;
        if (run.Get(settings.Forecast) is { } answers && !ForecastAnswer.Measure(settings, answers).TryGet(out forecast, out var reason))
            return reason;
        if (run.Get(settings.Counts) is { } numbers && !WaterbedAnswer.Measure(run, settings, numbers).TryGet(out measured, out reason))
            return reason;
        if (run.Get(settings.Rings) is { } ringFile && !RingsAnswer.Measure(run, settings, ringFile).TryGet(out rings, out reason))
            return reason;
        if (run.Get(settings.Exposure) is { } places && !ExposureAnswer.Measure(run, settings, places).TryGet(out exposure, out reason))
            return reason;

        return new Answer("weighted displacement difference (Wheeler and Ratcliffe 2018)", json =>
        {
            forecast?.Write(json);
            measured?.Write(json);
            rings?.Write(json);
            exposure?.Write(json);
        }, page =>
        {
            forecast?.Write(page);
            measured?.Write(page);
            rings?.Write(page);
            exposure?.Write(page);
        })
        {
            Warnings = [.. measured?.Measurement.Warnings ?? [], .. rings?.Study.Warnings ?? []],
        };
    }
}
