// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>What a service on the internet does now and then.</summary>
internal enum Fault
{
    None,
    ServerError,
    TooManyRequests,
    Unavailable,
    DroppedInTheBody,
    WebPage,
    CutOff,
    Empty,
    Slow,
    FewerRows,
    OtherCount,
}

/// <summary>How the services behave in a test. Faults come at the first attempts at an address and are over after that, so that patience is rewarded.</summary>
internal sealed record Behaviour
{
    /// <summary>Faults to choose from; none = a service without faults.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How many attempts at an address fail, at most.</summary>
    public int FailingAttempts { get; init; } = 2;

    /// <summary>Faults of this many addresses in a hundred.</summary>
    public int PercentFaulty { get; init; } = 100;

    /// <summary>Filters are ignored without a word: everything comes.</summary>
    public bool IgnoresFilters { get; init; }

    /// <summary>The OGC API knows no filter by gemeente and says 400.</summary>
    public bool KnowsNoGemeenteFilter { get; init; }

    /// <summary>There is no OGC API, only a WFS.</summary>
    public bool OnlyWfs { get; init; }

    /// <summary>Most rows in one answer of the Api.</summary>
    public int MostRows { get; init; } = 10_000;

    /// <summary>Says nothing about rows when there are too many: only 500.</summary>
    public bool IsSilentAboutRows { get; init; }

    /// <summary>Most features a page.</summary>
    public int MostFeatures { get; init; } = 1000;

    /// <summary>Before every answer.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Start of the chance which fault comes where.</summary>
    public int Seed { get; init; } = 2009;

    internal Fault FaultFor(string address, int attempt) =>
        Faults.Count == 0 || attempt >= FailingAttempts || SmallCountry.Number($"{Seed} faulty {address}", 100) >= PercentFaulty
            ? Fault.None : Faults[SmallCountry.Number($"{Seed} {attempt} {address}", Faults.Count)];
}
