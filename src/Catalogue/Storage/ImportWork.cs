// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;
using Schakel.Catalogue.Storage.Assembly;

namespace Schakel.Catalogue.Storage;

/// <summary>
/// One import under way. New files are added beside the old ones; only the replacement of the manifest makes them count,
/// so a kill at any moment leaves the old catalogue or the new one. What is left lying about goes at the next import.
/// </summary>
internal sealed class ImportWork(string directory, string today) : IDisposable
{
    private readonly Lock ending = new();
    private readonly List<StoredDataset> added = [];
    private readonly StatedOrigin origin = new();
    private readonly Dictionary<string, List<string>> unrecognised = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];
    private readonly Dictionary<string, IReadOnlyList<string>> namesNotFound = new(StringComparer.Ordinal);
    private AreaNames? names;
    private Manifest? old;
    private ParquetFiles? files;
    private FolderLock? folderLock;
    private bool isNewFolder;
    private bool isFinished;
    private bool isAbandoned;

    internal bool HasAccepted => added.Count > 0;

    /// <summary>Whether a table of this file was kept.</summary>
    internal bool Holds(string path) => added.Exists(dataset => dataset.Path == path);

    /// <summary>Tells the user something.</summary>
    internal void Note(string note) => notes.Add(note);

    /// <summary>Keeps a table. Gives a reason when the folder cannot be used.</summary>
    internal Reason? Add(RecognisedTable recognised)
    {
        if (files is null && Begin() is { } reason)
            return reason;
        var dataset = DatasetStore.Store(files!, recognised with { Provider = origin.Of(recognised.Table.Path, recognised.Provider) }, today);
        added.RemoveAll(earlier => Replaces(dataset, earlier));
        added.Add(dataset);
        notes.AddRange(recognised.Notes);
        if (recognised.Unrecognised.Count > 0)
            (unrecognised.TryGetValue(dataset.Path, out var columns) ? columns : unrecognised[dataset.Path] = []).AddRange(recognised.Unrecognised);
        return null;
    }

    /// <summary>Keeps a table whose rows are named, not coded. Null when names do not carry it, or when there is nothing to look them up in.</summary>
    internal Outcome<RecognisedTable>? AddByName(SourceTable table, int? year)
    {
        if (files is null && (!File.Exists(Path.Combine(directory, ManifestFile.Name)) || Begin() is not null))
            return null;
        names ??= new AreaNames(old!.Datasets.Concat(added), files!);
        if (names.Match(table, year) is not { } match)
            return null;
        if (match.Table.TryGet(out var recognised, out _))
        {
            Add(recognised);
            if (match.NotFound.Count > 0)
                namesNotFound[table.Path] = match.NotFound;
        }
        return match.Table;
    }

    internal ImportReport Finish(IReadOnlyList<Refusal> refused, CancellationToken cancel)
    {
        var datasets = old!.Datasets.Where(earlier => !added.Exists(dataset => Replaces(dataset, earlier) && !IsSame(dataset, earlier))).ToList();
        datasets.AddRange(added.Where(dataset => !datasets.Exists(earlier => IsSame(dataset, earlier))));
        datasets = [.. datasets.OrderBy(dataset => dataset.Precedence).ThenByDescending(dataset => dataset.Rows).ThenBy(dataset => dataset.Sha256, StringComparer.Ordinal).ThenBy(dataset => dataset.Layer, StringComparer.Ordinal)];

        var meanings = IndicatorList.Meanings(datasets, added, old.Meanings);
        var (layers, derived, changes, nesting) = new CatalogueAssembly(datasets, meanings, files!, cancel).Assemble();
        var manifest = new Manifest { Datasets = datasets, Meanings = meanings, Layers = layers, Derived = derived, Changes = changes, Notes = nesting };
        manifest = manifest with { Fingerprint = manifest.ComputeFingerprint() };
        cancel.ThrowIfCancellationRequested();
        var isNews = manifest.Fingerprint != old.Fingerprint;
        if (!isNews)
            manifest = old;
        else
            manifest = manifest with { Previous = [.. old.Files.Select(file => file.Name).Except(manifest.Files.Select(file => file.Name), StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };

        lock (ending)
        {
            // The program is ending and what was written is gone already.
            if (isAbandoned)
                throw new OperationCanceledException();
            if (isNews)
                ManifestFile.Replace(directory, manifest);
            isFinished = true;
        }
        RemoveStale(manifest);

        return new ImportReport(
            [.. new MatchCounts(files!, manifest).Of(added).OrderBy(dataset => dataset.Path, StringComparer.Ordinal).ThenBy(dataset => dataset.Title, StringComparer.Ordinal)],
            Newest(manifest).Where(layer => layer.Boundaries > 0).ToDictionary(layer => layer.Level, layer => layer.Boundaries, StringComparer.Ordinal),
            IndicatorList.Of(manifest), [.. refused, .. origin.Refused], unrecognised.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Distinct(StringComparer.Ordinal)], StringComparer.Ordinal),
            UnmatchedCodes.Of(files!, added, manifest, namesNotFound), [.. nesting.Concat(notes).Distinct(StringComparer.Ordinal)]);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= ProgramEnds;
        files?.Dispose();
        Abandon();
        folderLock?.Dispose();
    }

    /// <summary>The program is told to end while this import is under way, and may not come to <see cref="Dispose"/> any more.</summary>
    private void ProgramEnds(object? sender, EventArgs arguments) => Abandon();

    private void Abandon()
    {
        lock (ending)
        {
            if (isFinished || isAbandoned)
                return;
            isAbandoned = true;
            if (files is not null)
                RemoveStale(old!);
            if (isNewFolder)
                LeaveNoFolder();
        }
    }

    // Under the lock, and only what is ours and empty: another import may begin in this very moment.
    private void LeaveNoFolder()
    {
        try
        {
            folderLock?.Delete();
            Directory.Delete(directory);
        }
        catch (IOException)
        {
            // Somebody else put something there in the meantime; then the folder is theirs.
        }
    }

    /// <summary>Why a folder cannot become a catalogue, or null.</summary>
    internal static Reason? Unfit(string directory)
    {
        if (File.Exists(directory))
            return new Reason("not-a-catalogue", $"{directory} is a file; give a folder.") { Arguments = [directory] };
        return Directory.Exists(directory) && !File.Exists(Path.Combine(directory, ManifestFile.Name)) && Directory.EnumerateFileSystemEntries(directory).Any(entry => !IsOurs(Path.GetFileName(entry)))
            ? new Reason("not-a-catalogue", $"{directory} holds other files; give an empty folder or a catalogue.") { Arguments = [directory] } : null;
    }

    private Reason? Begin()
    {
        isNewFolder = !Directory.Exists(directory);
        if (Unfit(directory) is { } unfit)
            return unfit;
        Directory.CreateDirectory(directory);
        if (!FolderLock.Take(directory).TryGet(out folderLock, out var busy))
        {
            isNewFolder = false;
            return busy;
        }
        if (File.Exists(Path.Combine(directory, ManifestFile.Name)) && !ManifestFile.Read(directory).TryGet(out old, out var damaged))
            return damaged;
        old ??= new Manifest();
        files = new ParquetFiles(directory);
        AppDomain.CurrentDomain.ProcessExit += ProgramEnds;
        return null;
    }

    /// <summary>The same table again, whatever its path.</summary>
    private static bool IsSame(StoredDataset one, StoredDataset other) =>
        one.Sha256 == other.Sha256 && one.Layer == other.Layer && one.Licence == other.Licence && one.Attribution == other.Attribution && Subjects(one).SetEquals(Subjects(other)) && one.Files.Select(file => file.Sha256).SequenceEqual(other.Files.Select(file => file.Sha256), StringComparer.Ordinal);

    /// <summary>
    /// A newer edition of a file: the same name and layer, and it covers at least one level and year of the earlier one.
    /// A file of the same name about other years (one folder a year) stands beside it.
    /// </summary>
    private static bool Replaces(StoredDataset dataset, StoredDataset earlier) =>
        IsSame(dataset, earlier)
        || Path.GetFileName(dataset.Path) == Path.GetFileName(earlier.Path) && dataset.Layer == earlier.Layer && Subjects(dataset).Overlaps(Subjects(earlier));

    private static HashSet<(string, int)> Subjects(StoredDataset dataset) =>
        [.. dataset.Areas.Select(areas => (areas.Level, areas.Year)), .. dataset.Figures.Select(figures => (figures.Level, figures.Year)), .. dataset.Events is null ? [] : dataset.Years.Select(year => ("events", year)), .. dataset.Features is { } features ? [(features.Kind, 0)] : Array.Empty<(string, int)>(), .. dataset.Kind == "crosswalk" ? dataset.Years.Select(year => ("crosswalk", year)) : []];

    private static IEnumerable<StoredLayer> Newest(Manifest manifest) =>
        manifest.Layers.GroupBy(layer => layer.Level, StringComparer.Ordinal).Select(ofLevel => ofLevel.Single(layer => layer.Year == Vintage.Current([.. ofLevel.Select(each => (each.Year, each.Boundaries, each.Drawn))])));

    private void RemoveStale(Manifest manifest)
    {
        var needed = manifest.Files.Select(file => file.Name).Concat(manifest.Previous).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory))
            if (Path.GetFileName(path) is var name && !needed.Contains(name) && (name.EndsWith(".parquet", StringComparison.Ordinal) || name.EndsWith(".writing", StringComparison.Ordinal)))
                File.Delete(path);
    }

    private static bool IsOurs(string name) => name.StartsWith('.') || name.EndsWith(".parquet", StringComparison.Ordinal) || name.EndsWith(".writing", StringComparison.Ordinal) || name == ManifestFile.Name + ".new";
}
