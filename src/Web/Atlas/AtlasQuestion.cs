// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Catalogue.Indicators;
using Schakel.Web.Texts;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Atlas;

/// <summary>What the address asks, checked against what is loaded.</summary>
/// <param name="Address">As asked, with what was left open filled in.</param>
/// <param name="Indicator">The figure.</param>
/// <param name="Study">For the study.</param>
/// <param name="Notice">What we chose instead of what was asked; null when nothing.</param>
public sealed record AtlasQuestion(AtlasAddress Address, Indicator Indicator, StudyQuestion Study, string? Notice)
{
    /// <summary>A query that cannot be understood; the arguments are the parameter, what was given, and what would be right.</summary>
    public const string BadQuery = "bad-query";

    private const int LongestWord = 80;

    /// <summary>Indicators that the atlas compares: with values, and more than a bare amount.</summary>
    public static IEnumerable<Indicator> Comparable(IGround ground) => ground.Indicators.Where(indicator =>
        indicator.Years.Count > 0 && indicator.Kind != IndicatorKind.Amount);

    /// <summary>The language of the page; Dutch when the address does not say, or says something we do not know.</summary>
    public static ScreenTexts TextsOf(HttpRequest request) =>
        ScreenTexts.In(Given(request, "taal") == "en" ? Language.English : Language.Dutch);

    /// <summary>Reads the address; <c>no-indicators</c> when nothing can be compared, <c>bad-query</c> when it asks for what is not there.</summary>
    public static Outcome<AtlasQuestion> Read(HttpRequest request, IGround ground)
    {
        var texts = TextsOf(request);
        if (Given(request, "taal") is { } language && language is not ("nl" or "en"))
            return Bad("language", language);

        var loaded = Comparable(ground).ToArray();
        if (loaded.Length == 0)
            return new Reason("no-indicators", "The catalogue holds no figures that can be compared.");

        var wanted = Given(request, "cijfer");
        var indicator = wanted is null ? First(loaded) : ground.Indicators.FirstOrDefault(known => known.Id == wanted && known.Years.Count > 0);
        if (indicator is null)
            return Bad("indicator", wanted!, string.Join(", ", loaded.Take(8).Select(known => known.Id)));

        string? notice = null;
        var year = indicator.Years[^1];
        if (Given(request, "jaar") is { } asked)
        {
            // 0 is what the address says when the source states no year.
            if ((asked.Length != 4 && asked != "0") || !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var askedYear))
                return Bad("year", asked);

            year = indicator.Years.OrderBy(known => Math.Abs(known - askedYear)).ThenByDescending(known => known).First();
            if (year != askedYear)
                notice = texts["notice.year", texts.Year(askedYear), texts.Year(year)];
        }

        var place = Given(request, "plek");
        if (place is not null && PlaceChoices.Find(ground, place) is null)
            return Bad("place", place, PlaceChoices.Example(ground));

        var level = Given(request, "schaal");
        if (level is not null && ground.Levels.All(known => known.Level.Id != level))
            return Bad("level", level, string.Join(", ", ground.Levels.Select(known => known.Level.Id)));

        var address = new AtlasAddress(texts) { Indicator = indicator.Id, Year = year, Level = level, Place = place, Area = Given(request, "gebied") };
        return new AtlasQuestion(address, indicator, new StudyQuestion(indicator.Id) { Year = year, Within = place }, notice);
    }

    internal static Reason Bad(string parameter, string given, params string[] right)
    {
        var shown = given.Length > LongestWord ? given[..LongestWord] + "…" : given;
        return new Reason(BadQuery, $"The value '{shown}' of '{parameter}' is not known here. {string.Join(" ", right)}".TrimEnd())
        {
            Arguments = [parameter, shown, .. right],
        };
    }

    /// <summary>Events first, then shares: they show most of what the ladder can do.</summary>
    private static Indicator First(Indicator[] loaded) => loaded
        .OrderByDescending(indicator => indicator.Recognised)
        .ThenBy(indicator => indicator.Kind switch { IndicatorKind.Count => 0, IndicatorKind.Proportion => 1, IndicatorKind.Mean => 2, _ => 3 })
        .ThenByDescending(indicator => indicator.Values.ContainsKey("cell"))
        .ThenBy(indicator => indicator.Id, StringComparer.Ordinal)
        .First();

    private static string? Given(HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;
}
