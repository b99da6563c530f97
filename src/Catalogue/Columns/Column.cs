// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>One column of a source: as many cells as the table has rows.</summary>
/// <param name="Name">As in the file, trimmed.</param>
public abstract record Column(string Name)
{
    /// <summary>Number of cells.</summary>
    public abstract int Count { get; }

    /// <summary>What the cell says, as text: for codes and labels, whatever the column turned out to be.</summary>
    /// <param name="row">0-based row.</param>
    /// <returns>The text; a number in its shortest invariant form; null where there is nothing.</returns>
    public abstract string? TextAt(int row);
}

/// <summary>Text, trimmed; null where empty.</summary>
/// <param name="Name">As in the file, trimmed.</param>
/// <param name="Values">One a row.</param>
public sealed record TextColumn(string Name, string?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override string? TextAt(int row) => Values[row];
}

/// <summary>Figures with the reason where there is none.</summary>
/// <param name="Name">As in the file, trimmed.</param>
/// <param name="Values">One a row; NaN exactly where <paramref name="Missing"/> is not <see cref="MissingReason.Present"/>.</param>
/// <param name="Missing">One a row.</param>
public sealed record NumberColumn(string Name, double[] Values, MissingReason[] Missing) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <summary>What stood there, by row, where that was a class (<c>40% tot 60%</c>) or text: what a figure cannot say is not lost.</summary>
    public IReadOnlyDictionary<int, string> Words { get; init; } = NoWords;

    /// <summary>Reasons stood in a column beside it: the file is one of ours, and its shares are fractions.</summary>
    internal bool HasReasonColumn { get; init; }

    private static IReadOnlyDictionary<int, string> NoWords { get; } = new Dictionary<int, string>();

    /// <inheritdoc/>
    public override string? TextAt(int row) => Missing[row] == MissingReason.Present
        ? Values[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : Words.GetValueOrDefault(row);
}
