// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Sources.Recognition;
using Schakel.Catalogue.Tests.Storage;

namespace Schakel.Catalogue.Tests.Recognition;

public sealed class FeatureRecognitionTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    private static readonly LineString line = new([new(233_000, 581_000), new(234_000, 582_000)]) { SRID = 28992 };

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("spoorlijnen.gpkg", "barriers", "rail")]
    [InlineData("Kanalen 2024.gpkg", "barriers", "water")]
    [InlineData("snelwegen.geojson", "barriers", "motorway")]
    [InlineData("barrières.gpkg", "barriers", null)]
    [InlineData("oversteken.gpkg", "crossings", null)]
    [InlineData("top10nl_wegdeel_hartlijn.gpkg", "background", null)]
    public void The_name_of_a_file_says_what_its_lines_are(string file, string kind, string? usual)
    {
        var table = Recognised(Tables.Map(file, "laag 1", [line], Tables.Text("naam", "Lijn")));

        Assert.Equal((kind, usual, "Lijn"), (table.Kind, Text(table, "class"), Text(table, "name")));
    }

    [Fact]
    public void A_column_class_says_it_whatever_the_name_of_the_file()
    {
        var table = Recognised(Tables.Map("lijnen.gpkg", "lijnen", [line, line], Tables.Text("class", "trunk", "soft")));

        Assert.Equal(["trunk", "soft"], table.Features!.Texts.Single(text => text.Column == "class").Values);
    }

    [Fact]
    public void An_unknown_class_is_refused_with_its_row()
    {
        Assert.False(TableRecognition.Recognise(Tables.Map("barrieres.gpkg", "barrieres", [line, line], Tables.Text("class", "rail", "heg")), null).TryGet(out _, out var reason));

        var refusal = Assert.IsType<Refusal>(reason);
        Assert.Equal(("barrier-class-unknown", 2L, "class", "heg"), (refusal.Code, refusal.Row, refusal.Column, refusal.Value));
    }

    [Fact]
    public void Rows_without_a_shape_are_left_out_and_counted()
    {
        var table = Recognised(Tables.Map("spoor.gpkg", "spoor", [line, null, LineString.Empty], Tables.Text("naam", "a", "b", "c")));

        Assert.Equal(["a"], table.Features!.Texts.Single(text => text.Column == "name").Values);
        Assert.Contains(table.Notes, note => note.Contains("2 of 3 rows without a shape", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_drawing_the_home_is_kept_as_a_square_and_other_columns_are_not()
    {
        folder.Import(Tables.Map(
            "tekeningen.gpkg", "tekeningen", [Tables.Square(233_000, 581_000, 300)], Tables.Text("respondent", "R1"), Tables.Number("homeX", 233_150), Tables.Number("homeY", 581_299),
            Tables.Text("leeftijd", "65+"), Tables.Text("telefoon", "0612345678")));

        using var catalogue = folder.Open();
        var drawing = Assert.Single(catalogue.Drawings());
        Assert.Equal(("R1", "E2331N5812", "65+", null), (drawing.Respondent, drawing.HomeCell, drawing.Age, drawing.Tenure));
        Assert.All(Directory.GetFiles(folder.Directory), file => Assert.DoesNotContain("0612345678", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public void Drawings_of_nobody_are_left_out_and_counted_and_a_home_that_is_not_known_is_no_square()
    {
        var table = Recognised(Tables.Map(
            "tekeningen.geojson", "tekeningen", [Tables.Square(233_000, 581_000, 300), Tables.Square(233_000, 581_000, 200), null], Tables.Text("respondent", "R1", null, "R3"),
            Tables.Number("homeX", 233_150, 233_150, 233_150), Tables.Number("homeY", double.NaN, 581_000, 581_000)));

        Assert.Equal(["R1"], table.Features!.Texts.Single(text => text.Column == "respondent").Values);
        Assert.Null(Text(table, "home_cell"));
        Assert.Contains(table.Notes, note => note.Contains("1 of 3 rows without a respondent", StringComparison.Ordinal));
        Assert.Contains(table.Notes, note => note.Contains("1 of 3 rows without a shape", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_edition_of_the_barriers_replaces_the_old_one_and_the_same_file_twice_changes_nothing()
    {
        var first = Tables.Map("spoor.gpkg", "spoor", [line], Tables.Text("naam", "oud"));
        folder.Import(first);
        var (fingerprint, _) = State();
        folder.Import(first);
        Assert.Equal(fingerprint, State().Fingerprint);

        folder.Import(Tables.Map("spoor.gpkg", "spoor", [line], Tables.Text("naam", "nieuw")));

        Assert.Equal(["nieuw"], State().Names);

        (string Fingerprint, string?[] Names) State()
        {
            using var catalogue = folder.Open();
            return (catalogue.Fingerprint, [.. catalogue.Features(FeatureKind.Barriers).Select(barrier => barrier.Name)]);
        }
    }

    private static RecognisedTable Recognised(SourceTable table) => ImportedFolder.Answer(TableRecognition.Recognise(table, null));

    private static string? Text(RecognisedTable table, string column) => table.Features!.Texts.Single(text => text.Column == column).Values[0];
}
