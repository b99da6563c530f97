// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Tests.Storage;

public sealed class StatedOriginTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_the_owner_says_goes_before_what_the_shape_of_a_file_suggests()
    {
        var file = Write("kerncijfers_2020.csv", "gwb_code;a_inw\nBU00140000;30\nBU00140001;10\n");
        Write("herkomst.json", """{"bron": "Voorbeeldstad (verzonnen)", "licentie": "CC0 1.0"}""");

        var report = folder.Import(file);

        Assert.Empty(report.Refused);
        Assert.Equal(("cbs", "Bron: Voorbeeldstad (verzonnen)", "CC0 1.0"), (report.Datasets[0].Source, report.Datasets[0].Attribution, report.Datasets[0].Licence));
        Assert.All(report.Indicators, indicator => Assert.Equal("Bron: Voorbeeldstad (verzonnen)", indicator.Source));
    }

    [Fact]
    public void Without_a_statement_the_shape_decides_and_a_later_statement_replaces_it()
    {
        var file = Write("kerncijfers_2020.csv", "gwb_code;a_inw\nBU00140000;30\nBU00140001;10\n");
        Assert.Equal("Bron: CBS / Kadaster", folder.Import(file).Datasets[0].Attribution);
        Write("herkomst.json", """{"bron": "Gemeente Voorbeeld", "licentie": "CC BY 4.0"}""");

        folder.Import(file);

        using var catalogue = folder.Open();
        Assert.Equal("Bron: Gemeente Voorbeeld", Assert.Single(catalogue.Datasets).Attribution);
    }

    [Theory]
    [InlineData("geen json")]
    [InlineData("[]")]
    [InlineData("{\"bron\": \"Gemeente Voorbeeld\"}")]
    [InlineData("{\"bron\": 5, \"licentie\": \"CC0\"}")]
    [InlineData("")]
    public void A_statement_that_says_nothing_is_refused_and_the_files_are_kept(string statement)
    {
        var file = Write("kerncijfers_2020.csv", "gwb_code;a_inw\nBU00140000;30\nBU00140001;10\n");
        Write("herkomst.json", statement);

        var report = folder.Import(file);

        Assert.Equal("origin-not-understood", Assert.Single(report.Refused).Code);
        Assert.Equal("Bron: CBS / Kadaster", report.Datasets[0].Attribution);
    }

    private string Write(string name, string text)
    {
        var path = folder.Beside(name);
        File.WriteAllText(path, text);
        return path;
    }
}
