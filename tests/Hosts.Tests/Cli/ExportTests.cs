// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary><c>schakel export</c> as a shell runs it.</summary>
public sealed class ExportTests(ExportTests.Town town) : IClassFixture<ExportTests.Town>, IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_town_goes_to_a_geopackage_and_the_answer_says_what_is_in_it()
    {
        var path = folder.Find("de stad.gpkg");

        var answer = (await Schakel.Run("export", "--catalogue", town.Catalogue, "--out", path, "--json")).Json;

        Assert.Equal(("gpkg", "internal"), (answer.GetProperty("format").GetString(), answer.GetProperty("use").GetString()));
        var file = Assert.Single(answer.GetProperty("files").EnumerateArray());
        Assert.Equal((path, new FileInfo(path).Length), (file.GetProperty("path").GetString(), file.GetProperty("bytes").GetInt64()));
        Assert.Equal(["buurt", "kern", "wijk", "stadsdeel", "gemeente", "regio"], file.GetProperty("levels").EnumerateArray().Select(level => level.GetString()));
        Assert.Contains("small-counts", answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
        Assert.False(answer.GetProperty("provenance").GetProperty("parameters").TryGetProperty("out", out _));
        Assert.NotEmpty(answer.GetProperty("provenance").GetProperty("inputs").EnumerateArray());
    }

    [Fact]
    public async Task A_result_of_another_command_is_joined_to_its_areas()
    {
        var result = folder.Find("samenhang.json");
        var moran = await Schakel.Run("local-moran", "--catalogue", town.Catalogue, "--indicator", "fietsdiefstal", "--level", "buurt", "--rate", "eb", "--permutations", "99", "--json");
        await File.WriteAllTextAsync(result, moran.Output, TestContext.Current.CancellationToken);

        var answer = (await Schakel.Run("export", "--catalogue", town.Catalogue, "--level", "buurt", "--indicator", "fietsdiefstal", "--result", result, "--out", folder.Find("uit.geojson"), "--json")).Json;

        var areas = moran.Json.GetProperty("areas").EnumerateArray().ToDictionary(area => area.GetProperty("id").GetString()!);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Find("uit.geojson"), TestContext.Current.CancellationToken));
        var features = written.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties")).ToList();
        Assert.Equal(areas.Count, answer.GetProperty("results")[0].GetProperty("matched").GetProperty("buurt").GetInt32());
        Assert.Empty(answer.GetProperty("results")[0].GetProperty("unmatched").EnumerateArray());
        Assert.All(features.Where(feature => areas.ContainsKey(feature.GetProperty("code").GetString()!)), feature =>
        {
            var area = areas[feature.GetProperty("code").GetString()!];
            Assert.Equal(area.GetProperty("p").GetDouble(), feature.GetProperty("samenhang_p").GetDouble());
            Assert.Equal(area.GetProperty("quadrant").GetString(), feature.GetProperty("samenhang_quadrant").GetString());
        });
        Assert.All(features.Where(feature => !areas.ContainsKey(feature.GetProperty("code").GetString()!)), feature => Assert.NotNull(feature.GetProperty("samenhang_p_reden").GetString()));
    }

    [Fact]
    public async Task A_result_on_a_map_of_ones_own_goes_with_that_map()
    {
        var map = Path.Combine(town.Files, "wijkenbuurten_2024_v1.gpkg") + ":buurten";
        var result = folder.Find("inwoners.json");
        var moran = await Schakel.Run("local-moran", "--areas", map, "--id", "buurtcode", "--value", "aantal_inwoners", "--permutations", "99", "--json");
        await File.WriteAllTextAsync(result, moran.Output, TestContext.Current.CancellationToken);

        var answer = (await Schakel.Run("export", "--areas", map, "--id", "buurtcode", "--result", result, "--out", folder.Find("uit.gpkg"), "--json")).Json;
        var refused = await Schakel.Run("export", "--areas", map, "--id", "buurtcode", "--publish", "--out", folder.Find("niet.gpkg"));

        var layer = answer.GetProperty("layers")[0];
        Assert.Equal(("buurten", moran.Json.GetProperty("provenance").GetProperty("inputs")[0].GetProperty("rows").GetInt32()), (layer.GetProperty("level").GetString(), layer.GetProperty("areas").GetInt32()));
        Assert.Contains("inwoners_quadrant", layer.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        Assert.Contains("gemeentecode", layer.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        Assert.Empty(answer.GetProperty("warnings").EnumerateArray());
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--publish", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Find("niet.gpkg")));
    }

    [Fact]
    public async Task An_export_that_is_imported_again_gives_the_same_figures()
    {
        var (path, again) = (folder.Find("uit_2024.gpkg"), folder.Find("weer.catalogus"));
        await Schakel.Run("export", "--catalogue", town.Catalogue, "--level", "buurt", "--indicator", "fietsdiefstal,aantal_inwoners,eenzaamheid", "--out", path);
        Assert.Equal(0, (await Schakel.Run("import", path, "--into", again)).ExitCode);

        foreach (var indicator in new[] { "fietsdiefstal", "eenzaamheid" })
        {
            var before = (await Schakel.Run("smooth", "--catalogue", town.Catalogue, "--indicator", indicator, "--level", "buurt", "--year", "2024", "--method", "global", "--json")).Json;
            var after = (await Schakel.Run("smooth", "--catalogue", again, "--indicator", indicator, "--level", "buurt", "--year", "2024", "--method", "global", "--json")).Json;

            Assert.Equal(before.GetProperty("areas").GetRawText(), after.GetProperty("areas").GetRawText());
            Assert.Equal(before.GetProperty("excluded").GetRawText(), after.GetProperty("excluded").GetRawText());
        }
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence_and_leaves_no_file()
    {
        var there = folder.Write("er al.csv", "x");
        (string[] Arguments, int ExitCode, string Says)[] cases =
        [
            (["--out", folder.Find("a.gpkg")], 2, "--catalogue"),
            (["--catalogue", town.Catalogue], 2, "--out"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("a.doc")], 2, ".gpkg"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("nergens/a.gpkg")], 2, "nergens"),
            (["--catalogue", town.Catalogue, "--level", "buurt", "--out", there], 2, "--force"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("a.gpkg"), "--indicator", "geluk"], 2, "geluk"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("a.gpkg"), "--level", "straat"], 2, "straat"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("a.gpkg"), "--within", "GM0000"], 2, "GM0000"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("a.gpkg"), "--result", folder.Find("weg.json")], 3, "weg.json"),
            (["--catalogue", town.Catalogue, "--out", folder.Find("a.gpkg"), "--result", there], 3, "er al.csv"),
            (["--catalogue", town.Catalogue, "--out", Path.Combine(town.Catalogue, "manifest.json"), "--force"], 2, "niet erin"),
            (["--catalogue", folder.Find("geen"), "--out", folder.Find("a.gpkg")], 3, "geen"),
        ];

        foreach (var (arguments, exitCode, says) in cases)
        {
            var ended = await Schakel.Run(["export", .. arguments]);

            Assert.True(exitCode == ended.ExitCode, $"{string.Join(' ', arguments)}: {ended.ExitCode} {ended.Errors}");
            Assert.Contains(says, ended.Errors, StringComparison.Ordinal);
            Assert.Empty(ended.Output);
        }
        Assert.Equal(["er al.csv"], Directory.GetFiles(folder.Find(".")).Select(Path.GetFileName));
        Assert.Equal("x", await File.ReadAllTextAsync(there, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_kill_leaves_the_old_file_or_the_new_one()
    {
        var path = folder.Find("uit.gpkg");
        await Schakel.Run("export", "--catalogue", town.Catalogue, "--level", "regio", "--out", path);
        var old = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var whole = Stopwatch.StartNew();
        Assert.Equal(0, (await Schakel.Run("export", "--catalogue", town.Catalogue, "--out", path, "--force")).ExitCode);
        whole.Stop();
        var complete = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.NotEqual(old, complete);

        for (var kill = 0; kill < 6; kill++)
        {
            await File.WriteAllBytesAsync(path, old, TestContext.Current.CancellationToken);
            using var export = Process.Start(new ProcessStartInfo("dotnet", [Schakel.Program, "export", "--catalogue", town.Catalogue, "--out", path, "--force"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.Delay(whole.Elapsed * (0.4 + (0.1 * kill)), TestContext.Current.CancellationToken);
            export.Kill();
            await export.WaitForExitAsync(TestContext.Current.CancellationToken);

            var left = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.True(left.AsSpan().SequenceEqual(old) || left.AsSpan().SequenceEqual(complete));
        }
        Assert.Equal(0, (await Schakel.Run("export", "--catalogue", town.Catalogue, "--out", path, "--force")).ExitCode);
        Assert.Equal(complete, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    /// <summary>The demo town, imported once.</summary>
    public sealed class Town : IDisposable
    {
        private readonly TestFolder folder = new();

        public Town()
        {
            global::Schakel.Voorbeeldstad.Town.Write(folder.Find("stad"), 2009);
            Assert.True(global::Schakel.Catalogue.Storage.CatalogueImport.Run([folder.Find("stad")], Catalogue, null, CancellationToken.None).TryGet(out _, out var reason), reason?.Detail);
        }

        public string Files => folder.Find("stad");

        public string Catalogue => folder.Find("de catalogus");

        public void Dispose() => folder.Dispose();
    }
}
