// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Atlas;
using Schakel.Web.Texts;

namespace Schakel.Web.Opgaven;

/// <summary>What a piece of evidence is about, as it is kept: a figure, and the place when it is not everything.</summary>
/// <param name="Indicator">Id of the figure.</param>
/// <param name="Place">Code of the place; null = everything.</param>
internal sealed record EvidenceTitle(string Indicator, string? Place)
{
    private const string Between = " @ ";

    internal static EvidenceTitle Of(string title) => title.Split(Between, 2) is [var indicator, var place] ? new(indicator, place) : new(title, null);

    public override string ToString() => Place is null ? Indicator : Indicator + Between + Place;

    internal string In(ScreenTexts texts, IGround? ground)
    {
        var known = ground?.Indicators.FirstOrDefault(known => known.Id == Indicator);
        var name = known is null ? texts.Or($"evidenceOf.{Indicator}", Indicator) : texts.Code == "nl" ? known.TitleNl : known.TitleEn;
        return Place is null ? name : $"{name}, {(ground is not null && PlaceChoices.Find(ground, Place) is { } found ? found.Name : Place)}";
    }
}
