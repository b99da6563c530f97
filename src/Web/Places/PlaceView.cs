// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Opgaven;
using Schakel.Web.Texts;
using Schakel.Workspace.Residents;

namespace Schakel.Web.Places;

/// <summary>What the page of a place shows.</summary>
public sealed record PlaceView
{
    /// <summary>A long street runs through many areas; the first are those it has most of.</summary>
    private const int MostAround = 6;

    internal PlaceView(ScreenTexts texts, Place place, PlacePage page, PlaceIndex places, bool answers) =>
        (Texts, Place, Page, Places, Answers) = (texts, place, page, places, answers);

    internal ScreenTexts Texts { get; }

    internal Place Place { get; }

    internal PlacePage Page { get; }

    internal PlaceIndex Places { get; }

    /// <summary>What goes on here first, then what goes on around it, and last what the whole town does; each by title.</summary>
    internal IReadOnlyList<PlacePageItem> GoingOn => [.. Page.GoingOn.OrderBy(item => item.Codes.Select(Distance).DefaultIfEmpty(0).Min())];

    // What lies inside the place is as near as the place itself.
    private int Distance(string code) => Math.Max(0, Place.Above.ToList().IndexOf(code));

    /// <summary>Whether its gemeente works here; else nothing is known, and we say so.</summary>
    internal bool Answers { get; }

    /// <summary>Of what to turn to somebody for: a page below the one of the place.</summary>
    internal string Url(string below = "") => Work.At(Texts, Place.Url + below);

    /// <summary>The names of the areas around it: "Zuiderveld, Voorbeeldstad".</summary>
    internal string Around => string.Join(", ", Names is var names && names.Count <= MostAround ? names : [.. names.Take(MostAround - 1), names[^1]]);

    private List<string> Names => [.. Place.Above.Where(code => code != Place.Code).Select(Places.NameOf).OfType<string>().Distinct()];

    internal string? NameOf(string code) => Places.NameOf(code);
}
