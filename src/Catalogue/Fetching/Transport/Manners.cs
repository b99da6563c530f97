// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>How a service is asked: how often, how long, how much. The defaults are those of a polite guest; tests have less patience.</summary>
internal sealed record Manners
{
    /// <summary>Attempts at one address in all.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Attempts while nothing can be reached at all.</summary>
    public int AttemptsWithoutNetwork { get; init; } = 3;

    /// <summary>Attempts at a question that may be too large (CBS then says 500), before it is taken apart.</summary>
    public int AttemptsBeforeAskingLess { get; init; } = 4;

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A service that asks to wait longer than this is left in peace, and the user is told.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Until the head of an answer is there.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Between two pieces of a body: a slow line is waited for, a dead one is not.</summary>
    public TimeSpan PatienceBetweenPieces { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For one answer in all.</summary>
    public TimeSpan PatienceInAll { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest answer, unpacked.</summary>
    public long MostBytes { get; init; } = 256L << 20;

    /// <summary>Connections to one host at a time.</summary>
    public int Connections { get; init; } = 2;
}
