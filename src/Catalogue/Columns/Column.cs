// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>One column of a source: as many cells as the table has rows.</summary>
/// <param name="Name">As in the file, trimmed.</param>
public abstract record Column(string Name)
{
    /// <summary>Number of cells.</summary>
    public abstract int Count { get; }
}

/// <summary>Text, trimmed; null where empty.</summary>
/// <param name="Name">As in the file, trimmed.</param>
/// <param name="Values">One a row.</param>
public sealed record TextColumn(string Name, string?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;
}

/// <summary>Figures with the reason where there is none.</summary>
/// <param name="Name">As in the file, trimmed.</param>
/// <param name="Values">One a row; NaN exactly where <paramref name="Missing"/> is not <see cref="MissingReason.Present"/>.</param>
/// <param name="Missing">One a row.</param>
public sealed record NumberColumn(string Name, double[] Values, MissingReason[] Missing) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;
}
