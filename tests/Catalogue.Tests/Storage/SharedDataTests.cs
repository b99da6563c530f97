// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Indicators;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Storage;

public sealed class SharedDataTests : IDisposable
{
    private readonly ImportedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Groningen_has_buurten_wijken_and_squares_that_lie_in_buurten()
    {
        var report = folder.Import(Shared("geo", "groningen_2017.gpkg"));

        Assert.Equal((108, 15, 3441), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["cell"]));
        using var catalogue = folder.Open();
        var cells = Answer(catalogue.Areas("cell", 2014));
        Assert.Equal(3356, cells.Parents["buurt"].Count(code => code is not null));
        var residents = Answer(catalogue.Values("aantal_inwoners", cells, 2014));
        Assert.Equal(198370, residents.Values.Where(value => !double.IsNaN(value)).Sum());
        Assert.Contains(MissingReason.Nil, residents.Missing);
        Assert.Equal(Enumerable.Range(2000, 15).Append(2017), catalogue.Find("INW2014")!.Years);
        var buurten = Answer(catalogue.Areas("buurt", null));
        Assert.Equal(202515, Answer(catalogue.Values("AANT_INW", buurten, 2017)).Values.Sum());
        Assert.All(catalogue.Boundaries(buurten), Assert.NotNull);
    }

    [Fact]
    public void The_whole_country_nests_from_buurt_to_provincie()
    {
        var report = folder.Import(Shared("geo", "nl_buurt_2024_benaderd.gpkg"), Shared("kerncijfers", "nl_kerncijfers_2024.csv"), Shared("geo", "nl_regio_2022.gpkg"));

        Assert.Equal((14548, 3340, 345, 12), (report.Areas["buurt"], report.Areas["wijk"], report.Areas["gemeente"], report.Areas["provincie"]));
        using var catalogue = folder.Open();
        var buurten = Answer(catalogue.Areas("buurt", 2024));
        Assert.Equal(14574, buurten.Codes.Length);
        Assert.Equal(26, buurten.HasBoundary.Count(has => !has));
        foreach (var level in new[] { "wijk", "gemeente", "provincie" })
            Assert.All(buurten.Parents[level], Assert.NotNull);
        Assert.Equal(12, buurten.Parents["provincie"].Distinct().Count());
        Assert.Equal(17942915, Answer(catalogue.Values("inwoners", buurten, 2024)).Values.Where(value => !double.IsNaN(value)).Sum());
        Assert.Equal(IndicatorKind.Mean, catalogue.Find("wozWaarde")!.Kind);
        Assert.Empty(report.Refused);
        Assert.DoesNotContain(catalogue.Notes, note => note.Contains("does not nest", StringComparison.Ordinal));
    }
}
