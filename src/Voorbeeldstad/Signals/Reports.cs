// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Schakel.Analysis.Numerics;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Map;
using Schakel.Voorbeeldstad.People;

namespace Schakel.Voorbeeldstad.Signals;

/// <summary>What residents reported in 2024, and what inspectors found. Achterkamp is silent: more to see, less said. In Waterkant one person says much.</summary>
internal sealed class Reports
{
    internal const string Silent = "Achterkamp", OneReporter = "Waterkant", ClusterBuurt = "Sluisbuurt", BusyReporter = "M0001";

    internal const double InspectedMore = 1.3, ReportedLess = 0.4;

    /// <summary>Reports in the cluster, and those of the one reporter: 40 %.</summary>
    internal const int InCluster = 50, OfOneReporter = 20;

    /// <summary>What the cluster is about.</summary>
    internal const string ClusterCategory = "overlast";

    /// <summary>The last four weeks of the file: who looks on its last day sees the cluster.</summary>
    internal static readonly DateOnly ClusterFrom = new(TownPlan.LastYear, 12, 4), ClusterTo = new(TownPlan.LastYear, 12, 31);

    /// <summary>[per resident and year].</summary>
    private const double reportRate = 0.022, inspectionRate = 0.035;

    private static readonly string[] categories = ["afval", "groen", "verlichting", "wegdek", "overlast"];

    private readonly Dictionary<(int X, int Y), int> buurtOf;

    internal Reports(IReadOnlyList<Cell> cells, int seed)
    {
        var random = new RandomSequence(seed, 50);
        var all = new List<Report>();
        foreach (var cell in cells)
        {
            var expected = cell.Residents * reportRate * (IsSilent(cell.Buurt) ? ReportedLess : 1);
            for (var left = Draw.Poisson(expected, ref random); left > 0; left--)
                all.Add(Around(cell, Pseudonym(2 + random.NextInt(1_600)), categories[random.NextInt(categories.Length)], random.NextInt(366), ref random));
        }

        // A cluster of four weeks in one square.
        var place = cells.Where(cell => cell.Buurt.Name == ClusterBuurt).MaxBy(cell => cell.Residents)!;
        for (var i = 0; i < InCluster; i++)
            all.Add(Around(place, i < OfOneReporter ? BusyReporter : Pseudonym(2_000 + i), ClusterCategory, ClusterFrom.DayOfYear - 1 + random.NextInt(28), ref random));
        All = [.. all.OrderBy(report => report.Date).ThenBy(report => report.X).ThenBy(report => report.Y)];
        Cluster = place;

        var inspections = new RandomSequence(seed, 51);
        Inspected = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var buurt in Town)
            Inspected[buurt.Code] = Draw.Poisson(buurt.Residents * inspectionRate * (IsSilent(buurt) ? InspectedMore : 1), ref inspections);

        var numbers = Town.Index().ToDictionary(buurt => buurt.Item.Code, buurt => buurt.Index, StringComparer.Ordinal);
        buurtOf = cells.ToDictionary(cell => ((int)cell.Corner.X / Cell.Side, (int)cell.Corner.Y / Cell.Side), cell => numbers[cell.Buurt.Code]);
        string[] codes = [.. Town.Select(buurt => buurt.Code)];
        Reported = All.CountBy(report => codes[BuurtOf(report)]).ToDictionary(StringComparer.Ordinal);
    }

    internal static IEnumerable<Buurt> Town => Landscape.Drawn.Buurten.Where(buurt => buurt.Wijk.Stadsdeel is not null);

    /// <summary>By date.</summary>
    internal IReadOnlyList<Report> All { get; }

    /// <summary>Where the cluster is.</summary>
    internal Cell Cluster { get; }

    /// <summary>Reports per buurt code; nothing where nobody reported.</summary>
    internal Dictionary<string, int> Reported { get; }

    /// <summary>Points that inspectors noted, per buurt code.</summary>
    internal Dictionary<string, int> Inspected { get; }

    /// <summary>Number of the buurt in <see cref="Town"/>.</summary>
    internal int BuurtOf(Report report) => buurtOf[(report.X / Cell.Side, report.Y / Cell.Side)];

    internal static bool IsSilent(Buurt buurt) => buurt.Wijk.Name == Silent;

    private static string Pseudonym(int number) => string.Create(CultureInfo.InvariantCulture, $"M{number:0000}");

    /// <summary>Somewhere in the part of a square that lies in its buurt.</summary>
    private static Report Around(Cell cell, string reporter, string category, int day, ref RandomSequence random)
    {
        while (true)
        {
            var (x, y) = ((int)cell.Corner.X + random.NextInt(Cell.Side), (int)cell.Corner.Y + random.NextInt(Cell.Side));
            if (PointLocation.IsInRing(new Coordinate(x, y), cell.Buurt.Shape.ExteriorRing.Coordinates))
                return new Report(reporter, category, new DateOnly(TownPlan.LastYear, 1, 1).AddDays(day), x, y);
        }
    }
}
