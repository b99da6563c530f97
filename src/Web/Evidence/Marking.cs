// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.WebUtilities;
using Schakel.Analysis;
using Schakel.Web.Atlas;

namespace Schakel.Web.Evidence;

/// <summary>What a reader has marked on the page. Nothing is worked out for it; it stands in the address, so that a link shows the same.</summary>
public sealed record Marking
{
    /// <summary>Level id of the areas that one chooses with the budget; null = the finest that is listed.</summary>
    public string? Per { get; init; }

    /// <summary>Areas that were picked in a chart; null = none.</summary>
    public Pick? Pick { get; init; }

    /// <summary>Reads the address.</summary>
    internal static Outcome<Marking> Read(HttpRequest request, IGround ground)
    {
        string? per = null;
        if (request.Query["per"].ToString() is { Length: > 0 } level)
        {
            if (ground.Levels.All(known => known.Level.Id != level))
                return AtlasQuestion.Bad("level", level, string.Join(", ", ground.Levels.Select(known => known.Level.Id)));
            per = level;
        }

        return Pick.Read(request).TryGet(out var pick, out var reason) ? new Marking { Per = per, Pick = pick.By.Length == 0 ? null : pick } : reason;
    }

    /// <summary>The address with the marks in it.</summary>
    internal string In(string url)
    {
        if (Per is { } per)
            url = QueryHelpers.AddQueryString(url, "per", per);
        return Pick is { } pick ? pick.In(url) : url;
    }
}
