// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Schakel.Analysis;
using Schakel.Web.Atlas;

namespace Schakel.Web.Evidence;

/// <summary>Areas that a reader picked in a chart: a range on its axis, or the number of a cluster.</summary>
/// <param name="By">Which chart: <see cref="Figure"/>, <see cref="Borders"/> or <see cref="Cluster"/>; empty = nothing was picked.</param>
/// <param name="From">[unit of the axis] included.</param>
/// <param name="UpTo">[unit of the axis] included.</param>
public sealed record Pick(string By, double From, double UpTo)
{
    public const string Figure = "cijfer", Borders = "grenzen", Cluster = "plek";

    private static readonly Pick none = new("", 0, 0);

    /// <summary>Reads <c>kies=cijfer&amp;van=10&amp;tot=25</c>; a cluster needs no end.</summary>
    internal static Outcome<Pick> Read(HttpRequest request)
    {
        var by = request.Query["kies"].ToString();
        if (by.Length == 0)
            return none;
        if (by is not (Figure or Borders or Cluster))
            return AtlasQuestion.Bad("pick", by);

        var (from, upTo) = (request.Query["van"].ToString(), request.Query["tot"].ToString());
        if (by == Cluster && upTo.Length == 0)
            upTo = from;
        if (Number(from) is not { } low)
            return AtlasQuestion.Bad("range", from);
        if (Number(upTo) is not { } high)
            return AtlasQuestion.Bad("range", upTo);

        // Who chose the ends the other way round means the same range.
        return new Pick(by, Math.Min(low, high), Math.Max(low, high));
    }

    internal string In(string url) => QueryHelpers.AddQueryString(url, new Dictionary<string, string?> { ["kies"] = By, ["van"] = Written(From), ["tot"] = Written(UpTo) });

    internal static string Written(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
