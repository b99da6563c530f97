// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.EntityFrameworkCore;
using Schakel.Hosts.Tests.Web.Accounts;
using Schakel.Workspace.Tests.Storage;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>There is no room left: saving says so and keeps what was typed, reading goes on, nothing is half, and with room again all is well.</summary>
public sealed class DiskFullTests
{
    private const int Most = 3000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite", 12)]
    [InlineData("PostgreSQL", 64)]
    public async Task On_a_full_disk_saving_is_refused_in_words_and_works_again_when_there_is_room(string kind, int megabytes)
    {
        using var disk = new SmallDisk(megabytes);
        await using var server = new PostgresServer();
        await using var town = await FaultTown.On(kind, server, disk.Folder);
        await using var site = await town.Serve();
        using var coordinator = await town.SignIn(site, "wijkcoördinator Zuid");
        var token = Visit.TokenIn((await coordinator.Get("/opgaven/nieuw")).Text);
        disk.Fill();

        // What was set aside already still takes a few.
        var acknowledged = 0;
        var refused = await Open();
        while (refused.Status == HttpStatusCode.Redirect && ++acknowledged < Most)
            refused = await Open();
        var list = await coordinator.Get("/opgaven");
        var alive = await coordinator.Get("/health");
        disk.MakeRoom();
        var after = await Open();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("De schijf van de server is vol.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Past het er nog bij?</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (list.Status, alive.Status));
        Assert.True(after.Status == HttpStatusCode.Redirect, after.Text);
        await using var read = town.Stores.For(InventedTown.Voorbeeldstad);
        var kept = await read.Opgaven.Where(opgave => opgave.Question == "Past het er nog bij?").Select(opgave => opgave.Id).ToListAsync(Cancel);
        Assert.Equal(acknowledged + 1, kept.Count);
        Assert.Equal(kept.Count, await read.History.CountAsync(line => kept.Contains(line.Subject), Cancel));

        Task<(HttpStatusCode Status, string Text, string? Location)> Open() =>
            coordinator.Send("/opgaven/nieuw", ("formulier", token), ("title", "Vol " + new string('x', 100)), ("question", "Past het er nog bij?"));
    }

    [Fact]
    public async Task An_import_on_a_full_disk_says_so_and_leaves_what_was_there()
    {
        using var disk = new SmallDisk(4);
        var files = Directory.CreateTempSubdirectory("schakel bestanden ");
        try
        {
            Voorbeeldstad.Town.Write(files.FullName, seed: 2009);
            var catalogue = Path.Combine(disk.Folder, "stad.catalogue");
            disk.Fill();

            var refused = await Cli.Schakel.Run("import", files.FullName, "--into", catalogue);
            var left = Directory.GetFileSystemEntries(disk.Folder);

            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("disk", refused.Errors, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(catalogue, "manifest.json")), string.Join(' ', left));
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }
}
