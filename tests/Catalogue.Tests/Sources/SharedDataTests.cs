// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources;

/// <summary>Real files, as downloaded: rows as their README states, and the defects that it describes.</summary>
public sealed class SharedDataTests
{
    [Theory]
    [InlineData("geo/nl_buurt_2024_benaderd.gpkg", "buurt_2024", 14548)]
    [InlineData("geo/nl_regio_2022.gpkg", "wijk_2022", 3340)]
    [InlineData("geo/nl_regio_2022.gpkg", "gemeente_2022", 345)]
    [InlineData("geo/nl_regio_2022.gpkg", "provincie_2022", 12)]
    [InlineData("geo/groningen_2017.gpkg", "buurt_2017", 108)]
    [InlineData("geo/groningen_2017.gpkg", "wijk_2017", 15)]
    [InlineData("geo/groningen_2017.gpkg", "vierkant_100m_2014", 3441)]
    [InlineData("geo/amsterdam_buurt.gpkg", "buurt", 518)]
    [InlineData("geo/amsterdam_buurt.gpkg", "buurt_2015_2022_omnummering", 439)]
    [InlineData("geo/breda.gpkg", "buurt", 56)]
    [InlineData("geo/breda.gpkg", "leefbaarometer_100m", 2937)]
    [InlineData("geo/haaglanden_zonder_denhaag_wijk.gpkg", "wijk", 191)]
    [InlineData("geo/nl_spoor.gpkg", "spoor", 810)]
    [InlineData("raw/ermelo_pdok_buurten.gpkg", "CBS_Buurten", 17)]
    [InlineData("raw/ermelo_barrieres.gpkg", "Barrier_1", 3)]
    [InlineData("raw/groningen_buurt2017_shp.zip", "buurt2017", 108)]
    [InlineData("raw/groningen_wijk2017_shp.zip", "wijk2017", 15)]
    [InlineData("raw/groningen_vierkant100m2014_shp.zip", "vierkant100m2014", 3441)]
    [InlineData("raw/amsterdam_api_gebieden_buurten.geojson", null, 518)]
    [InlineData("raw/breda_buurten.geojson", null, 56)]
    [InlineData("raw/alkmaar_ongevallen_2021_2026.geojson", null, 5085)]
    [InlineData("raw/alkmaar_wijken_pdok_2024.geojson", null, 8)]
    public void Layers_have_their_features_in_RD(string file, string? layer, int rows)
    {
        var table = Assert.Single(SharedFiles.Read(file, new ReadOptions { Layer = layer }));

        Assert.Equal(rows, table.RowCount);
        Assert.Equal(layer, table.Layer);
        Assert.Equal(28992, table.Srid);
        Assert.Equal(64, table.Sha256.Length);
        Assert.Equal(rows, table.Geometries!.Count(geometry => geometry is { IsValid: true }));
        Assert.All(table.Geometries!, geometry => Assert.True(file.Contains("spoor", StringComparison.Ordinal) || Netherlands.Contains(geometry!.EnvelopeInternal)));
        Assert.All(table.Columns, column => Assert.Equal(rows, column.Count));
    }

    private static Envelope Netherlands { get; } = new(-20_000, 310_000, 280_000, 650_000);

    [Theory]
    [InlineData("kerncijfers/nl_kerncijfers_2024.csv", 18309, 26)]
    [InlineData("kerncijfers/nl_gemeente_2020_kerncijfers.csv", 355, 182)]
    [InlineData("kerncijfers/amsterdam_kwb_2017.csv", 580, 109)]
    [InlineData("kerncijfers/amsterdam_kwb_2019.csv", 580, 117)]
    [InlineData("kerncijfers/amsterdam_kwb_2020.csv", 579, 23)]
    [InlineData("kerncijfers/rivm_50090NED_18plus_2016.csv", 17341, 43)]
    [InlineData("kerncijfers/rivm_50090NED_18plus_2020.csv", 17341, 43)]
    [InlineData("kerncijfers/nl_goed_ervaren_gezondheid_2016_2022.csv", 36094, 4)]
    [InlineData("kerncijfers/breda_bevolking_woningen.csv", 67, 6)]
    [InlineData("gebeurtenissen/groningen_fietsdiefstal_tm_2015.csv", 10727, 10)]
    [InlineData("gebeurtenissen/haaglanden_zonder_denhaag_misdrijven_maand_2011_2017.csv", 46501, 5)]
    [InlineData("gebeurtenissen/haaglanden_zonder_denhaag_buurten.csv", 248, 6)]
    [InlineData("gebeurtenissen/haaglanden_delictcodes.csv", 12, 2)]
    [InlineData("gebeurtenissen/nl_misdrijven_totaal_jaar_2021_2024.csv", 59344, 4)]
    [InlineData("gebeurtenissen/breda_overlast_2022.csv", 68, 10)]
    [InlineData("gebeurtenissen/breda_misdrijven_per_type.csv", 64, null)]
    [InlineData("gebeurtenissen/amsterdam_veiligheidsmonitor_wijk.csv", 424, 186)]
    [InlineData("raw/amsterdam_statline_ses_woa_2019.csv", 579, 9)]
    [InlineData("raw/rivm_50090NED_18plus_2016.xlsx", 17341, 43)]
    public void Tables_have_their_rows_and_columns(string file, int rows, int? columns)
    {
        var table = Assert.Single(SharedFiles.Read(file));

        Assert.Equal(rows, table.RowCount);
        if (columns is not null)
            Assert.Equal(columns, table.Columns.Count);
        Assert.Null(table.Geometries);
        Assert.All(table.Columns, column => Assert.Equal(rows, column.Count));
    }

    [Fact]
    public void Every_file_of_the_folders_has_a_row_in_these_tests()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(SharedFiles.Path("geo/breda.gpkg")))!;
        var tested = typeof(SharedDataTests).GetMethods().SelectMany(method => method.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!)
            .ToHashSet(StringComparer.Ordinal);

        var files = new[] { "geo", "kerncijfers", "gebeurtenissen", "raw" }
            .SelectMany(part => Directory.GetFiles(Path.Combine(folder, part)).Select(file => $"{part}/{Path.GetFileName(file)}"));

        Assert.DoesNotContain(files, file => !tested.Contains(file));
    }

    [Fact]
    public void No_figure_anywhere_is_a_code_for_a_missing_one()
    {
        foreach (var file in new[] { "geo/groningen_2017.gpkg", "raw/ermelo_pdok_buurten.gpkg", "raw/groningen_vierkant100m2014_shp.zip", "raw/groningen_buurt2017_shp.zip" })
            foreach (var column in SharedFiles.Read(file).SelectMany(table => table.Columns).OfType<NumberColumn>())
            {
                Assert.All(column.Values, value => Assert.True(double.IsNaN(value) || value > -99990, column.Name));
                Assert.All(Enumerable.Range(0, column.Count), row => Assert.Equal(column.Missing[row] != MissingReason.Present, double.IsNaN(column.Values[row])));
            }
    }

    [Fact]
    public void Squares_tell_secret_from_nothing_and_classes_from_figures()
    {
        foreach (var file in new[] { "geo/groningen_2017.gpkg", "raw/groningen_vierkant100m2014_shp.zip" })
        {
            var squares = SharedFiles.Read(file)[^1];

            var worth = SharedFiles.Figures(squares, "WOZWON2012");
            Assert.Equal(2216, SharedFiles.Count(worth, MissingReason.Present));
            Assert.Equal(730, SharedFiles.Count(worth, MissingReason.Secret));
            Assert.Equal(324, SharedFiles.Count(worth, MissingReason.Nil));
            var cars = SharedFiles.Figures(squares, "P_AUTO2011");
            Assert.Equal(774, SharedFiles.Count(cars, MissingReason.Secret));
            Assert.Equal(234, SharedFiles.Count(cars, MissingReason.Nil));
            Assert.Equal(2433, SharedFiles.Count(cars, MissingReason.ClassOnly));
            Assert.Equal(2433, cars.Words.Count);
            Assert.Equal(198370, SharedFiles.Figures(squares, "INW2014").Values.Where(double.IsFinite).Sum());
            Assert.Contains("E2269N5800", SharedFiles.Words(squares, "C28992R100"));
        }
    }

    [Fact]
    public void Statline_numbers_are_unpadded_and_its_points_are_missing()
    {
        var table = Assert.Single(SharedFiles.Read("raw/amsterdam_statline_ses_woa_2019.csv"));

        Assert.Equal("GM0363", SharedFiles.Words(table, "Regiocode (gemeente, wijk, buurt) (code)")[0]);
        Assert.Equal(457400, SharedFiles.Figures(table, "Particuliere huishoudens (Aantal)").Values[0]);
        var score = SharedFiles.Figures(table, "SES-WOA/Totaalscore/Gemiddelde score (Getal)");
        Assert.Equal(-0.1, score.Values[0]);
        Assert.True(SharedFiles.Count(score, MissingReason.Unknown) > 0);
        Assert.Equal(0, SharedFiles.Count(score, MissingReason.NotANumber));
    }

    [Fact]
    public void Each_column_has_a_decimal_mark_of_its_own()
    {
        var table = Assert.Single(SharedFiles.Read("kerncijfers/amsterdam_kwb_2020.csv"));

        Assert.Equal(1.8, SharedFiles.Figures(table, "Avg_Household_Size").Values[0]);
        Assert.Equal(416, SharedFiles.Figures(table, "Avg_Property_Value_1000EUR").Values[0]);
        Assert.Equal(39.7, SharedFiles.Figures(table, "Avg_Income_Per_Income_Recipient_1000EUR").Values[0]);
    }

    [Fact]
    public void The_workbook_and_the_text_of_one_table_hold_the_same_figures()
    {
        var book = Assert.Single(SharedFiles.Read("raw/rivm_50090NED_18plus_2016.xlsx"));
        var text = Assert.Single(SharedFiles.Read("kerncijfers/rivm_50090NED_18plus_2016.csv"));

        Assert.Equal(SharedFiles.Words(text, "WijkenEnBuurten"), SharedFiles.Words(book, "WijkenEnBuurten"));
        Assert.Equal(SharedFiles.Figures(text, "Eenzaam_28").Values, SharedFiles.Figures(book, "Eenzaam_28").Values);
    }

    [Fact]
    public void National_figures_add_up_to_what_the_source_states()
    {
        var table = Assert.Single(SharedFiles.Read("kerncijfers/nl_kerncijfers_2024.csv"));
        var kind = SharedFiles.Words(table, "type");
        var people = SharedFiles.Figures(table, "inwoners");

        Assert.Equal(17_942_915, Enumerable.Range(0, table.RowCount).Where(row => kind[row] == "buurt" && people.Missing[row] == MissingReason.Present).Sum(row => people.Values[row]));
        Assert.Equal(17_942_942, Enumerable.Range(0, table.RowCount).Where(row => kind[row] == "gemeente" && people.Missing[row] == MissingReason.Present).Sum(row => people.Values[row]));
    }

    [Fact]
    public void A_shapefile_in_degrees_lies_on_the_geopackage_in_RD_within_a_metre()
    {
        var degrees = SharedFiles.Read("raw/groningen_wijk2017_shp.zip")[0];
        var metres = SharedFiles.Read("geo/groningen_2017.gpkg", new ReadOptions { Layer = "wijk_2017" })[0];
        var place = SharedFiles.Words(metres, "WK_CODE").Select((code, row) => (code, row)).ToDictionary(each => each.code!, each => each.row);

        foreach (var (code, row) in SharedFiles.Words(degrees, "WK_CODE").Select((code, row) => (code!, row)))
            Assert.True(degrees.Geometries![row]!.Centroid.Distance(metres.Geometries![place[code]]!.Centroid) < 1);
    }

    [Fact]
    public void Codes_with_leading_zeros_stay_text()
    {
        var breda = SharedFiles.Read("geo/breda.gpkg", new ReadOptions { Layer = "buurt" })[0];

        Assert.Equal("0601", SharedFiles.Words(breda, "BUURTCODE")[0]);
        Assert.Equal("0758", SharedFiles.Words(breda, "GEMEENTECODE")[0]);
    }

    [Theory]
    [InlineData("api_voorbeelden/gokoala_expected_foo_collection_with_limit.json", true)]
    [InlineData("api_voorbeelden/gokoala_expected_foo_collection_with_cursor.json", true)]
    public void A_page_of_a_longer_answer_says_that_it_is_one(string file, bool more)
    {
        var table = Assert.Single(SharedFiles.Read(file));

        Assert.Equal(more, table.Notes.Any(note => note.Contains("page", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_the_columns_that_are_asked_for_are_read()
    {
        var table = SharedFiles.Read("geo/groningen_2017.gpkg", new ReadOptions { Layer = "buurt_2017", Columns = ["bucode", "AANT_INW"], Geometry = false })[0];

        Assert.Equal(["BU_CODE", "AANT_INW"], table.Columns.Select(column => column.Name));
        Assert.Null(table.Geometries);
    }
}
