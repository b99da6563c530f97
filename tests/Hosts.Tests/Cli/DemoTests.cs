// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The demo town through the program: what its truth holds, and what stops it.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_truth_has_the_members_of_the_contract_and_tells_every_story()
    {
        var truth = (await Schakel.Run("demo", Path.Combine(folder.Path, "stad"), "--json")).Json.GetProperty("truth");

        Assert.Equal(
            ["municipality", "seed", "areas", "profiles", "noise", "cluster", "waterbed", "waterbedSquare", "composition", "silent", "oneReporter", "divide", "drawings", "changes"],
            truth.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["cell", "buurt", "wijk"], truth.GetProperty("profiles")[0].GetProperty("variance").EnumerateObject().Select(level => level.Name));
        Assert.Equal([500, 300, 300, 300, 300, 460, 300, 300], truth.GetProperty("waterbed").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
        Assert.Equal((0.7, 4), (truth.GetProperty("composition").GetProperty("share").GetDouble(), truth.GetProperty("composition").GetProperty("strata").GetArrayLength()));
        Assert.Equal("WK990106", truth.GetProperty("silent").GetProperty("wijk").GetString());
        Assert.Equal(("2024-12-04", "2024-12-31"), (Text(truth, "oneReporter", "from"), Text(truth, "oneReporter", "to")));
        Assert.Equal([4, 3], truth.GetProperty("divide").GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("ids").GetArrayLength()));
        Assert.Equal(220, truth.GetProperty("drawings").GetProperty("count").GetInt32());
        Assert.Equal(2021, truth.GetProperty("changes").GetProperty("seriesBreak").GetProperty("year").GetInt32());

        static string? Text(JsonElement truth, string story, string member) => truth.GetProperty(story).GetProperty(member).GetString();
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_truth_and_the_same_tables_on_any_number_of_threads()
    {
        var one = (await Schakel.Run("demo", Path.Combine(folder.Path, "een"), "--seed", "7", "--json")).Json.GetProperty("truth").GetRawText();
        var two = (await Schakel.Run("demo", Path.Combine(folder.Path, "twee"), "--seed", "7", "--json", "--threads", "1")).Json.GetProperty("truth").GetRawText();

        Assert.Equal(one, two);
        Assert.All(Directory.GetFiles(Path.Combine(folder.Path, "een"), "*.csv"), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder.Path, "twee", Path.GetFileName(file)))));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(folder.Path, "een")), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("een bestand")]
    public async Task A_name_that_is_no_folder_is_wrong_use_and_nothing_is_written(string name)
    {
        var path = name.Length == 0 ? "" : folder.Write(name, "van iemand anders");

        var ended = await Schakel.Run("demo", path);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("geen map", ended.Errors, StringComparison.Ordinal);
        if (name.Length > 0)
            Assert.Equal("van iemand anders", File.ReadAllText(path));
    }
}
