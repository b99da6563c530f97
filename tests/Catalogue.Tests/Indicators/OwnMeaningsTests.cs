// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Catalogue.Tests.Storage;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Indicators;

public sealed class OwnMeaningsTests : IDisposable
{
    private const string Heading = "id;soort;kolommen;titel;eenheid;noemer;factor;richting;bron;licentie\n";
    private const string Angry = "boze_buren;aantal;Boze Buren|Burenruzie;meldingen van burenruzie;per 1.000 inwoners;aantal_inwoners;;lager-is-beter;Gemeente Breda;CC0\n";

    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_meanings_beside_the_data_gives_columns_their_meaning()
    {
        File.WriteAllText(folder.Beside("meanings.csv"), Heading + Angry + "tevreden;aandeel;Groen (% tevreden);tevreden over het groen;;aantal_inwoners;;;;\n");
        var report = folder.Import(Data("gwb_code;BOZE_BUREN;Groen (% tevreden);a_inw\nBU00140000;3;45;100\nBU00140001;5;60;200\n"));

        Assert.Empty(report.Refused);
        using var catalogue = folder.Open();
        var angry = catalogue.Find("burenruzie") ?? catalogue.Find("boze_buren")!;
        Assert.Equal(
            ("boze_buren", IndicatorKind.Count, "aantal_inwoners", IndicatorDirection.LowerIsBetter, "Bron: Gemeente Breda", "CC0", true),
            (angry.Id, angry.Kind, angry.Denominator, angry.Direction, angry.Source, angry.Licence, angry.Recognised));
        var layer = Answer(catalogue.Areas("buurt", 2022));
        Assert.Equal([0.45, 0.6], Answer(catalogue.Values("tevreden", layer, 2022)).Values);
        Assert.NotEqual("Bron: Gemeente Breda", catalogue.Find("tevreden")!.Source);
        Assert.Empty(report.Unrecognised);
    }

    [Fact]
    public void A_users_meaning_goes_before_the_one_that_is_known()
    {
        File.WriteAllText(folder.Beside("betekenissen.csv"), "id,kind,names,title_nl,denominator,scale\nwoz_eigen,mean,wozWaarde,WOZ volgens de gemeente,,1000\n");
        folder.Import(Data("gwb_code;wozWaarde\nBU00140000;200\n"));

        using var catalogue = folder.Open();
        Assert.Equal([200000], Answer(catalogue.Values("woz_eigen", Answer(catalogue.Areas("buurt", 2022)), 2022)).Values);
        Assert.DoesNotContain(catalogue.Indicators, indicator => indicator.Id == "woz_waarde");
    }

    [Fact]
    public void Importing_again_after_a_change_gives_the_new_meaning()
    {
        var data = Data("gwb_code;BOZE_BUREN\nBU00140000;3\n");
        folder.Import(data);
        File.WriteAllText(folder.Beside("meanings.csv"), Heading + Angry);
        folder.Import(data);
        File.WriteAllText(folder.Beside("meanings.csv"), Heading + Angry.Replace("meldingen van burenruzie", "ruzie", StringComparison.Ordinal));
        folder.Import(data);

        using var catalogue = folder.Open();
        Assert.Equal("ruzie", Assert.Single(catalogue.Indicators).TitleNl);
    }

    [Fact]
    public void Years_in_names_of_columns_do_not_hide_the_meaning()
    {
        File.WriteAllText(folder.Beside("meanings.csv"), Heading + Angry);
        folder.Import(Data("gwb_code;Boze buren 2020;Boze buren 2021\nBU00140000;3;4\n"));

        using var catalogue = folder.Open();
        Assert.Equal([2020, 2021], catalogue.Find("boze_buren")!.Years);
    }

    [Fact]
    public void A_bad_file_beside_the_data_is_refused_by_itself_and_the_data_are_kept()
    {
        File.WriteAllText(folder.Beside("meanings.csv"), Heading + Angry + "x;heel veel;y;z;;;;;;\n");
        var report = folder.Import(Data("gwb_code;BOZE_BUREN\nBU00140000;3\n"));

        var refusal = Assert.Single(report.Refused);
        Assert.Equal(("meaning-not-usable", 2L, "soort", "heel veel"), (refusal.Code, refusal.Row, refusal.Column, refusal.Value));
        Assert.Single(report.Datasets);
        Assert.Contains(report.Indicators, indicator => !indicator.Recognised);
    }

    [Theory]
    [InlineData("id;soort;kolommen;titel\nBoze buren;mean;y;z\n", 1, "id", "Boze buren")]
    [InlineData("id;soort;kolommen;titel\n;mean;y;z\n", 1, "id", null)]
    [InlineData("id;soort;kolommen;titel\nx;mean;y;z\nx;mean;w;z\n", 2, "id", "x")]
    [InlineData("id;soort;kolommen;titel\nx;mean;y;z\nw;mean;Y;z\n", 2, "kolommen", "Y")]
    [InlineData("id;soort;kolommen;titel\nx;mean;;z\n", 1, "kolommen", null)]
    [InlineData("id;soort;kolommen;titel\nx;mean;y;\n", 1, "titel", null)]
    [InlineData("id;soort;kolommen;titel\nx;count;y;z\n", 1, "denominator", null)]
    [InlineData("id;soort;kolommen;titel;noemer\nx;count;y;z;knikkers\n", 1, "noemer", "knikkers")]
    [InlineData("id;soort;kolommen;titel;factor\nx;mean;y;z;-1\n", 1, "factor", "-1")]
    [InlineData("id;soort;kolommen;titel;factor\nx;mean;y;z;veel\n", 1, "factor", "veel")]
    [InlineData("id;soort;kolommen;titel;richting\nx;mean;y;z;omhoog\n", 1, "richting", "omhoog")]
    [InlineData("id;soort;titel\nx;mean;z\n", null, "names", null)]
    public void A_bad_line_is_answered_with_its_row_and_column_and_nothing_is_imported(string text, int? row, string column, string? value)
    {
        File.WriteAllText(folder.Beside("eigen.csv"), text);
        var outcome = CatalogueImport.Run([Data("gwb_code;BOZE_BUREN\nBU00140000;3\n")], folder.Directory, new ImportOptions { Meanings = folder.Beside("eigen.csv") }, null, TestContext.Current.CancellationToken);

        var refusal = Assert.IsType<Refusal>(ReasonOf(outcome));
        Assert.Equal(("meaning-not-usable", (long?)row, column, value), (refusal.Code, refusal.Row, refusal.Column, refusal.Value));
        Assert.NotNull(refusal.Expected);
        Assert.False(Directory.Exists(folder.Directory));
    }

    [Theory]
    [InlineData("nowhere.csv", "file-not-found")]
    [InlineData("leeg.csv", "file-empty")]
    public void A_file_of_meanings_that_cannot_be_read_says_why(string name, string code)
    {
        File.WriteAllText(folder.Beside("leeg.csv"), "");

        Assert.Equal(code, ReasonOf(CatalogueImport.Run([Data("gwb_code;a\nBU00140000;3\n")], folder.Directory, new ImportOptions { Meanings = folder.Beside(name) }, null, TestContext.Current.CancellationToken)).Code);
        Assert.False(Directory.Exists(folder.Directory));
    }

    private string Data(string text)
    {
        var path = folder.Beside("cijfers_2022.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
