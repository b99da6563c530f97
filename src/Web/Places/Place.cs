// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;

namespace Schakel.Web.Places;

/// <summary>A place that has a page: an area of any level, or a street.</summary>
/// <param name="Code">As in the address: the code of the area, or the name of the street in small letters.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Level">Level id; <c>street</c> for a street.</param>
/// <param name="Above">Codes from the place itself (for a street: from its buurten) upwards, finest first.</param>
public sealed record Place(string Code, string Name, string Level, IReadOnlyList<string> Above)
{
    internal const string Street = "street";

    internal bool IsStreet => Level == Street;

    /// <summary>In RD; null when no boundary is loaded.</summary>
    internal Geometry? Shape { get; init; }

    internal string Url => "/plek/" + Code;
}
