// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;
using Schakel.Catalogue.Tests.Storage;

namespace Schakel.Catalogue.Tests.Recognition;

/// <summary>Tables that nobody would make: names and cells thrown together. Each is understood or refused; none breaks the program.</summary>
public sealed class TableRecognitionProperties
{
    private static readonly string[] names =
    [
        "code", "from", "naar", "year", "aandeel", "ind_wbi", "BUURTCODE_CBS_2015", "BUURTCODE_CBS_2022", "BU_CODE", "buurtcode", "wijkcode", "gemeentecode", "stadsdeel", "stadsdeelcode", "jaar", "Perioden", "maand", "delict", "type", "naam", "water", "a_inw", "AANT_INW", "INW2014", "P_KOOPWON",
        "eenzaamheid", "x", "y", "datum", "", "%", "😀", "__missing", "code__missing", "geometry", "parent_wijk", "name", "\"; DROP TABLE staged; --", "C28992R100", "aantal", "Marges",
    ];

    private static readonly string?[] cells =
        [null, "BU00140000", "BU00140001", "WK001400", "GM0014", "NL00", "E2269N5800", "0601", "A", "2014", "2016JJ00", "2016MM13", "JA", "MW00000", "=1+1", "'", "31-12-2014", "BU0014", "😀", "E N"];

    private static readonly double[] numbers = [double.NaN, 0, 1, -1, 0.5, 12, 13, 2014, 2016.5, 140000, 1e300, -99, 233620, 581600];

    private static readonly Gen<Column> columns = Gen.Select(Gen.Int[0, names.Length - 1].Select(i => names[i]), Gen.Bool, Gen.Int[0, 1_000_000]).Select<string, bool, int, Column>((name, isText, seed) =>
        isText ? Tables.Text(name, [.. Enumerable.Range(0, 6).Select(i => cells[(seed / (i + 1) + 7 * i) % cells.Length])])
            : Tables.Number(name, [.. Enumerable.Range(0, 6).Select(i => numbers[(seed / (i + 1) + 5 * i) % numbers.Length])]));

    [Fact]
    public void Every_table_is_understood_or_refused() =>
        Gen.Select(columns.Array[1, 8], Gen.Int[0, 3]).Sample((found, shape) =>
        {
            if (TableRecognition.Recognise(TableOf(found, shape), null).TryGet(out var table, out var reason))
                Assert.All(table.Figures, rows => Assert.All(rows.Columns, column => Assert.Equal((rows.Codes.Length, rows.Codes.Length), (column.Values.Length, column.Missing.Length))));
            else
                Assert.NotEmpty(reason.Detail);
        }, iter: 3000, threads: 1);

    [Fact]
    public void What_is_understood_can_be_imported_and_opened() =>
        Gen.Select(columns.Array[2, 8], Gen.Int[0, 3]).Where((found, shape) => TableRecognition.Recognise(TableOf(found, shape), null).TryGet(out _, out _)).Sample((found, shape) =>
        {
            using var folder = new ImportedFolder();
            ImportedFolder.Answer(folder.TryImport(TableOf(found, shape)));
            using var catalogue = folder.Open();
            foreach (var summary in catalogue.Levels)
            {
                var layer = ImportedFolder.Answer(catalogue.Areas(summary.Level.Id, null));
                Assert.Equal(layer.Codes.Order(StringComparer.Ordinal), layer.Codes);
                catalogue.Boundaries(layer);
                foreach (var indicator in catalogue.Indicators.Where(indicator => indicator.Values.ContainsKey(summary.Level.Id)))
                    Assert.Contains(indicator.Years, year => catalogue.Values(indicator.Id, layer, year).TryGet(out _, out _));
            }
        }, iter: 40, threads: 1);

    private static SourceTable TableOf(Column[] found, int shape)
    {
        Geometry?[] shapes = [.. Enumerable.Range(0, 6).Select(i => shape switch { 1 => Tables.Square(100 * i, 400000, 100), 2 => new Point(100000 + i, 400000), _ => null })];
        return shape is 1 or 2 ? Tables.Map("tabel_2020.gpkg", "buurten", shapes, found) : Tables.Of(shape == 3 ? "tabel_2020.csv" : "tabel.csv", found);
    }
}
