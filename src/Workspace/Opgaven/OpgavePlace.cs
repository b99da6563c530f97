// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Opgaven;

/// <summary>Where an opgave is: an area of any level by its code, or a drawn outline. Several are possible; none is preselected.</summary>
public sealed class OpgavePlace : Item
{
    // Bounds of RD New, in metres; outside it a drawing is in other coordinates.
    private static readonly Envelope netherlands = new(0, 300_000, 300_000, 630_000);

    private OpgavePlace()
    {
    }

    public Guid OpgaveId { get; private set; }

    /// <summary>Level id; null for a drawn place of no level.</summary>
    public string? Level { get; private set; }

    public string? Code { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Drawn, in RD New (EPSG:28992).</summary>
    public Geometry? Outline { get; private set; }

    protected override string Kind => "place";

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<OpgavePlace> Area(Guid opgave, string level, string code, string name, Act act)
    {
        if (Words.Missing(("level", level), ("areaCode", code), ("name", name)) is { } missing)
            return missing;

        return Begin(new OpgavePlace { OpgaveId = opgave, Level = level, Code = code, Name = name.Trim() }, act);
    }

    /// <param name="opgave">Whose place.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="outline">Well-known text in RD New: a point, a line along a street, or a surface.</param>
    /// <param name="level">A level it belongs to, if any.</param>
    /// <param name="act">Who and when.</param>
    public static Outcome<OpgavePlace> Drawn(Guid opgave, string name, string outline, string? level, Act act)
    {
        if (Words.Missing(("name", name)) is { } missing)
            return missing;

        Geometry geometry;
        try
        {
            geometry = new WKTReader { IsOldNtsCoordinateSyntaxAllowed = false }.Read(outline);
        }
        catch (Exception unreadable) when (unreadable is ParseException or ArgumentException or InvalidOperationException)
        {
            return NotUnderstood();
        }

        if (geometry.IsEmpty || !geometry.IsValid || !netherlands.Contains(geometry.EnvelopeInternal))
            return NotUnderstood();
        geometry.SRID = 28992;
        return Begin(new OpgavePlace { OpgaveId = opgave, Level = level, Name = name.Trim(), Outline = geometry }, act);
    }

    private static OpgavePlace Begin(OpgavePlace place, Act act)
    {
        place.Begin(act);
        place.Tell("place", null, place.Name, place.Name, act);
        return place;
    }

    private static Reason NotUnderstood() => new("place-not-understood", "This drawing is not a valid shape inside the Netherlands (RD New, metres).");
}
