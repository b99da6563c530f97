// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Analysis.Signals;

namespace Schakel.Cli.Scanning;

/// <summary><c>scan --space-time</c>: is there a place where more is reported lately than place and time explain?</summary>
internal static class EventScan
{
    internal static Outcome<Answer> Answer(Run run, ScanSettings settings)
    {
        var (units, catalogue) = (run.Shared.Units, run.Shared.Catalogue);
        Option[] other = [units.Areas, units.Id, .. catalogue.All.Cast<Option>()];
        if ((Array.Find(other, run.IsGiven) ?? settings.StrangeInTime(run)) is { } strange)
            return WrongUse.With("options-exclude", $"{strange.Name} and {settings.SpaceTime.Name} do not go together.", strange.Name, settings.SpaceTime.Name);
        Setting<string?>[] needed = [units.Table, units.TableId, settings.Date, units.X, units.Y];
        if (Array.Find(needed, option => run.Get(option) is null) is { } lacking)
            return WrongUse.With("space-time-needs", $"{settings.SpaceTime.Name} needs {lacking.Name} {lacking.HelpName}.", settings.SpaceTime.Name, lacking.Name, lacking.HelpName!);

        if (!OwnTable.Read(run, units.Table.Name, run.Get(units.Table)!).TryGet(out var table, out var reason))
            return reason;
        if (!PlacedEvents.From(table, run.Get(units.TableId)!, run.Get(settings.Date)!, run.Get(units.X)!, run.Get(units.Y)!).TryGet(out var events, out reason))
            return reason;
        if (events.Reports.Count == 0)
            return new Reason("no-usable-events", $"None of the {table.Count} events has an area, a day and a place.") { Arguments = [table.Count] };

        var end = run.Get(settings.End, events.Reports.Max(report => report.Day));
        var options = new SpaceTimeScanOptions
        {
            WindowDays = run.Get(settings.Windows, [.. new SpaceTimeScanOptions().WindowDays]),
            LargestShare = run.Get(settings.LargestShare),
            Replicates = run.Get(settings.Permutations),
            MostClusters = run.Get(settings.Most),
            Seed = run.Seed,
            Threads = run.Threads,
        };
        if (!run.Stages.Measure("compute", () => SpaceTimeScan.Compute(events.Centres, events.Reports, end, options)).TryGet(out var found, out reason))
            return reason;

        return new EventScanReport(found, events, end, options).Answer();
    }
}
