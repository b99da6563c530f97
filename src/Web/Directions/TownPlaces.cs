// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Atlas;
using Schakel.Web.Texts;

namespace Schakel.Web.Directions;

/// <summary>The areas of the reader's own municipality, to choose from and to call by their name; none when nothing is loaded.</summary>
public sealed record TownPlaces(IReadOnlyList<PlaceGroup> Groups)
{
    // Coarse above fine, as on every ladder.
    internal static TownPlaces Of(HttpContext http, ScreenTexts texts) => new(
    [
        .. TownAreas.Of(http).Layers.Reverse().Select(layer => new PlaceGroup(
            LevelWords.Capital(texts.Many(layer.Level)),
            [.. layer.Areas.Select(area => new PlaceChoice(area.Code, area.Name)).OrderBy(place => place.Name, PlaceNames.Order)])),
    ]);

    /// <summary>The name; the code itself for an area that is not loaded.</summary>
    internal string Name(string code) => Groups.SelectMany(group => group.Places).FirstOrDefault(place => place.Code == code)?.Name ?? code;
}
