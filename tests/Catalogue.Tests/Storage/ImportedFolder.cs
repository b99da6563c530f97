// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Storage;

namespace Schakel.Catalogue.Tests.Storage;

/// <summary>A catalogue in a temporary folder of its own, with a name that is hard on paths, and the shared data beside the repository.</summary>
public sealed class ImportedFolder : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("schakel catalogue ").FullName;

    public string Directory => Path.Combine(root, "it's a [test] cat*logue?");

    /// <summary>A file beside the catalogue.</summary>
    public string Beside(string name) => Path.Combine(root, name);

    public static string Shared(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        var path = Path.GetFullPath(Path.Combine([folder?.FullName ?? ".", "..", "shared", "data", .. parts]));
        if (!File.Exists(path))
            Assert.Skip("../shared/data is not here: " + string.Join('/', parts));
        return path;
    }

    internal ImportReport Import(params string[] paths) => Answer(CatalogueImport.Run(paths, Directory, null, TestContext.Current.CancellationToken));

    internal ImportReport Import(params SourceTable[] tables) => Answer(TryImport(tables));

    internal Outcome<ImportReport> TryImport(params SourceTable[] tables) => CatalogueImport.Run(
        [.. tables.Select(table => table.Path).Distinct()], Directory, new ImportOptions(),
        path => tables.Where(table => table.Path == path).ToList(), null, TestContext.Current.CancellationToken);

    public CatalogueFolder Open() => Answer(CatalogueFolder.Open(Directory));

    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? answer : throw new InvalidOperationException($"{reason.Code}: {reason.Detail}");

    internal static Reason ReasonOf<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out _, out var reason) ? throw new InvalidOperationException("An answer came where a reason was expected.") : reason;

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);
}

/// <summary>Tables by hand.</summary>
internal static class Tables
{
    internal static SourceTable Of(string path, params Column[] columns) => new(path, null, columns[0].Count, columns, null, 0) { Sha256 = HashOf(path, columns) };

    internal static SourceTable Map(string path, string layer, NetTopologySuite.Geometries.Geometry?[] shapes, params Column[] columns) =>
        new(path, layer, shapes.Length, columns, shapes, 28992) { Sha256 = HashOf(path + layer, columns) };

    internal static TextColumn Text(string name, params string?[] cells) => new(name, cells);

    internal static NumberColumn Number(string name, params double[] cells) =>
        new(name, cells, [.. cells.Select(cell => double.IsNaN(cell) ? MissingReason.Secret : MissingReason.Present)]);

    internal static NetTopologySuite.Geometries.Geometry Square(double x, double y, double side) =>
        new NetTopologySuite.Geometries.Polygon(new NetTopologySuite.Geometries.LinearRing([new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)])) { SRID = 28992 };

    private static string HashOf(string path, Column[] columns) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
        path + string.Join("|", columns.Select(column => column.Name + string.Join(",", column is TextColumn text ? text.Values : ((NumberColumn)column).Values.Cast<object?>()))))));
}
