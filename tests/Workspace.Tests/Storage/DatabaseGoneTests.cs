// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>The database server falls while people work, and comes back.</summary>
public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task While_the_server_is_gone_writing_fails_and_afterwards_nothing_that_was_acknowledged_is_lost()
    {
        if (PostgresServer.Missing is { } missing)
            Assert.Skip(missing);
        await using var server = new PostgresServer();
        var store = new PostgresUnderTest(server);
        await store.InitializeAsync();
        try
        {
            var town = await In(store);
            var before = Answer(await town.Opgaven.Open(town["coordinator"], "Ervoor", "Wat?", null, Cancel));

            await server.Fall();
            await Assert.ThrowsAnyAsync<Exception>(() => town.Opgaven.Open(town["coordinator"], "Ertussen", "Wat?", null, Cancel));
            await Assert.ThrowsAnyAsync<Exception>(() => town.Stories.OfOpgave(town["coordinator"], before.Id, Cancel));
            await server.Rise();

            var after = Answer(await town.Opgaven.Open(town["coordinator"], "Erna", "Wat?", null, Cancel));
            await using var open = town.Stores.For(town.Tenant);
            Assert.Equal(["Erna", "Ervoor"], await open.Opgaven.Select(opgave => opgave.Title).OrderBy(title => title).ToListAsync(Cancel));
            Assert.Single(Answer(await town.Stories.OfOpgave(town["coordinator"], after.Id, Cancel)));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await store.DisposeAsync();
        }
    }
}
