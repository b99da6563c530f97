// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Ogc;

/// <summary>What was asked of a page of features. The standard wants a refusal of every parameter that is not in the description.</summary>
internal sealed record OgcQuery
{
    internal const string Bad = "bad-parameter";
    internal const int DefaultLimit = 100;
    internal const int MostAtOnce = 1000;

    // Degrees beyond which a box cannot touch the Netherlands, and our formulas mean nothing.
    private static readonly Envelope sensibleDegrees = new(-10, 25, 40, 65);

    internal int Limit { get; private init; } = DefaultLimit;

    internal int Offset { get; private init; }

    /// <summary>In RD New; null = everywhere.</summary>
    internal Envelope? Box { get; private init; }

    internal CoordinateReference Crs { get; private init; } = CoordinateReference.Crs84;

    /// <summary>Years that are asked for; null = any.</summary>
    internal (int From, int To)? Years { get; private init; }

    internal Language Language { get; private init; }

    internal static Outcome<OgcQuery> Read(IQueryCollection query, params string[] allowed)
    {
        foreach (var (name, values) in query)
        {
            if (name is not ("f" or "lang") && !allowed.Contains(name))
                return Refuse("other", name, string.Join(", ", allowed.Concat(["f", "lang"])));
            if (values.Count > 1)
                return Refuse("twice", name);
        }

        var asked = new OgcQuery { Language = query["lang"] == "en" ? Language.English : Language.Dutch };
        if (query["lang"].ToString() is not ("" or "nl" or "en"))
            return Refuse("lang", "lang");
        if (query["f"].ToString() is not ("" or "json" or "html"))
            return Refuse("f", "f");
        if (query.TryGetValue("limit", out var limit))
        {
            if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return Refuse("limit", "limit");
            // More than there is at once is no error: the standard lets a server give fewer.
            asked = asked with { Limit = Math.Min(number, MostAtOnce) };
        }

        if (query.TryGetValue("offset", out var offset))
        {
            if (!int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return Refuse("offset", "offset");
            asked = asked with { Offset = number };
        }

        if (query.TryGetValue("crs", out var crs))
        {
            if (CoordinateReference.Of(crs.ToString()) is not { } known)
                return Refuse("crs", "crs");
            asked = asked with { Crs = known };
        }

        return asked.WithBox(query).TryGet(out var boxed, out var reason) ? boxed.WithYears(query) : reason;
    }

    /// <param name="rule">Which text says what would be right.</param>
    /// <param name="parameter">Which part of the address it is about.</param>
    /// <param name="right">For the text.</param>
    private static Reason Refuse(string rule, string parameter, string right = "") => new(Bad, $"The parameter {parameter} is not right.") { Arguments = [parameter, rule, right] };

    private Outcome<OgcQuery> WithBox(IQueryCollection query)
    {
        var crs = CoordinateReference.Crs84;
        if (query.TryGetValue("bbox-crs", out var named))
        {
            if (CoordinateReference.Of(named.ToString()) is not { } known)
                return Refuse("bbox-crs", "bbox-crs");
            crs = known;
        }

        if (!query.TryGetValue("bbox", out var text))
            return this;

        var numbers = text.ToString().Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN).ToArray();
        if (numbers.Length is not (4 or 6) || numbers.Any(double.IsNaN))
            return Refuse("bbox", "bbox");

        // Six numbers hold heights, which areas do not have.
        var (west, south, east, north) = numbers.Length == 4 ? (numbers[0], numbers[1], numbers[2], numbers[3]) : (numbers[0], numbers[1], numbers[3], numbers[4]);
        if (south > north || (west > east && crs == CoordinateReference.Rd))
            return Refuse("bbox", "bbox");
        if (crs == CoordinateReference.Crs84 && (Math.Abs(south) > 90 || Math.Abs(north) > 90 || Math.Abs(west) > 180 || Math.Abs(east) > 180))
            return Refuse("bbox", "bbox");

        // A box that crosses the date line (west > east) holds the Netherlands only when its western part does.
        var box = new Envelope(west, west > east ? 180 : east, south, north);
        if (crs == CoordinateReference.Crs84)
            box = box.Intersection(sensibleDegrees);
        return this with { Box = box.IsNull ? new Envelope(double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue) : crs.ToRd(box) };
    }

    private Outcome<OgcQuery> WithYears(IQueryCollection query)
    {
        if (!query.TryGetValue("datetime", out var text))
            return this;

        var ends = text.ToString().Split('/');
        if (ends.Length > 2 || (ends.Length == 2 && ends.All(end => end is "" or "..")) || (ends.Length == 1 && ends[0] is "" or ".."))
            return NoTime();
        int[] years = [int.MinValue, int.MaxValue];
        for (var end = 0; end < ends.Length; end++)
        {
            if (ends[end] is "" or "..")
                continue;
            if (!DateTimeOffset.TryParse(ends[end], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) || ends[end].Length < 10)
                return NoTime();
            years[end] = moment.Year;
        }

        var (from, to) = ends.Length == 1 ? (years[0], years[0]) : (years[0], years[1]);
        return from > to ? NoTime() : this with { Years = (from, to) };

        Reason NoTime() => Refuse("datetime", "datetime");
    }
}
