// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Fetching;
using Schakel.Catalogue.Tests.Fetching.Replay;
using static Schakel.Catalogue.Tests.Storage.ImportedFolder;

namespace Schakel.Catalogue.Tests.Fetching;

public sealed class FaultTests : IDisposable
{
    private static readonly Fault[] passing =
    [
        Fault.ServerError, Fault.TooManyRequests, Fault.Unavailable, Fault.DroppedInTheBody, Fault.WebPage, Fault.CutOff, Fault.Empty, Fault.Slow, Fault.FewerRows, Fault.OtherCount,
    ];

    private readonly FetchedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, 2009)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_whole_gemeente_with_every_fault_on_the_way_gives_the_same_bytes(bool onlyWfs, int seed)
    {
        await using var calm = await ReplayServer.Start(new Behaviour { OnlyWfs = onlyWfs, MostFeatures = 20, MostRows = 500 });
        await using var stormy = await ReplayServer.Start(new Behaviour { OnlyWfs = onlyWfs, MostFeatures = 20, MostRows = 500, Faults = passing, Seed = seed });
        using var other = new FetchedFolder();

        var undisturbed = await FetchedFolder.Get(folder.Request(calm));
        folder.Import(undisturbed);
        var disturbed = await FetchedFolder.Get(other.Request(stormy));
        other.Import(disturbed);

        Assert.Empty(undisturbed.Refused);
        Assert.Empty(disturbed.Refused);
        Assert.True(stormy.Asked.Count > 1.5 * calm.Asked.Count, $"{stormy.Asked.Count} questions against {calm.Asked.Count}: the storm was no storm.");
        Assert.Empty(folder.Bytes().Except(other.Bytes()).Select(file => file.Key));
        Assert.Equal(folder.Bytes(), other.Bytes());
    }

    [Theory]
    [InlineData(nameof(Fault.ServerError), "service-failed")]
    [InlineData(nameof(Fault.TooManyRequests), "service-busy")]
    [InlineData(nameof(Fault.DroppedInTheBody), "connection-lost")]
    [InlineData(nameof(Fault.WebPage), "answer-not-json")]
    [InlineData(nameof(Fault.CutOff), "answer-incomplete")]
    public async Task A_fault_that_does_not_pass_is_named_and_leaves_nothing(string fault, string code)
    {
        await using var server = await ReplayServer.Start(new Behaviour { Faults = [Enum.Parse<Fault>(fault)], FailingAttempts = 1000 });

        var reason = ReasonOf(await FetchedFolder.Try(folder.Request(server)));

        Assert.Equal(code, reason.Code);
        Assert.False(Directory.Exists(folder.Downloads));
    }

    [Fact]
    public async Task A_count_that_keeps_changing_is_given_up()
    {
        await using var server = await ReplayServer.Start(new Behaviour { OnlyWfs = true, MostFeatures = 20, Faults = [Fault.OtherCount, Fault.None], FailingAttempts = 1000 });

        Assert.Equal("source-changed", ReasonOf(await FetchedFolder.Try(folder.Request(server) with { Publishers = ["pdok"] })).Code);
    }

    [Fact]
    public async Task What_was_downloaded_before_an_interruption_is_not_asked_again()
    {
        await using var server = await ReplayServer.Start(new Behaviour { Delay = TimeSpan.FromMilliseconds(2) });
        using var other = new FetchedFolder();
        other.Import(await FetchedFolder.Get(other.Request(server)));
        var whole = server.Asked.Count;
        server.Asked.Clear();

        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asking = Fetch.Run(folder.Request(server), null, interruption.Token);
        while (server.Asked.Count < whole / 2)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await interruption.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        folder.Import(await FetchedFolder.Get(folder.Request(server)));

        // At the moment of the interruption at most two questions a host were under way; a list of years without the one we look for is never believed at once.
        Assert.InRange(server.Asked.Count, whole, whole + 10);
        Assert.Equal(other.Bytes(), folder.Bytes());
    }

    [Fact]
    public async Task A_page_that_was_kept_but_damaged_is_asked_again()
    {
        await using var server = await ReplayServer.Start(new Behaviour());
        await using var broken = await ReplayServer.Start(new Behaviour { Faults = [Fault.ServerError], PercentFaulty = 20, FailingAttempts = 1000 });
        using var other = new FetchedFolder();
        other.Import(await FetchedFolder.Get(other.Request(server)));
        await FetchedFolder.Try(folder.Request(broken));
        var kept = Directory.GetFiles(folder.Downloads, "*.page", SearchOption.AllDirectories);
        Assert.NotEmpty(kept);
        foreach (var page in kept)
            File.WriteAllText(page, File.ReadAllText(page).Replace("\"value\"", "\"valse\"", StringComparison.Ordinal));

        folder.Import(await FetchedFolder.Get(folder.Request(server)));

        Assert.Equal(other.Bytes(), folder.Bytes());
        Assert.Empty(Directory.GetFiles(folder.Downloads, "*.page", SearchOption.AllDirectories));
    }
}
