// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources;

public sealed class OpenDataTests : IDisposable
{
    private readonly MadeFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_key_is_called_by_its_title_with_heading_and_unit_whatever_its_number()
    {
        var table = Read("""
            {"DataProperties":[
              {"ID":1,"ParentID":null,"Type":"TopicGroup","Key":"","Title":"Bevolking"},
              {"ID":2,"ParentID":1,"Type":"Topic","Key":"AantalInwoners_5","Title":"Aantal inwoners","Unit":"aantal"},
              {"ID":3,"ParentID":1,"Type":"Topic","Key":"Zonderling_6","Title":"Zonderling","Unit":"per 1 000"},
              {"ID":4,"ParentID":4,"Type":"TopicGroup","Title":"Lus"},
              {"ID":5,"ParentID":4,"Type":"Topic","Key":"InEenLus_7","Title":"In een lus","Unit":""}],
             "value":[{"AantalInwoners_5":"     120","Zonderling_6":"     1.5","InEenLus_7":"       .","Nergens_8":"       3"}]}
            """);

        Assert.Equal(120, Assert.IsType<NumberColumn>(table.Find("Bevolking/Aantal inwoners (aantal)")).Values[0]);
        Assert.Equal(1.5, Assert.IsType<NumberColumn>(table.Find("Bevolking/Zonderling (per 1 000)")).Values[0]);
        Assert.NotNull(table.Find("Nergens_8"));
        Assert.Single(table.Columns, column => column.Name.EndsWith("In een lus", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_become_titles_but_for_areas_and_periods()
    {
        var table = Read("""
            {"DataProperties":[],
             "Dimensions":{"WijkenEnBuurten":[{"Key":"BU00140000","Title":"Binnenstad"}],"Perioden":[{"Key":"2024JJ00","Title":"2024*"}],"SoortMisdrijf":[{"Key":"1.1.1 ","Title":"1.1.1 Inbraak"}]},
             "value":[{"WijkenEnBuurten":"BU00140000","Perioden":"2024JJ00","SoortMisdrijf":"1.1.1 ","GeregistreerdeMisdrijven_1":"       7"},
                      {"WijkenEnBuurten":"BU00140001","Perioden":"2024JJ00","SoortMisdrijf":"9.9.9 ","GeregistreerdeMisdrijven_1":"       8"}]}
            """);

        Assert.Equal(["BU00140000", "BU00140001"], Text(table, "WijkenEnBuurten"));
        Assert.Equal(["Binnenstad", null], Text(table, "naam"));
        Assert.Equal(["2024JJ00", "2024JJ00"], Text(table, "Perioden"));
        Assert.Equal(["1.1.1 Inbraak", "9.9.9"], Text(table, "SoortMisdrijf"));
    }

    [Fact]
    public void Observations_become_rows_with_the_reason_where_a_figure_is_missing()
    {
        var table = Read("""
            {"MeasureCodes":[{"Identifier":"T1","Title":"Aantal inwoners","Unit":"aantal"},{"Identifier":"M2","Title":"Waarde","Unit":"%"},{"Identifier":"M3","Title":"Waarde","Unit":"%"}],
             "Dimensions":{"WijkenEnBuurten":[{"Identifier":"BU00140000","Title":"Binnenstad"}]},
             "value":[{"Measure":"T1","Value":12,"WijkenEnBuurten":"BU00140000"},{"Measure":"M2","Value":1.5,"WijkenEnBuurten":"BU00140000"},
                      {"Measure":"M3","Value":null,"ValueAttribute":"Secret","WijkenEnBuurten":"BU00140001"},{"Measure":"T1","Value":null,"ValueAttribute":"Impossible","WijkenEnBuurten":"BU00140001"}]}
            """);

        Assert.Equal(2, table.RowCount);
        var residents = Assert.IsType<NumberColumn>(table.Columns.Single(column => column.Name.StartsWith("Aantal inwoners", StringComparison.Ordinal)));
        Assert.Equal([MissingReason.Present, MissingReason.Unknown], residents.Missing);
        Assert.Equal([12, double.NaN], residents.Values);
        Assert.Equal([MissingReason.Present, MissingReason.Empty], Assert.IsType<NumberColumn>(table.Find("Waarde (%) M2")).Missing);
        Assert.Equal([MissingReason.Empty, MissingReason.Secret], Assert.IsType<NumberColumn>(table.Find("Waarde (%) M3")).Missing);
    }

    private SourceTable Read(string json) => SharedFiles.Answer(SourceFile.Read(files.Text("tabel 2024.json", json), new ReadOptions(), TestContext.Current.CancellationToken))[0];

    private static string?[] Text(SourceTable table, string column) => Assert.IsType<TextColumn>(table.Find(column)).Values;
}
