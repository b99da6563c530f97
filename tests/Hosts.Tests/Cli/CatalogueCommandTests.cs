// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

/// <summary>From files to a catalogue to a picture, and the same picture from a table.</summary>
public sealed class CatalogueCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_demo_town_goes_in_and_its_profile_comes_out()
    {
        var (town, catalogue) = (folder.Find("voorbeeld stad"), folder.Find("de catalogus"));

        var truth = (await Schakel.Run("demo", town, "--json")).Json.GetProperty("truth");
        var imported = (await Schakel.Run("import", town, "--into", catalogue, "--json")).Json;
        var listed = await Schakel.Run("catalogue", catalogue, "--json");
        await Schakel.Run("import", town, "--into", catalogue);
        var again = await Schakel.Run("catalogue", catalogue, "--json");
        var planted = truth.GetProperty("profiles").EnumerateArray().Select(profile => profile.GetProperty("indicator").GetString()!).ToList();
        var profile = (await Schakel.Run("profile", "--catalogue", catalogue, "--indicator", planted[0], "--json")).Json;

        Assert.Equal(2009, truth.GetProperty("seed").GetInt32());
        Assert.NotEmpty(imported.GetProperty("datasets").EnumerateArray());
        Assert.Equal(listed.WithoutDurations, again.WithoutDurations);
        Assert.All(planted, indicator => Assert.Contains(indicator, listed.Json.GetProperty("indicators").EnumerateArray().Select(entry => entry.GetProperty("id").GetString())));
        Assert.Equal(64, profile.GetProperty("fingerprint").GetString()!.Length);
        Assert.True(profile.GetProperty("levels").GetArrayLength() >= 3);
        Assert.True(profile.GetProperty("provenance").GetProperty("stagesMs").TryGetProperty("fit", out _));
    }

    [Fact]
    public async Task A_catalogue_gives_the_figures_that_its_table_gives()
    {
        var table = folder.Write("cijfers_2024.csv", SmallTown.Figures());
        var catalogue = folder.Find("catalogus");
        await Schakel.Run("import", table, "--into", catalogue);

        var fromCatalogue = (await Schakel.Run("profile", "--catalogue", catalogue, "--indicator", "zwerfafval", "--json")).Json;
        var fromTable = (await Schakel.Run(
            "profile", "--table", folder.Write("tree.csv", SmallTown.Tree()), "--cases", "zwerfafval", "--population", "inwoners", "--kind", "count", "--levels", "code,wijk,gemeente", "--json")).Json;

        foreach (var member in new[] { "mean", "mor", "vpc", "n" })
            Assert.Equal(fromTable.GetProperty(member).GetDouble(), fromCatalogue.GetProperty(member).GetDouble(), 1e-12);
        for (var level = 0; level < 3; level++)
        {
            Assert.Equal(fromTable.GetProperty("levels")[level].GetProperty("variance").GetDouble(), fromCatalogue.GetProperty("levels")[level].GetProperty("variance").GetDouble(), 1e-15);
            Assert.Equal(fromTable.GetProperty("levels")[level].GetProperty("low").GetDouble(), fromCatalogue.GetProperty("levels")[level].GetProperty("low").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public async Task Two_years_of_a_catalogue_tell_what_lasts()
    {
        var catalogue = folder.Find("catalogus");
        await Schakel.Run("import", folder.Write("cijfers_2023.csv", SmallTown.Figures(2023)), folder.Write("cijfers_2024.csv", SmallTown.Figures()), "--into", catalogue);

        var profile = (await Schakel.Run("profile", "--catalogue", catalogue, "--indicator", "zwerfafval", "--year", "2023,2024", "--json")).Json;

        Assert.Equal(2024, profile.GetProperty("year").GetInt32());
        Assert.Equal(["buurt", "wijk", "gemeente"], profile.GetProperty("stability").EnumerateArray().Select(level => level.GetProperty("level").GetString()));
        Assert.All(profile.GetProperty("stability").EnumerateArray(), level => Assert.Equal(2, level.GetProperty("within").GetArrayLength()));
    }

    [Fact]
    public async Task A_mean_takes_part_also_where_the_residents_are_unknown()
    {
        var lines = SmallTown.Figures().Trim().Split('\n');
        var table = "code,inwoners,wozWaarde\n" + string.Join('\n', lines.Skip(1).Select((line, row) => $"{line.Split(',')[0]},{(row == 3 ? "" : line.Split(',')[2])},{200 + (row * 7 % 90)}")) + "\n";
        var catalogue = folder.Find("catalogus");
        await Schakel.Run("import", folder.Write("cijfers_2024.csv", table), "--into", catalogue);
        var neighbours = folder.Write("ring.csv", "from,to\n" + string.Join('\n', lines.Skip(1).Select((line, row) => $"{line.Split(',')[0]},{lines[1 + ((row + 1) % 108)].Split(',')[0]}")) + "\n");

        var answer = (await Schakel.Run("moran", "--catalogue", catalogue, "--indicator", "woz_waarde", "--neighbours", neighbours, "--json")).Json;

        Assert.Equal(108, answer.GetProperty("n").GetInt32());
        Assert.Empty(answer.GetProperty("excluded").EnumerateArray());
    }

    [Theory]
    [InlineData(2, "--indicator", "nooit-gehoord")]
    [InlineData(2, "--indicator", "zwerfafval", "--within", "GM0000")]
    [InlineData(2, "--indicator", "zwerfafval", "--levels", "buurt,plek")]
    [InlineData(2)]
    [InlineData(4, "--indicator", "zwerfafval", "--year", "1999")]
    public async Task What_the_catalogue_has_not_got_is_said(int exitCode, params string[] options)
    {
        var catalogue = folder.Find("catalogus");
        await Schakel.Run("import", folder.Write("cijfers_2024.csv", SmallTown.Figures()), "--into", catalogue);

        var ended = await Schakel.Run(["profile", "--catalogue", catalogue, "--json", .. options]);

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Fact]
    public async Task Nothing_that_can_be_read_ends_with_3_and_makes_no_folder()
    {
        var catalogue = folder.Find("catalogus");

        var ended = await Schakel.Run("import", folder.Write("leeg.csv", ""), folder.Find("nergens.gpkg"), "--into", catalogue, "--json");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.False(Directory.Exists(catalogue));
    }

    [Fact]
    public async Task A_table_without_a_year_gets_it_from_the_option_and_else_has_none()
    {
        var table = folder.Write("cijfers.csv", SmallTown.Figures());
        var (told, untold) = (folder.Find("met jaar"), folder.Find("zonder jaar"));

        var dated = (await Schakel.Run("import", table, "--year", "2021", "--into", told, "--json")).Json;
        var undated = (await Schakel.Run("import", table, "--into", untold, "--json")).Json;
        var listed = await Schakel.Run("catalogue", untold);
        var refused = await Schakel.Run("import", table, "--year", "21", "--into", folder.Find("nooit"));

        Assert.Equal([2021], dated.GetProperty("indicators")[0].GetProperty("years").EnumerateArray().Select(year => year.GetInt32()));
        Assert.Empty(undated.GetProperty("indicators")[0].GetProperty("years").EnumerateArray());
        Assert.Contains("jaar onbekend", listed.Output, StringComparison.Ordinal);
        Assert.Contains(undated.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("het jaar staat nergens", StringComparison.Ordinal));
        Assert.Equal(2, refused.ExitCode);
    }

    [Fact]
    public async Task Smoothing_keeps_to_the_level_that_was_asked()
    {
        var catalogue = folder.Find("catalogus");
        await Schakel.Run("import", folder.Write("cijfers_2024.csv", SmallTown.Figures()), "--into", catalogue);

        var finest = (await Schakel.Run("smooth", "--catalogue", catalogue, "--indicator", "zwerfafval", "--json")).Json;
        var asked = (await Schakel.Run("smooth", "--catalogue", catalogue, "--indicator", "zwerfafval", "--level", "wijk", "--json")).Json;

        Assert.Equal(108, finest.GetProperty("n").GetInt32());
        Assert.Equal(36, asked.GetProperty("n").GetInt32());
        Assert.All(asked.GetProperty("areas").EnumerateArray(), area => Assert.StartsWith("WK", area.GetProperty("id").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_name_of_a_column_is_answered_with_the_right_ones()
    {
        var tree = folder.Write("tree.csv", SmallTown.Tree());

        var refused = await Schakel.Run("smooth", "--table", tree, "--table-id", "RegioS", "--cases", "zwerfafval", "--population", "inwoners");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("code, wijk, gemeente, inwoners, zwerfafval", refused.Errors, StringComparison.Ordinal);
    }
}
