// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Storage;

public sealed class SpeedOnSqlite(SqliteUnderTest store) : SpeedOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class SpeedOnPostgres(PostgresUnderTest store) : SpeedOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>How many turns a second one door gives. A floor far below what was measured, so that only a mistake breaks it.</summary>
public abstract class SpeedOnStore(StoreUnderTest store)
{
    [Fact]
    public async Task Eight_people_who_write_all_the_time_all_get_their_turn()
    {
        var town = await In(store);
        Answer(await town.Opgaven.Open(town["coordinator"], "Opwarmen", "Wat?", null, Cancel));
        var watch = Stopwatch.StartNew();

        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            while (watch.Elapsed < TimeSpan.FromSeconds(2))
            {
                Answer(await town.Opgaven.Open(town["coordinator"], "Nog een", "Wat?", "buurt", Cancel));
                done++;
            }

            return done;
        })));

        var perSecond = ends.Sum() / watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{perSecond:F0} turns a second"));
        Assert.All(ends, done => Assert.True(done > 0));
        Assert.True(perSecond > 5, $"Only {perSecond:F0} turns a second.");
    }
}
