// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;

namespace Schakel.Catalogue.Storage;

/// <summary>What an import did.</summary>
/// <param name="Datasets">Files accepted, by path.</param>
/// <param name="Areas">Per level id, areas with a boundary in the catalogue.</param>
/// <param name="Indicators">Indicators of the catalogue, by id.</param>
/// <param name="Refused">Files that were refused, with the reason.</param>
/// <param name="Unrecognised">Columns without a known meaning, per file.</param>
/// <param name="Unmatched">Codes in figures that match no area, per file.</param>
/// <param name="Notes">Non-nesting and other things a user should know.</param>
public sealed record ImportReport(
    IReadOnlyList<Dataset> Datasets, IReadOnlyDictionary<string, int> Areas, IReadOnlyList<Indicators.Indicator> Indicators,
    IReadOnlyList<Refusal> Refused, IReadOnlyDictionary<string, IReadOnlyList<string>> Unrecognised,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Unmatched, IReadOnlyList<string> Notes);

/// <summary>How far a long piece of work is.</summary>
/// <param name="Step">What is being done, for people.</param>
/// <param name="Fraction">[0..1] of the whole.</param>
public readonly record struct Progress(string Step, double Fraction);

/// <summary>What an import may be told.</summary>
public sealed record ImportOptions
{
    /// <summary>Year of tables that do not say their own in a column.</summary>
    public int? Year { get; init; }

    /// <summary>File with what columns mean, for all files; null = <c>meanings.csv</c> beside each file, where there is one.</summary>
    public string? Meanings { get; init; }

    /// <summary>Gives the day of import; it is kept for people and changes nothing else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Adds files to a catalogue: recognises them, keeps what they say with where it came from, and replaces the catalogue in one step.</summary>
public static class CatalogueImport
{
    /// <summary>Imports files and folders.</summary>
    /// <param name="paths">Files or folders (read recursively, in ordinal order).</param>
    /// <param name="into">Catalogue folder; made when something is accepted.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancel">Leaves the old state.</param>
    /// <returns>The report; or a reason when nothing was accepted (then no folder is made and nothing changes).</returns>
    public static Outcome<ImportReport> Run(IReadOnlyList<string> paths, string into, IProgress<Progress>? progress, CancellationToken cancel) =>
        Run(paths, into, new ImportOptions(), progress, cancel);

    /// <summary>Imports files and folders.</summary>
    /// <param name="paths">Files or folders (read recursively, in ordinal order).</param>
    /// <param name="into">Catalogue folder; made when something is accepted.</param>
    /// <param name="options">What is known beforehand.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancel">Leaves the old state.</param>
    /// <returns>The report; or a reason when nothing was accepted (then no folder is made and nothing changes).</returns>
    public static Outcome<ImportReport> Run(IReadOnlyList<string> paths, string into, ImportOptions options, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var read = SourceFile.Read;
        return Run(ImportPaths.Expand(paths, into), into, options, path => read(path, new ReadOptions { EverySheet = true }, cancel), progress, cancel);
    }

    /// <summary>Whether an import could go into a folder: to know before an hour of downloading, not after it.</summary>
    /// <param name="into">Catalogue folder, which need not be there.</param>
    /// <returns>Null, or <c>not-a-catalogue</c>, <c>catalogue-other-version</c>, <c>catalogue-damaged</c>.</returns>
    public static Reason? Unfit(string into) =>
        ImportWork.Unfit(into) ?? (File.Exists(Path.Combine(into, ManifestFile.Name)) && !ManifestFile.Read(into).TryGet(out _, out var damaged) ? damaged : null);

    /// <summary>The same, with the reading of files given: tests hand over tables.</summary>
    internal static Outcome<ImportReport> Run(
        IReadOnlyList<string> files, string into, ImportOptions options, Func<string, Outcome<IReadOnlyList<SourceTable>>> read, IProgress<Progress>? progress, CancellationToken cancel)
    {
        OwnMeanings? given = null;
        if (options.Meanings is { } path && !OwnMeaningFile.Read(path, cancel).TryGet(out given, out var unusable))
            return unusable;
        var meanings = new MeaningsBeside(given);
        using var work = new ImportWork(into, options.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var refused = new List<Refusal>();
        var nameless = new List<(SourceTable Table, Refusal Refusal)>();
        for (var i = 0; i < files.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new Progress(Path.GetFileName(files[i]), 0.7 * i / files.Count));
            if (!read(files[i]).TryGet(out var tables, out var reason))
            {
                refused.Add(reason as Refusal ?? new Refusal(reason.Code, reason.Detail, files[i]) { Arguments = reason.Arguments });
                continue;
            }
            var sheets = new SheetFigures();
            foreach (var table in tables.Select(meanings.On))
                if (!TableRecognition.Recognise(table, options.Year).TryGet(out var recognised, out var no) && no is Refusal { Code: "no-area-codes" } withoutCodes)
                    nameless.Add((table, withoutCodes));
                else if (recognised is null && SheetFigures.IsExplanation(table, no!))
                    work.Note(SheetFigures.NoAreas(table));
                else if (recognised is null)
                    refused.Add(no as Refusal ?? new Refusal(no!.Code, no.Detail, files[i]) { Arguments = no.Arguments });
                else if (sheets.AreToldAgainIn(recognised))
                    work.Note(SheetFigures.Again(table));
                else if (work.Add(recognised) is { } busy)
                    return busy;
        }
        // Names are tried last, against all maps, so that the order of files makes no difference.
        foreach (var (table, refusal) in nameless)
            if (work.AddByName(table, options.Year) is not { } outcome)
            {
                if (SheetFigures.IsExplanation(table, refusal) && work.Holds(table.Path))
                    work.Note(SheetFigures.NoAreas(table));
                else
                    refused.Add(refusal);
            }
            else if (!outcome.TryGet(out _, out var reason))
                refused.Add(reason as Refusal ?? refusal);
        if (!work.HasAccepted)
            return refused.Count == 1 ? refused[0]
                : new Reason("nothing-accepted", files.Count == 0 ? "There are no files to import." : $"None of {files.Count.Text()} files could be imported: {string.Join(" ", refused.Take(3).Select(refusal => refusal.Detail))}") { Arguments = [files.Count] };

        progress?.Report(new Progress("levels and nesting", 0.75));
        var report = work.Finish([.. refused, .. meanings.Refused], cancel);
        progress?.Report(new Progress("done", 1));
        return report;
    }
}
