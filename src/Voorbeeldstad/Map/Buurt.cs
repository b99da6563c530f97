// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Voorbeeldstad.Map;

/// <summary>A gemeente of the region.</summary>
/// <param name="Code">GM and four digits.</param>
/// <param name="Name">Invented.</param>
/// <param name="Region">Name of its region.</param>
internal sealed record Gemeente(string Code, string Name, string Region);

/// <summary>A wijk of 2024.</summary>
/// <param name="Code">WK and six digits.</param>
/// <param name="Name">Invented.</param>
/// <param name="Gemeente">Where it lies.</param>
/// <param name="Stadsdeel">Name; null outside the town.</param>
internal sealed record Wijk(string Code, string Name, Gemeente Gemeente, string? Stadsdeel);

/// <summary>A buurt of 2024 with the people who live there.</summary>
/// <param name="Code">BU and eight digits.</param>
/// <param name="Name">Invented.</param>
/// <param name="Wijk">Where it lies.</param>
/// <param name="Shape">In RD.</param>
/// <param name="Built">[0..1] share of its squares where people live.</param>
internal sealed record Buurt(string Code, string Name, Wijk Wijk, Polygon Shape, double Built)
{
    /// <summary>A multiple of 5.</summary>
    internal int Residents { get; init; }

    /// <summary>A multiple of 5.</summary>
    internal int Dwellings { get; init; }

    /// <summary>A multiple of 5.</summary>
    internal int Households { get; init; }

    /// <summary>Name of the kern, in a gemeente that has kernen.</summary>
    internal string? Kern { get; init; }

    /// <summary>A few more households than dwellings, for some are shared.</summary>
    internal static int HouseholdsIn(int dwellings) => dwellings + (dwellings / 200 * 5);

    /// <summary>Too few people to publish more than their number.</summary>
    internal bool IsSecret => Residents is > 0 and < 10;
}
