// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Storage;

namespace Schakel.Benchmarks;

/// <summary>
/// How long the key figures of the whole country over twenty years take to import, how much memory that costs, and how soon one indicator
/// is there. <c>national-import write FOLDER [YEARS]</c> makes the files; <c>national-import FOLDER</c> measures.
/// </summary>
internal static class NationalImport
{
    internal static void Write(string folder, int years) => NationalDownloads.Write(Path.Combine(folder, "downloads"), years);

    internal static void Measure(TextWriter output, string folder)
    {
        var catalogue = Path.Combine(folder, "national.catalogue");
        if (Directory.Exists(catalogue))
            Directory.Delete(catalogue, recursive: true);
        var watch = Stopwatch.StartNew();
        var report = Answer(CatalogueImport.Run([Path.Combine(folder, "downloads")], catalogue, null, CancellationToken.None));
        var seconds = watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(Line($"import,{report.Datasets.Count} files,{report.Datasets.Sum(dataset => (long)dataset.Rows)} rows,{report.Indicators.Count} indicators"));
        output.WriteLine(Line($"import,seconds,{seconds:F2}"));
        output.WriteLine(Line($"import,processor seconds,{process.TotalProcessorTime.TotalSeconds:F2}"));
        output.WriteLine(Line($"import,peak MiB,{process.PeakWorkingSet64 / 1048576.0:F0}"));
        output.WriteLine(Line($"catalogue,MiB,{Directory.GetFiles(catalogue).Sum(file => new FileInfo(file).Length) / 1048576.0:F1}"));
        Open(output, folder);
    }

    /// <summary>What of it is reading alone: cells to columns, without meaning and without writing.</summary>
    internal static void Read(TextWriter output, string folder)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "downloads")).Order(StringComparer.Ordinal))
            Answer(SourceFile.Read(file, new ReadOptions(), CancellationToken.None));
        process.Refresh();
        output.WriteLine(Line($"read,processor seconds,{(process.TotalProcessorTime - before).TotalSeconds:F2}"));
    }

    /// <summary>One indicator of one year as a person asks for it: nothing is open yet.</summary>
    internal static void Open(TextWriter output, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var catalogue = Answer(CatalogueFolder.Open(Path.Combine(folder, "national.catalogue")));
        var opened = watch.Elapsed.TotalMilliseconds;
        var layer = Answer(catalogue.Areas("buurt", NationalDownloads.LastYear));
        var areas = watch.Elapsed.TotalMilliseconds;
        var present = Answer(catalogue.Values("aantal_inwoners", layer, NationalDownloads.LastYear)).Values.Count(value => !double.IsNaN(value));
        output.WriteLine(Line($"open,milliseconds,{watch.Elapsed.TotalMilliseconds:F0},manifest {opened:F0},areas {areas - opened:F0},values {watch.Elapsed.TotalMilliseconds - areas:F0},present {present}"));
        var first = catalogue.Indicators.Single(indicator => indicator.Id == "aantal_inwoners").Years[0];
        watch.Restart();
        present = Answer(catalogue.Values("mannen", layer, first)).Values.Count(value => !double.IsNaN(value));
        output.WriteLine(Line($"next indicator,milliseconds,{watch.Elapsed.TotalMilliseconds:F0},present {present}"));
        using var process = Process.GetCurrentProcess();
        output.WriteLine(Line($"open,peak MiB,{process.PeakWorkingSet64 / 1048576.0:F0}"));
    }

    private static T Answer<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidOperationException(reason.Detail);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
