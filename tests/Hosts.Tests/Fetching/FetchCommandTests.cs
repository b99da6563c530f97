// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Tests.Fetching.Replay;
using Schakel.Hosts.Tests.Cli;

namespace Schakel.Hosts.Tests.Fetching;

/// <summary>The program fetches from services on this machine.</summary>
public sealed class FetchCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_gemeente_is_fetched_imported_and_ready_for_a_profile()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var fetched = await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM0344", "--year", "2024", "--into", "een stad.catalogue", "--base-url", server.Address.AbsoluteUri, "--json");

        Assert.Equal(81, fetched.Json.GetProperty("areas").GetProperty("buurt").GetInt32());
        Assert.Equal(6, fetched.Json.GetProperty("datasets").GetArrayLength());
        Assert.Equal(0, fetched.Json.GetProperty("refused").GetArrayLength());
        Assert.Equal("een stad.catalogue.downloads", fetched.Json.GetProperty("downloads").GetString());
        Assert.Contains(fetched.Json.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("is in 2024 niet gehouden", StringComparison.Ordinal));
        var again = await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM0344", "--year", "2024", "--into", "een stad.catalogue", "--base-url", server.Address.AbsoluteUri, "--json");
        Assert.Equal(fetched.WithoutDurations, again.WithoutDurations);
        var moran = await Cli.Schakel.RunIn(folder.Path, "moran", "--catalogue", "een stad.catalogue", "--indicator", "aantal_inwoners", "--level", "buurt", "--json");
        Assert.InRange(moran.Json.GetProperty("n").GetInt32(), 60, 81);
    }

    [Fact]
    public async Task The_downloads_can_be_imported_elsewhere_without_a_network()
    {
        await using (var server = await ReplayServer.Start(new Behaviour()))
            Assert.Equal(0, (await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM0344,GM1980", "--year", "2024", "--into", "stad.catalogue", "--base-url", server.Address.AbsoluteUri)).ExitCode);

        var copy = await Cli.Schakel.RunIn(folder.Path, "import", "stad.catalogue.downloads", "--into", "kopie.catalogue", "--json");

        Assert.Equal(97, copy.Json.GetProperty("areas").GetProperty("buurt").GetInt32());
        Assert.Equal(
            (await Cli.Schakel.RunIn(folder.Path, "catalogue", "stad.catalogue")).Output.Split('\n')[1..],
            (await Cli.Schakel.RunIn(folder.Path, "catalogue", "kopie.catalogue")).Output.Split('\n')[1..]);
    }

    [Fact]
    public async Task Without_a_network_the_answer_is_clear_and_nothing_is_left()
    {
        // Nobody listens at port 9 of this machine.
        var ended = await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM0344", "--year", "2024", "--into", "stad.catalogue", "--base-url", "http://127.0.0.1:9");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("kan api.pdok.nl niet bereiken", ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Split('\n'), line => line.Contains("bereiken", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task When_nobody_gives_anything_everybodys_reason_is_told()
    {
        await using var server = await ReplayServer.Start(new Behaviour());

        var ended = await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM9999", "--year", "2024", "--into", "stad.catalogue", "--base-url", server.Address.AbsoluteUri);

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("GM9999 staat niet in PDOK 2024", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("GM9999 staat niet in 85984NED", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("GM9999 staat niet in 47018NED", ended.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_a_catalogue_is_refused_before_anything_is_asked()
    {
        await using var server = await ReplayServer.Start(new Behaviour());
        folder.Write("een bestand", "x");
        Directory.CreateDirectory(folder.Find("een map"));
        File.WriteAllText(folder.Find("een map/scriptie.docx"), "x");

        foreach (var into in new[] { "een bestand", "een map" })
            Assert.Equal(3, (await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM0344", "--year", "2024", "--into", into, "--base-url", server.Address.AbsoluteUri)).ExitCode);
        Assert.Equal(2, (await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", "GM0344", "--year", "2024", "--into", "stad", "--downloads", "stad/bestanden", "--base-url", server.Address.AbsoluteUri)).ExitCode);

        Assert.Empty(server.Asked);
        Assert.Equal(["een bestand", "een map"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("0344", "2024", "http://127.0.0.1:9", "GM0344")]
    [InlineData("GM0344,utrecht", "2024", "http://127.0.0.1:9", "utrecht")]
    [InlineData("GM0344", "1812", "http://127.0.0.1:9", "1812")]
    [InlineData("GM0344", "2024", "ftp://127.0.0.1", "--base-url")]
    [InlineData("GM0344", "2024", "geen adres", "--base-url")]
    public async Task Wrong_use_is_told_before_anything_is_asked(string gemeente, string year, string address, string told)
    {
        var ended = await Cli.Schakel.RunIn(folder.Path, "fetch", "--gemeente", gemeente, "--year", year, "--into", "stad.catalogue", "--base-url", address);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(told, ended.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
