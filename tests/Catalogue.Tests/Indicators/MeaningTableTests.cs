// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Indicators;

namespace Schakel.Catalogue.Tests.Indicators;

public sealed class MeaningTableTests
{
    [Theory]
    [InlineData("AANT_INW", "aantal_inwoners")]
    [InlineData("a_inw", "aantal_inwoners")]
    [InlineData("Bevolking.Aantal.inwoners..aantal.", "aantal_inwoners")]
    [InlineData("Bevolking/Aantal inwoners (aantal)", "aantal_inwoners")]
    [InlineData("AantalInwoners_5", "aantal_inwoners")]
    [InlineData("aantal_inwoners", "aantal_inwoners")]
    [InlineData("P_00_14_JR", "aandeel_0_tot_15_jaar")]
    [InlineData("a_00_14", "inwoners_0_tot_15_jaar")]
    [InlineData("a_65_oo", "inwoners_65_jaar_en_ouder")]
    [InlineData("percentage_personen_65_jaar_en_ouder", "aandeel_65_jaar_en_ouder")]
    [InlineData("Wonen.Gemiddelde.WOZ.waarde.van.woningen..x.1.000.euro.", "woz_waarde")]
    [InlineData("wozWaarde", "woz_waarde")]
    [InlineData("Wonen.Woningvoorraad..aantal.", "woningen")]
    [InlineData("Wonen.Woningen.naar.eigendom.Koopwoningen....", "koopwoningen")]
    [InlineData("Koopwoningen (%)", "koopwoningen")]
    [InlineData("Inkomen.Inkomen.van.huishoudens.Huishoudens.tot.120..van.sociaal.minimum....", "huishoudens_120_sociaal_minimum")]
    [InlineData("Personen met laagste inkomen (%)", "personen_laag_inkomen")]
    [InlineData("Eenzaam_28", "eenzaam")]
    [InlineData("MoeiteMetRondkomen_38", "moeite_met_rondkomen")]
    [InlineData("Zwerfafval", "zwerfafval")]
    [InlineData("aantal_inwoners_65_jaar_en_ouder", "inwoners_65_jaar_en_ouder")]
    [InlineData("aantal_woningen_bouwjaar_voor_1945", "woningen_voor_1945")]
    [InlineData("gemiddelde_woz_waarde_woning", "woz_waarde")]
    [InlineData("dichtstbijzijnde_grote_supermarkt_afstand_in_km", "afstand_supermarkt")]
    [InlineData("percentage_huurwoningen_in_bezit_woningcorporaties", "corporatiewoningen")]
    [InlineData("GemiddeldeWOZWaardeVanWoningen_35", "woz_waarde")]
    [InlineData("HuishoudensTotaal_29", "huishoudens")]
    [InlineData("g_ele_hur", "elektriciteitsverbruik_huurwoning")]
    [InlineData("p_hh_osm", "huishoudens_sociaal_minimum")]
    public void One_meaning_has_many_spellings(string column, string id) => Assert.Equal(id, MeaningTable.Find(column)?.Id);

    [Theory]
    [InlineData("Koopwoningen (aantal)")]
    [InlineData("Boze buren")]
    [InlineData("TINW_00_10")]
    public void A_column_that_is_something_else_has_no_meaning(string column) => Assert.Null(MeaningTable.Find(column));

    [Fact]
    public void Every_denominator_is_an_indicator_itself() =>
        Assert.All(MeaningTable.ById.Values, meaning => Assert.True(meaning.Denominator is null || MeaningTable.ById.ContainsKey(meaning.Denominator), meaning.Id));

    [Fact]
    public void Shares_are_kept_as_fractions_and_counts_have_a_denominator() => Assert.All(MeaningTable.ById.Values, meaning =>
    {
        Assert.Equal(meaning.Kind is IndicatorKind.Proportion or IndicatorKind.Modelled ? 0.01 : 1, meaning.Scale);
        Assert.True(meaning.Kind != IndicatorKind.Count || meaning.Denominator is not null, meaning.Id);
    });
}
