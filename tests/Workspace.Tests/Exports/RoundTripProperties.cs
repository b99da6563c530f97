// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Exports;

/// <summary>What is exported and read again is what was exported, in every form.</summary>
public sealed class RoundTripProperties : IDisposable
{
    private static readonly MissingReason[] reasons = [MissingReason.Empty, MissingReason.Secret, MissingReason.Nil, MissingReason.Unknown, MissingReason.ClassOnly, MissingReason.NotANumber];

    private static readonly string[] hostile = ["", "=", "+", "-", "@", "'=", "''+", "\"", "'s-"];

    private static readonly Gen<string> hostileNames =
        Gen.Select(Gen.Int[0, hostile.Length - 1].Select(i => hostile[i]), Gen.String[Gen.Char["abcXYZ09 ,;:\"'=&<>%éßçλ漢"], 0, 12], (start, rest) => start + "Naam" + rest.TrimEnd() + "!");

    private static readonly Gen<(double Value, MissingReason Reason)> cells = Gen.OneOf(
        Gen.Double[-99_000, 1e15].Select(value => (value, MissingReason.Present)),
        Gen.Double[0, 1].Select(value => (value, MissingReason.Present)),
        Gen.Int[0, 100_000].Select(value => ((double)value, MissingReason.Present)),
        Gen.Int[0, reasons.Length - 1].Select(i => (double.NaN, reasons[i])));

    private static readonly Gen<Geometry?> shapes = Gen.Select(Gen.Double[20_000, 270_000], Gen.Double[320_000, 610_000], Gen.Double[1, 5_000], Gen.Int[0, 3]).Select(Shape);

    private readonly string folder = Directory.CreateTempSubdirectory("export heen en weer ").FullName;

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(format => format.Id)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Codes_names_values_reasons_and_shapes_come_back(string id)
    {
        var format = ExportFormat.ById(id)!;
        Gen.Int[1, 12].SelectMany(rows => Gen.Select(Gen.Int[0, 9_000], hostileNames.Array[rows], cells.Array[rows], cells.Array[rows], shapes.Array[rows]))
            .Sample(
                (first, names, one, other, boundaries) =>
                {
                    var content = Content(first, names, one, other, boundaries);
                    var path = Path.Combine(folder, "tabel" + format.Ending);
                    Assert.True(new ExportFiles(content, "test").Write(format, path, overwrite: true, TestContext.Current.CancellationToken).TryGet(out _, out var reason), reason?.Detail);
                    Assert.True(SourceFile.Read(path, new ReadOptions { Layer = format.HoldsLevels ? "buurt" : null }, TestContext.Current.CancellationToken).TryGet(out var tables, out reason), reason?.Detail);

                    Same(content.Layers[0], Assert.Single(tables), format);
                },
                iter: 60, threads: 1);
    }

    private static void Same(ExportLayer layer, SourceTable table, ExportFormat format)
    {
        Assert.Equal(layer.Codes.Length, table.RowCount);
        for (var row = 0; row < layer.Codes.Length; row++)
        {
            Assert.Equal(layer.Codes[row], table.Find("code")!.TextAt(row));
            Assert.Equal(layer.Names[row], table.Find("naam")!.TextAt(row));
        }
        foreach (var column in layer.Columns)
        {
            var read = Assert.IsType<NumberColumn>(table.Find(column.Name));
            Assert.Equal(column.Numbers!, read.Values);
            Assert.Equal(column.Missing, read.Missing.Select(MissingWords.Of));
            Assert.Null(table.Find(column.ReasonName));
        }
        if (!format.HoldsShapes)
            return;
        for (var row = 0; row < layer.Boundaries.Length; row++)
            Assert.True(Near(layer.Boundaries[row], table.Geometries![row], format == ExportFormat.GeoJson ? 0.001 : 0), $"{layer.Boundaries[row]} became {table.Geometries[row]}");
    }

    private static bool Near(Geometry? before, Geometry? after, double tolerance)
    {
        if (before is null || after is null)
            return before is null && after is null;
        var (one, other) = (Multiple(before), Multiple(after));
        if (tolerance == 0)
            return one.Normalized().EqualsExact(other.Normalized());
        // Which point comes first may turn on less than the tolerance; every point has its like.
        return one.NumGeometries == other.NumGeometries && one.NumPoints == other.NumPoints && DiscreteHausdorffDistance.Distance(one, other) < tolerance;
    }

    private static Geometry Multiple(Geometry shape) => shape is Polygon polygon ? shape.Factory.CreateMultiPolygon([polygon]) : shape;

    private static ExportContent Content(int first, string[] names, (double Value, MissingReason Reason)[] one, (double Value, MissingReason Reason)[] other, Geometry?[] boundaries)
    {
        // Codes with zeros in front, of one width.
        var codes = names.Select((_, row) => (first + row).ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var layer = new ExportLayer(Level.Of("buurt"), 2024, codes, names, [("wijk", [.. codes.Select(code => code[..4])])], boundaries, [Column("cijfer_een", one), Column("ander cijfer", other)]);
        return new ExportContent([layer], IsPublication: false, Place: null, "abc", [], [], [], Language.Dutch);
    }

    private static ExportColumn Column(string name, (double Value, MissingReason Reason)[] cells) => new(name, name)
    {
        Numbers = Array.ConvertAll(cells, cell => cell.Value),
        Missing = Array.ConvertAll(cells, cell => MissingWords.Of(cell.Reason)),
        IsCount = true,
        Source = "bron",
        Licence = "CC0",
        Method = "verzonnen",
    };

    // To the nanometre, as a computer would have it; now and then no shape, a hole, or two parts.
    private static Geometry? Shape(double x, double y, double size, int kind)
    {
        var factory = new GeometryFactory(new PrecisionModel(), 28992);
        LinearRing Ring(double left, double bottom, double side) =>
            factory.CreateLinearRing([new(left, bottom), new(left + side, bottom + (side / 7)), new(left + side, bottom + side), new(left, bottom + side), new(left, bottom)]);
        return kind switch
        {
            0 => null,
            1 => factory.CreatePolygon(Ring(x, y, size)),
            2 => factory.CreatePolygon(Ring(x, y, size), [Ring(x + (size * 0.4), y + (size * 0.4), size * 0.3)]),
            _ => factory.CreateMultiPolygon([factory.CreatePolygon(Ring(x, y, size)), factory.CreatePolygon(Ring(x + (2 * size), y, size))]),
        };
    }
}
