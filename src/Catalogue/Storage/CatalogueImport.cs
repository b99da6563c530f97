// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

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

/// <summary>Adds files to a catalogue: recognises them, keeps what they say with where it came from, and replaces the catalogue in one step.</summary>
public static class CatalogueImport
{
    /// <summary>Imports files and folders.</summary>
    /// <param name="paths">Files or folders (read recursively, in ordinal order).</param>
    /// <param name="into">Catalogue folder; made when something is accepted.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancel">Leaves the old state.</param>
    /// <returns>The report; or a reason when nothing was accepted (then no folder is made and nothing changes).</returns>
    public static Outcome<ImportReport> Run(
        IReadOnlyList<string> paths, string into, IProgress<Progress>? progress, CancellationToken cancel) =>
        throw new NotImplementedException();
}
