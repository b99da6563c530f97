// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary>What residents of an area drew alike: of the place itself, or else of the area around it. Each is made once, for it changes only with every tenth drawing.</summary>
internal sealed class SharedSurfaces
{
    private const int MostKept = 2000;

    private readonly Lock access = new();
    private readonly Dictionary<(string Fingerprint, Guid Tenant, string Code, int Drawings), Outcome<SharedNeighbourhood>> made = [];

    /// <summary>The surface and the area whose residents drew it; a reason when nowhere around ten of them did.</summary>
    internal async Task<(Outcome<SharedNeighbourhood> Surface, string? Of)> Around(ResidentDoor door, Place place)
    {
        if (!(await new ResidentWork(door.Room).Outlines(door.Visitor, door.Cancel)).TryGet(out var sent, out var reason))
            return (reason, null);

        var drawn = door.Ground.Drawings().Select(drawing => (drawing.HomeCell, Outline: drawing.Shape)).Where(drawing => drawing.HomeCell is not null)
            .Concat(sent.Drawn.Select(drawing => ((string?)drawing.HomeCell, drawing.Outline))).ToList();
        var homes = drawn.ConvertAll(drawing => HomeCell.Middle(drawing.Item1!) is { } middle ? door.Places.At(middle.X, middle.Y) : null);
        Outcome<SharedNeighbourhood>? last = null;
        // A whole gemeente together only shows where those live who drew.
        foreach (var code in place.Above.Where(code => door.Places.Find(code) is { Level: "buurt" or "wijk" }))
        {
            var outlines = drawn.Where((_, at) => homes[at]?.Above.Contains(code) == true).Select(drawing => drawing.Outline).ToList();
            last = Make((door.Ground.Fingerprint, door.Visitor.Tenant, code, outlines.Count / DrawnSurface.FewestContributors), outlines);
            if (last.TryGet(out _, out _))
                return (last, code);
        }

        return (last ?? new Reason("surface-too-few-contributors", "Nobody drew here.") { Arguments = [DrawnSurface.FewestContributors, 0] }, null);
    }

    private Outcome<SharedNeighbourhood> Make((string, Guid, string, int Tens) key, List<NetTopologySuite.Geometries.Geometry> outlines)
    {
        lock (access)
        {
            if (made.Count > MostKept)
                made.Clear();
            return made.TryGetValue(key, out var known) ? known : made[key] = SharedNeighbourhood.Of(outlines);
        }
    }
}
