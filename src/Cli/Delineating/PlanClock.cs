// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Storage;

namespace Schakel.Cli.Delineating;

/// <summary>Tells a search how much of its time has passed, and a person how far it is.</summary>
/// <remarks>The time of a user begins at the start of the command: reading counts too.</remarks>
internal sealed class PlanClock(Run run, double? limitInSeconds)
{
    private static readonly TimeSpan now = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private TimeSpan said = run.Stages.Total;

    internal T During<T>(Func<Func<double>, T> work) => limitInSeconds is { } limit
        ? ProgressBar.During(run, run.Say("Werkgebieden zoeken", "Looking for work areas"), progress => work(() => Used(limit, progress)))
        : work(Unlimited);

    private double Used(double limit, IProgress<Progress> progress)
    {
        if (run.Cancel.IsCancellationRequested)
            return 1;
        var used = run.Stages.Total.TotalSeconds / limit;
        progress.Report(new Progress(run.Say("voorstellen vergelijken", "comparing proposals"), Math.Min(1, used)));
        return used;
    }

    // Without a limit the end is not known; only that it is still going on.
    private double Unlimited()
    {
        if (run.Cancel.IsCancellationRequested)
            return 1;
        lock (gate)
        {
            var total = run.Stages.Total;
            if (total - said >= now)
            {
                said = total;
                run.Note(run.Say($"Werkgebieden zoeken: {total.TotalSeconds:F0} s.", $"Looking for work areas: {total.TotalSeconds:F0} s."));
            }
        }

        return 0;
    }
}
