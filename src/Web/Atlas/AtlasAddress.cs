// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Web.Texts;

namespace Schakel.Web.Atlas;

/// <summary>The whole state of the atlas, as it stands in the address: who has the link sees the same.</summary>
/// <param name="Texts">Language.</param>
public sealed record AtlasAddress(ScreenTexts Texts)
{
    public string? Indicator { get; init; }

    public int? Year { get; init; }

    public string? Level { get; init; }

    public string? Place { get; init; }

    public string? Area { get; init; }

    public string Url => At("/kaart");

    /// <summary>The same state at another path; Dutch is the default and stays out of the address.</summary>
    public string At(string path)
    {
        var query = new QueryString();
        if (Indicator is not null)
            query = query.Add("cijfer", Indicator);
        if (Year is { } year)
            query = query.Add("jaar", year.ToString(CultureInfo.InvariantCulture));
        if (Level is not null)
            query = query.Add("schaal", Level);
        if (Place is not null)
            query = query.Add("plek", Place);
        if (Area is not null)
            query = query.Add("gebied", Area);
        if (Texts.Code != "nl")
            query = query.Add("taal", Texts.Code);
        return path + query;
    }
}
