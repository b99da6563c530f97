// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Sources;

/// <summary>How to read a file; everything is recognised from its bytes unless it is said here.</summary>
public sealed record ReadOptions
{
    /// <summary>Only this layer or sheet.</summary>
    public string? Layer { get; init; }

    /// <summary>Only these columns (case- and underscore-insensitive); null = all. A faster read for single analyses.</summary>
    public IReadOnlyCollection<string>? Columns { get; init; }

    /// <summary>All sheets of a workbook that hold a table, instead of the first with figures.</summary>
    internal bool EverySheet { get; init; }

    /// <summary>Whether geometries are needed.</summary>
    public bool Geometry { get; init; } = true;

    /// <summary>Largest file that is read at all, in bytes (also after unzipping).</summary>
    public long MaxBytes { get; init; } = 4L << 30;
}
