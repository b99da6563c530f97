// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Web.Atlas;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Ogc;

/// <summary>The features of the collections that were asked for lately, each made once.</summary>
internal sealed class FeatureSets(Pictures pictures)
{
    /// <summary>Collections kept in memory; borders of the same areas are shared with the catalogue's own cache.</summary>
    private const int Kept = 12;

    private readonly Lock access = new();
    private readonly Dictionary<(string Fingerprint, string Collection), Task<Outcome<FeatureSet>>> made = [];
    private readonly LinkedList<(string Fingerprint, string Collection)> latestFirst = new();

    internal Task<Outcome<FeatureSet>> Get(IGround ground, FeatureCollection collection)
    {
        var key = (ground.Fingerprint, collection.Id);
        lock (access)
        {
            latestFirst.Remove(key);
            latestFirst.AddFirst(key);
            // What broke once may work now, and a server that was busy may be so no longer.
            if (made.TryGetValue(key, out var known) && !known.IsFaulted && !IsBusy(known))
                return known;
            while (latestFirst.Count > Kept)
            {
                made.Remove(latestFirst.Last!.Value);
                latestFirst.RemoveLast();
            }

            return made[key] = Task.Run(() => collection.Indicator is null ? Task.FromResult(Areas(ground, collection)) : Figures(ground, collection));
        }
    }

    private static bool IsBusy(Task<Outcome<FeatureSet>> known) =>
#pragma warning disable RS0030 // The task has completed: nothing is waited for.
        known.IsCompletedSuccessfully && !known.Result.TryGet(out _, out var reason) && reason.Code == Pictures.TooBusy;
#pragma warning restore RS0030

    private static Outcome<FeatureSet> Areas(IGround ground, FeatureCollection collection)
    {
        if (!ground.Areas(collection.Level.Id, null).TryGet(out var layer, out var reason))
            return reason;
        return new FeatureSet(layer.Codes, ground.Boundaries(layer), (json, place) =>
        {
            json.WriteString("code", layer.Codes[place]);
            json.WriteString("name", layer.Names[place]);
            json.WriteString("level", layer.Level);
            Year(json, layer.Editions.Length > 0 && layer.Editions[place] > 0 ? layer.Editions[place] : layer.Year);
            Parents(json, layer.Parents, place);
        });
    }

    private async Task<Outcome<FeatureSet>> Figures(IGround ground, FeatureCollection collection)
    {
        var question = new StudyQuestion(collection.Indicator!.Id) { Year = collection.Year };
        if (!(await pictures.Ask(ground, question).Outcome).TryGet(out var picture, out var reason))
            return reason;
        // Nobody has a figure for this level in this year: a collection without features, not a wrong address.
        if (picture.Levels.FirstOrDefault(level => level.Level.Id == collection.Level.Id) is not { } level)
            return new FeatureSet([], [], (_, _) => { });
        if (!ground.Areas(level.Level.Id, picture.Year).TryGet(out var layer, out reason))
            return reason;

        var shapes = ground.Boundaries(layer);
        var places = level.Codes.Select(code => Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal)).ToArray();
        return new FeatureSet(level.Codes, [.. places.Select(place => place >= 0 ? shapes[place] : null)], (json, area) => Figure(json, picture, level, area));
    }

    private static void Figure(Utf8JsonWriter json, ScalePicture picture, StudyLevel level, int area)
    {
        json.WriteString("code", level.Codes[area]);
        json.WriteString("name", level.Names[area]);
        json.WriteString("level", level.Level.Id);
        Year(json, picture.Year);
        json.WriteString("indicator", picture.Indicator.Id);
        var isShown = AreaFigure.Of(level, area) is Showing.Figure or Showing.LikeMean;
        Number(json, "observed", level.Rates[area], isShown);
        Number(json, "estimate", level.Estimates[area], isShown);
        Number(json, "low", level.Lows[area], isShown);
        Number(json, "high", level.Highs[area], isShown);
        Number(json, "denominator", level.Denominators[area], isShown: true);
        if (isShown)
            json.WriteBoolean("likeMean", level.LikeMean[area]);
        else
            json.WriteNull("likeMean");
        if (isShown)
            json.WriteNull("missing");
        else
            json.WriteString("missing", JsonNamingPolicy.CamelCase.ConvertName(level.Missing[area].ToString()));
        Parents(json, level.Parents, area);
    }

    private static void Number(Utf8JsonWriter json, string name, double number, bool isShown)
    {
        if (isShown && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Year(Utf8JsonWriter json, int year)
    {
        if (year > 0)
            json.WriteNumber("year", year);
        else
            json.WriteNull("year");
    }

    // Columns with fixed names for any level, so that a GIS sees the same columns for every feature.
    private static void Parents(Utf8JsonWriter json, IReadOnlyDictionary<string, string?[]> parents, int area)
    {
        foreach (var (level, codes) in parents.OrderBy(pair => Level.Of(pair.Key).Rank).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString($"in_{level}", codes[area]);
    }
}
