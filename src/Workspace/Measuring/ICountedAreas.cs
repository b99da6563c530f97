// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Measuring;

/// <summary>Areas with figures, as far as counting in zones asks.</summary>
public interface ICountedAreas
{
    IReadOnlyList<LevelSummary> Levels { get; }

    IReadOnlyList<Indicator> Indicators { get; }

    Outcome<AreaLayer> Areas(string level, int? year);

    Outcome<IndicatorValues> Values(string indicator, AreaLayer layer, int year);
}

/// <summary>A catalogue folder to count in.</summary>
public sealed record CountedCatalogue(CatalogueFolder Catalogue) : ICountedAreas
{
    public IReadOnlyList<LevelSummary> Levels => Catalogue.Levels;

    public IReadOnlyList<Indicator> Indicators => Catalogue.Indicators;

    public Outcome<AreaLayer> Areas(string level, int? year) => Catalogue.Areas(level, year);

    public Outcome<IndicatorValues> Values(string indicator, AreaLayer layer, int year) => Catalogue.Values(indicator, layer, year);
}
