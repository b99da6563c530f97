// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Catalogue.Sources.Geometries;

namespace Schakel.Catalogue.Sources;

/// <summary>A table while it is being read: cells and shapes as they stand in the file.</summary>
internal sealed class TableDraft(string? layer)
{
    internal string? Layer { get; private set; } = layer;

    internal List<ColumnBuilder> Columns { get; } = [];

    /// <summary>One a row, or null for a table without geometry.</summary>
    internal List<Geometry?>? Geometries { get; set; }

    internal CrsName Crs { get; set; } = CrsName.Unknown;

    /// <summary>The format holds degrees unless told otherwise, and files often break that.</summary>
    internal bool CrsMayBeUndeclared { get; set; }

    internal List<string> Notes { get; } = [];

    internal bool CommaDelimited { get; set; }

    internal bool IsOneOfSheets { get; set; }

    internal int RowCount { get; set; }

    /// <summary>The line (text) of each row; null where rows are simply counted from one.</summary>
    internal List<long>? Lines { get; set; }

    /// <summary>Gives a table of an archive the name of its file.</summary>
    internal TableDraft Named(string name)
    {
        Layer = name;
        return this;
    }

    /// <summary>Adds a column under a name that no other column has.</summary>
    internal ColumnBuilder AddColumn(string name, HashSet<string> taken)
    {
        var clean = name.Trim().Trim('\uFEFF');
        if (clean.Length == 0)
            clean = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column {Columns.Count + 1}");
        if (clean.Length > 300)
            clean = clean[..300];
        var unique = clean;
        for (var i = 2; !taken.Add(unique); i++)
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{clean} ({i})");
        if (unique != clean)
            Notes.Add($"Two columns are called '{clean}'; the later one is read as '{unique}'.");
        var column = new ColumnBuilder(unique);
        Columns.Add(column);
        return column;
    }

    internal SourceTable Finish(string path, string sha256, CancellationToken cancel)
    {
        var columns = ReasonColumns.Join(ColumnFinish.All(Columns, CommaDelimited, row => Lines is null ? row + 1 : Lines[row], Notes));
        if (Geometries is null)
            return new SourceTable(path, Layer, RowCount, columns, null, 0) { Sha256 = sha256, Notes = Notes, IsOneOfSheets = IsOneOfSheets };
        var geometries = Geometries.ToArray();
        var srid = LayerCoordinates.ToMetres(geometries, Crs, CrsMayBeUndeclared, Notes);
        GeometryRepair.All(geometries, Notes, cancel);
        if (srid != CoordinateSystems.Rd)
            foreach (var geometry in geometries)
                if (geometry is not null)
                    geometry.SRID = srid;
        return new SourceTable(path, Layer, RowCount, columns, geometries, srid) { Sha256 = sha256, Notes = Notes };
    }
}
