// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>All of the shared data through the real program: one line a file, with rows, matched areas, missing figures by reason, or the refusal.</summary>
public sealed class ImportReportTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_file_of_the_shared_data_has_a_line_and_no_town_hides_another()
    {
        var data = Path.GetFullPath(Path.Combine(Checkout(), "..", "shared", "data"));
        if (!Directory.Exists(data))
            Assert.Skip("../shared/data is not here");
        var into = folder.Find("alles.catalogue");

        var run = await Schakel.Run("import", data, "--into", into, "--json", "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        var named = json.RootElement.GetProperty("datasets").EnumerateArray().Concat(json.RootElement.GetProperty("refused").EnumerateArray())
            .Select(file => file.GetProperty("path").GetString()!).ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) != ".md").Order(StringComparer.Ordinal).ToList();
        Assert.All(files, path => Assert.Contains(path, named));

        var areas = json.RootElement.GetProperty("areas");
        Assert.InRange(areas.GetProperty("wijk").GetInt32(), 3300, 3360);
        Assert.InRange(areas.GetProperty("buurt").GetInt32(), 14500, 14600);
        JsonElement Dataset(string end) => json.RootElement.GetProperty("datasets").EnumerateArray().First(file => file.GetProperty("path").GetString()!.EndsWith(end, StringComparison.Ordinal));
        var figures = Dataset("nl_kerncijfers_2024.csv");
        Assert.Equal((18309, 18309), (figures.GetProperty("rows").GetInt32(), figures.GetProperty("named").GetInt32()));
        Assert.InRange(figures.GetProperty("matched").GetInt32(), 18000, 18300);
        Assert.True(figures.GetProperty("missing").GetProperty("empty").GetInt32() > 10000);
        Assert.True(Dataset("groningen_fietsdiefstal_tm_2015.csv").GetProperty("matched").GetInt32() > 10600);
        // Refused in an import of everything before: the country is full of buurten called Centrum.
        Assert.All(["breda_bevolking_woningen.csv", "breda_overlast_2022.csv", "breda_misdrijven_per_type.csv"], table => Assert.Equal("figures", Dataset(table).GetProperty("kind").GetString()));
        // What is left has no area codes, or is no data: it says so.
        Assert.All(json.RootElement.GetProperty("refused").EnumerateArray(), file => Assert.Contains(file.GetProperty("code").GetString(), new[] { "no-area-codes", "not-geojson", "no-rows", "no-dates" }));
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? ".";
    }
}
