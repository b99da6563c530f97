// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Schakel.Analysis;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Exports.Results;

namespace Schakel.Cli.Exporting;

/// <summary>What is taken along: a catalogue, or a map of one's own with results.</summary>
internal static class ExportSubject
{
    internal static Outcome<ExportContent> Gather(Run run, ExportSettings settings, string path, IReadOnlyList<ResultTable> results)
    {
        var request = new ExportRequest
        {
            Levels = run.Get(settings.Levels),
            Indicators = run.Get(settings.Indicators),
            Years = run.Get(settings.Years),
            Within = run.Get(run.Shared.Catalogue.Within),
            Publish = run.Get(settings.Publish),
            Results = results,
            Language = run.Language,
        };
        var (folder, areas) = (run.Get(run.Shared.Catalogue.Folder), run.Get(run.Shared.Units.Areas));
        if (folder is not null && areas is not null)
            return WrongUse.With("files-and-catalogue", $"{run.Shared.Units.Areas.Name} and --catalogue do not go together.", run.Shared.Units.Areas.Name);
        if (areas is not null)
            return OfMap(run, settings, areas, request);
        return folder is null
            ? WrongUse.With("export-without-catalogue", "Say what to take: --catalogue DIR, or --areas FILE.")
            : OfCatalogue(run, folder, path, request);
    }

    private static Outcome<ExportContent> OfCatalogue(Run run, string folder, string path, ExportRequest request)
    {
        if (Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return WrongUse.With("export-into-catalogue", "Write beside the catalogue, not into it: its files belong together.");
        if (!CatalogueSubject.Open(run, folder).TryGet(out var catalogue, out var reason))
            return reason;
        return run.Stages.Measure("join", () => ExportContent.Gather(catalogue, request, run.Cancel));
    }

    private static Outcome<ExportContent> OfMap(Run run, ExportSettings settings, string areas, ExportRequest request)
    {
        // These speak of what only a catalogue knows.
        foreach (var option in new Option[] { settings.Publish, settings.Levels, settings.Indicators, settings.Years, run.Shared.Catalogue.Within })
            if (run.IsGiven(option))
                return WrongUse.With("export-needs-catalogue", $"{option.Name} goes only with --catalogue.", option.Name);

        if (!run.Stages.Measure("read", () => TableReader.Read(run, run.Shared.Units.Areas.Name, areas, geometry: true)).TryGet(out var map, out var reason))
            return reason;
        TableReader.Remember(run, map);
        if (!CodeColumn.Find(map, run.Shared.Units.Id.Name, run.Get(run.Shared.Units.Id)).TryGet(out var id, out reason))
            return reason;
        if (!CodeColumn.Index(map, id, CodeColumn.Codes(id)).TryGet(out var rows, out reason))
            return reason;
        return run.Stages.Measure("join", () => ExportContent.OfMap(map, id, rows, request));
    }
}
