// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Work areas of real buurten, each plan before the independent checker.</summary>
public sealed class RealAreasTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Amsterdam_keeps_to_both_ceilings_and_comes_near_the_bound()
    {
        // The map with codes of 2015, which the key figures of 2017 have too.
        string[] ground =
        [
            "--areas", Shared("data/geo/amsterdam_buurt.gpkg") + ":buurt_2015_2022_omnummering", "--id", "BUURTCODE_CBS_2015", "--table", Shared("data/kerncijfers/amsterdam_kwb_2017.csv"), "--table-id", "Regioaanduiding.Codering..code.",
            "--population", "Bevolking.Aantal.inwoners..aantal.", "--dwellings", "Wonen.Woningvoorraad..aantal.",
        ];

        var answer = (await Schakel.Run(["delineate", .. ground, "--json"])).Json;

        Assert.True(answer.GetProperty("units").GetInt32() > 350);
        Assert.All(answer.GetProperty("proposals").EnumerateArray(), proposal => Assert.True(proposal.GetProperty("maxPopulation").GetDouble() <= 10_000 || proposal.GetProperty("overCeiling").GetArrayLength() > 0));
        await AreaMaps.AssertPlans(folder, answer, ground);
    }

    [Fact]
    public async Task Groningen_falls_apart_at_the_railway_where_no_crossing_is_given()
    {
        string[] ground = ["--areas", Shared("data/geo/groningen_2017.gpkg") + ":buurt_2017", "--id", "BU_CODE", "--population", "AANT_INW", "--dwellings", "AANTAL_HH"];
        string[] railway = ["--barriers", Shared("data/geo/nl_spoor.gpkg")];

        var open = (await Schakel.Run(["delineate", .. ground, "--zones", "WK_CODE", "--json"])).Json;
        var divided = (await Schakel.Run(["delineate", .. ground, .. railway, "--zones", "WK_CODE", "--json"])).Json;

        Assert.Equal(0, open.GetProperty("graph").GetProperty("removed").GetInt32());
        Assert.True(divided.GetProperty("graph").GetProperty("removed").GetInt32() >= 20);
        Assert.True(divided.GetProperty("lowerBound").GetInt32() >= open.GetProperty("lowerBound").GetInt32());
        await AreaMaps.AssertPlans(folder, open, ground);
        await AreaMaps.AssertPlans(folder, divided, [.. ground, .. railway]);

        // An open plan ignores the railway, and the checker sees that.
        var plan = folder.Write("open.csv", "id,area\n" + string.Concat(open.GetProperty("proposals")[0].GetProperty("assignment").EnumerateObject().Select(unit => $"{unit.Name},{unit.Value.GetString()}\n")));
        var check = (await Schakel.Run(["check-areas", .. ground, .. railway, "--assignment", plan, "--json"])).Json;
        Assert.Contains(check.GetProperty("violations").EnumerateArray(), violation => violation.GetProperty("code").GetString() == "not-contiguous");
    }

    [Fact]
    public async Task Ermelo_with_its_drawn_barriers_is_small_enough_for_a_proof()
    {
        var people = folder.Write("ermelo.csv", "code,inwoners,woningen\n" + string.Concat(ermelo.Select((code, unit) => string.Create(CultureInfo.InvariantCulture, $"{code},{900 + (unit * 370 % 2100)},{400 + (unit * 160 % 900)}\n"))));
        string[] ground =
        [
            "--areas", Shared("data/raw/ermelo_pdok_buurten.gpkg"), "--id", "buurtcode", "--table", people, "--table-id", "code", "--population", "inwoners", "--dwellings", "woningen",
            "--barriers", Shared("data/raw/ermelo_barrieres.gpkg"),
        ];

        var answer = (await Schakel.Run(["delineate", .. ground, "--out", folder.Find("ermelo.gpkg"), "--json"])).Json;

        Assert.Equal("exact", answer.GetProperty("boundMethod").GetString());
        Assert.Equal(0, answer.GetProperty("proposals")[0].GetProperty("gap").GetInt32());
        Assert.True(answer.GetProperty("graph").GetProperty("removed").GetInt32() > 0);
        await AreaMaps.AssertPlans(folder, answer, ground);
    }

    [Fact]
    public async Task Breda_by_name_takes_residents_and_dwellings_from_a_table_of_its_own()
    {
        // The table also has boroughs, one of which is called like a neighbourhood.
        var rows = await File.ReadAllLinesAsync(Shared("data/kerncijfers/breda_bevolking_woningen.csv"), TestContext.Current.CancellationToken);
        var table = folder.Write("breda.csv", string.Join('\n', rows.Where((row, line) => line == 0 || row.Contains(",Neighbourhood,", StringComparison.Ordinal))) + "\n");
        string[] ground = ["--areas", Shared("data/geo/breda.gpkg") + ":buurt", "--id", "BUURT", "--table", table, "--table-id", "region", "--population", "inhabitants", "--dwellings", "houses"];

        var answer = (await Schakel.Run(["delineate", .. ground, "--zones", "GOUW", "--json"])).Json;

        Assert.True(answer.GetProperty("units").GetInt32() > 40);
        Assert.Equal(answer.GetProperty("units").GetInt32() + answer.GetProperty("excluded").GetArrayLength(), answer.GetProperty("join").GetProperty("matched").GetInt32() + answer.GetProperty("join").GetProperty("areasWithoutRow").GetArrayLength());
        await AreaMaps.AssertPlans(folder, answer, ground);
    }

    [Fact]
    public async Task The_whole_country_is_divided_within_its_time()
    {
        string[] ground = ["--areas", Shared("data/geo/nl_buurt_2024_benaderd.gpkg"), "--id", "bu_code", "--table", Shared("data/kerncijfers/nl_kerncijfers_2024.csv"), "--table-id", "code", "--population", "inwoners", "--dwellings", "huishoudens"];
        var watch = Stopwatch.StartNew();

        var answer = (await Schakel.Run(["delineate", .. ground, "--time-limit", "8", "--alternatives", "2", "--out", folder.Find("nl.gpkg"), "--json"])).Json;

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(12), $"{watch.Elapsed}");
        Assert.True(answer.GetProperty("units").GetInt32() > 13_000);
        await AreaMaps.AssertPlans(folder, answer, ground);
    }

    [Fact]
    public async Task The_clusters_of_bicycle_theft_in_groningen_cross_districts()
    {
        var thefts = (await File.ReadAllLinesAsync(Shared("data/gebeurtenissen/groningen_fietsdiefstal_tm_2015.csv"), TestContext.Current.CancellationToken))
            .Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length > 5).CountBy(cells => cells[5]);
        var table = folder.Write("thefts.csv", "buurt;diefstallen\n" + string.Concat(thefts.Select(buurt => $"{buurt.Key};{buurt.Value}\n")));
        string[] map = ["--areas", Shared("data/geo/groningen_2017.gpkg") + ":buurt_2017", "--id", "BU_NAAM", "--table", table, "--table-id", "buurt"];

        var scan = (await Schakel.Run(["scan", .. map, "--cases", "diefstallen", "--population", "AANT_INW", "--zones", "WK_CODE", "--json"])).Json;
        var borders = (await Schakel.Run(["borders", .. map, "--value", "diefstallen", "--denominator", "AANT_INW", "--zones", "WK_CODE", "--json"])).Json;

        var clusters = scan.GetProperty("clusters").EnumerateArray().ToList();
        Assert.True(scan.GetProperty("n").GetInt32() > 40);
        Assert.True(clusters[0].GetProperty("p").GetDouble() < 0.001);
        Assert.All(clusters, cluster => Assert.True(cluster.GetProperty("population").GetDouble() <= 25_000));
        Assert.Contains(clusters, cluster => cluster.GetProperty("crossing").GetProperty("isCrossing").GetBoolean());
        Assert.InRange(borders.GetProperty("p").GetDouble(), 0.005, 1);
    }

    // The town has 17 buurten, and none of their figures: these are made up.
    private static readonly string[] ermelo =
    [
        "BU02330000", "BU02330001", "BU02330002", "BU02330003", "BU02330004", "BU02330005", "BU02330006", "BU02330007", "BU02330008", "BU02330009", "BU02330100",
        "BU02330105", "BU02330106", "BU02330107", "BU02330108", "BU02330109", "BU02339997",
    ];

    private static string Shared(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        var shared = Path.Combine(root.FullName, "../shared", file);
        Assert.SkipUnless(File.Exists(shared), "../shared/data is not here: " + shared);
        return shared;
    }
}
