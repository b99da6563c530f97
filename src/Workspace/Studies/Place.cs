// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>What a question is limited to: an area, or several of one level.</summary>
/// <param name="Level">Their level.</param>
/// <param name="Code">The code; of several, sorted and with commas between them.</param>
/// <param name="Name">The name; of several, with commas between them.</param>
public sealed record Place(Level Level, string Code, string Name)
{
    /// <summary>The codes of the areas, sorted (ordinal).</summary>
    public IReadOnlyList<string> Codes => Code.Split(',');

    /// <summary>Finds a place by its code, whatever its level.</summary>
    /// <param name="catalogue">Where the areas are.</param>
    /// <param name="code">Code of an area, or codes of areas of one level with commas between them.</param>
    /// <param name="year">Wanted vintage; null = newest.</param>
    /// <returns>The place, or <c>no-such-place</c>, <c>places-of-two-levels</c>.</returns>
    public static Outcome<Place> Find(CatalogueFolder catalogue, string code, int? year)
    {
        Place? place = null;
        foreach (var one in code.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).DefaultIfEmpty(code))
        {
            if (!FindOne(catalogue, one, year).TryGet(out var found, out var reason))
                return reason;
            if (place is not null && place.Level.Id != found.Level.Id)
                return new Reason("places-of-two-levels", $"{place.Code} is a {place.Level.Id} and {one} a {found.Level.Id}; name places of one level.") { Arguments = [place.Code, place.Level.Id, one, found.Level.Id] };
            place = place is null ? found : new Place(place.Level, $"{place.Code},{one}", $"{place.Name}, {found.Name}");
        }

        return place!;
    }

    private static Outcome<Place> FindOne(CatalogueFolder catalogue, string code, int? year)
    {
        // Coarse levels first: a place is nearly always a gemeente or a wijk, and those layers are small.
        var inTown = new List<Place>();
        foreach (var rung in catalogue.Levels.Reverse())
        {
            if (!catalogue.Areas(rung.Level.Id, year).TryGet(out var layer, out _))
                continue;
            var at = Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal);
            if (at >= 0)
                return new Place(rung.Level, code, layer.Names[at]);

            // A town writes its own stadsdeel as "A"; the catalogue as "GM0363-A".
            inTown.AddRange(Enumerable.Range(0, layer.Codes.Length).Where(area => layer.Codes[area].EndsWith("-" + code, StringComparison.Ordinal)).Select(area => new Place(rung.Level, layer.Codes[area], layer.Names[area])));
        }

        if (inTown.Count == 1)
            return inTown[0];
        if (inTown.Count > 1)
        {
            var codes = string.Join(", ", inTown.Take(8).Select(place => place.Code));
            return new Reason("place-in-several-towns", $"Several towns use the code '{code}': {codes}.") { Arguments = [code, codes] };
        }

        return new Reason("no-such-place", $"The catalogue has no area with code '{code}'.") { Arguments = [code] };
    }
}
