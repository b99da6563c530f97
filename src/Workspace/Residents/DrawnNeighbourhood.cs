// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Offers;

namespace Schakel.Workspace.Residents;

/// <summary>Where somebody feels at home, drawn by themselves. By consent; the drawing goes after two years, surfaces of many stay.</summary>
public sealed class DrawnNeighbourhood : Item
{
    private DrawnNeighbourhood()
    {
    }

    public Geometry Outline { get; private set; } = GeometryFactory.Default.CreatePolygon();

    /// <summary>Cell of 100 m, not an address.</summary>
    public string HomeCell { get; private set; } = "";

    public string? AgeBand { get; private set; }

    public string? Tenure { get; private set; }

    /// <summary>Of the private link by which consent is withdrawn; null when it was drawn without one.</summary>
    public string? LinkFingerprint { get; private set; }

    protected override string Kind => "drawing";

    public static Outcome<DrawnNeighbourhood> Draw(string outline, string homeCell, string? ageBand, string? tenure, bool consent, Act act, PrivateLink? link = null)
    {
        if (!consent)
            return new Reason("consent-missing", "Without consent nothing is kept.");
        if (Words.Missing(("cell", homeCell)) is { } missing)
            return missing;

        Geometry shape;
        try
        {
            shape = new WKTReader { IsOldNtsCoordinateSyntaxAllowed = false }.Read(outline);
        }
        catch (Exception unreadable) when (unreadable is ParseException or ArgumentException or InvalidOperationException)
        {
            return new Reason("drawing-not-a-polygon", "This drawing is no closed surface.");
        }

        if (shape is not (Polygon or MultiPolygon) || shape.IsEmpty || !shape.IsValid)
            return new Reason("drawing-not-a-polygon", "This drawing is no closed surface.");
        shape.SRID = 28992;
        var drawn = new DrawnNeighbourhood { Outline = shape, HomeCell = homeCell.Trim(), AgeBand = ageBand, Tenure = tenure, LinkFingerprint = link?.Fingerprint };
        drawn.Begin(act);
        return drawn;
    }
}

/// <summary>What many drew alike. The only form in which drawings are shown.</summary>
public sealed class DrawnSurface : Item
{
    /// <summary>Fewer could be recognised.</summary>
    public const int FewestContributors = 10;

    private DrawnSurface()
    {
    }

    public Geometry Outline { get; private set; } = GeometryFactory.Default.CreatePolygon();

    protected override string Kind => "surface";

    public static Outcome<DrawnSurface> Of(Geometry outline, int contributors, Act act)
    {
        if (contributors < FewestContributors)
            return new Reason("surface-too-few-contributors", $"A surface is shown from {FewestContributors} drawings; this one has {contributors}.") { Arguments = [FewestContributors, contributors] };

        var surface = new DrawnSurface { Outline = outline };
        surface.Begin(act);
        return surface;
    }
}
