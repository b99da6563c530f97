// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>Why a figure is not there. Missing is never a number.</summary>
public enum MissingReason : byte
{
    /// <summary>There is a figure.</summary>
    Present = 0,

    /// <summary>The cell was empty.</summary>
    Empty,

    /// <summary>Withheld by the source because too few people are behind it (<c>geheim</c>, <c>x</c>, −99997 in grids).</summary>
    Secret,

    /// <summary>The source says there is nothing to measure (<c>nihil</c>, −99998).</summary>
    Nil,

    /// <summary>Unknown, secret or not applicable; the source does not say which (<c>.</c>, −99997 in maps, −99995, −99999, −99999999).</summary>
    Unknown,

    /// <summary>A class instead of a figure (<c>40% tot 60%</c>).</summary>
    ClassOnly,

    /// <summary>Text where a figure was expected.</summary>
    NotANumber,

    /// <summary>There is a figure, of an area with another border: it is not about this place. Made when years are compared, never stored.</summary>
    BorderChanged,

    /// <summary>There is a figure, but too few people are behind it to show it to everybody. Made for public pictures, never stored.</summary>
    Withheld,
}
