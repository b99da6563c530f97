// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Spectre.Console;
using Progress = Schakel.Catalogue.Storage.Progress;

namespace Schakel.Cli.Running;

/// <summary>Shows how far long work is: a bar with an estimate when a person watches, otherwise a line now and then.</summary>
internal static class ProgressBar
{
    /// <summary>Does the work while showing its progress on standard error.</summary>
    internal static T During<T>(Run run, string title, Func<IProgress<Progress>, T> work) =>
        run.Surroundings.IsWatched ? WithBar(run, title, work) : work(new Lines(run, title));

    // Apart, so that nothing of the bar is loaded when nobody watches.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T WithBar<T>(Run run, string title, Func<IProgress<Progress>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(run.Surroundings.Errors) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .AutoClear(true)
            .Start(context => work(new Bar(context.AddTask(Markup.Escape(title), maxValue: 1))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<Progress>
    {
        public void Report(Progress value)
        {
            task.Value = value.Fraction;
            task.Description = Markup.Escape(value.Step);
        }
    }

    private sealed class Lines(Run run, string title) : IProgress<Progress>
    {
        private static readonly TimeSpan now = TimeSpan.FromSeconds(5);

        private readonly Lock gate = new();
        private readonly long start = run.Surroundings.Clock.GetTimestamp();
        private long last = run.Surroundings.Clock.GetTimestamp();

        public void Report(Progress value)
        {
            lock (gate)
            {
                var clock = run.Surroundings.Clock;
                if (clock.GetElapsedTime(last) < now)
                    return;

                last = clock.GetTimestamp();
                var left = value.Fraction > 0 ? clock.GetElapsedTime(start) * ((1 / value.Fraction) - 1) : TimeSpan.Zero;
                run.Note($"{title}: {value.Step}, {value.Fraction:P0}, {run.Say("nog ongeveer", "about")} {left.TotalSeconds:F0} s{run.Say("", " left")}");
            }
        }
    }
}
