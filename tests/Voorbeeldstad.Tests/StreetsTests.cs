// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Voorbeeldstad.Files;
using Schakel.Voorbeeldstad.Map;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class StreetsTests
{
    private static readonly Street[] streets = [.. Streets.Draw()];

    [Fact]
    public void Every_wijk_has_streets_and_they_lie_closest_together_in_the_old_centre()
    {
        double Kilometres(string wijk)
        {
            var land = NetTopologySuite.Operation.Union.UnaryUnionOp.Union([.. Landscape.Drawn.Buurten.Where(buurt => buurt.Wijk.Name == wijk).Select(buurt => buurt.Shape)]);
            return streets.Where(street => street.Type == "straat").Sum(street => street.Line.Intersection(land).Length) / Streets.BuiltUp.Intersection(land).Area * 1_000;
        }

        string[] planned = ["Singelkwartier", "Spoorwijk", "Zuiderveld", "De Weiden", "Hoge Dennen"];
        Assert.All(planned, wijk => Assert.InRange(Kilometres(wijk), 8, 0.95 * Kilometres(Streets.OldCentre)));
    }

    [Fact]
    public void Streets_cross_railway_and_canal_only_where_there_is_a_crossing()
    {
        var passages = BarrierFile.Crossings().Select(crossing => crossing.Shape!.Buffer(120)).ToArray();
        foreach (var street in streets.Where(street => street.Type is not "landweg"))
            foreach (var barrier in BarrierFile.Barriers())
            {
                var at = street.Line.Intersection(barrier.Shape);
                Assert.True(at.IsEmpty || at.Coordinates.All(point => passages.Any(passage => passage.Intersects(new NetTopologySuite.Geometries.Point(point)))), $"{street.Type} at {at}");
            }
    }

    [Fact]
    public void Houses_stand_where_the_map_is_built_up() => Assert.All(
        People.Settlement.Cells.Where(cell => cell.Residents > 0), cell => Assert.True(Streets.BuiltUp.Intersection(cell.Square).Area > 0.95 * cell.Square.Area, cell.Code));
}
