// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Fetching;

/// <summary>What to fetch.</summary>
/// <param name="Gemeenten">Codes, such as <c>GM0344</c>.</param>
/// <param name="Year">Year of boundaries and figures.</param>
/// <param name="Folder">Where downloads are kept, a folder a gemeente and year.</param>
public sealed record FetchRequest(IReadOnlyList<string> Gemeenten, int Year, string Folder)
{
    /// <summary>Ids of the publishers that can be asked.</summary>
    public static IReadOnlyList<string> AllPublishers { get; } = [.. Publisher.All.Select(publisher => publisher.Id)];

    /// <summary>Only these; all when empty.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];

    /// <summary>A mirror of the services, with a folder for each host; null for the services themselves.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Asks CBS in version 4 of its open data.</summary>
    public bool ODataVersion4 { get; init; }

    /// <summary>Start of the chance in the pauses between attempts.</summary>
    public int Seed { get; init; } = 2009;

    /// <summary>Gives the time of retrieval, and pauses.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal Transport.Manners Manners { get; init; } = new();
}

/// <summary>What was fetched.</summary>
/// <param name="Files">Whole files, ready to import.</param>
/// <param name="Refused">Publishers that did not give what was asked.</param>
/// <param name="Notes">What a user may want to know.</param>
public sealed record FetchReport(IReadOnlyList<string> Files, IReadOnlyList<Refusal> Refused, IReadOnlyList<string> Notes);
