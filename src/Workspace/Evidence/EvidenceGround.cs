// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>What the parts of the evidence stand on together: the question, its units, and boundaries that are read once.</summary>
internal sealed class EvidenceGround(CatalogueFolder catalogue, StudyQuestion question, PreparedStudy study, EvidenceOptions options)
{
    private readonly ConcurrentDictionary<(string Level, int Year), Lazy<Geometry?[]>> boundaries = new();

    internal CatalogueFolder Catalogue => catalogue;

    /// <summary>Name of the evidence.</summary>
    internal string Key { get; } = EvidenceKey.Of(catalogue, question, options);

    /// <summary>With the year filled in.</summary>
    internal StudyQuestion Question => question;

    internal PreparedStudy Study => study;

    internal EvidenceOptions Options => options;

    internal int Year => study.Units.Year;

    internal Indicator Indicator => study.Units.Indicator;

    /// <summary>Whether cases are counted among a known number.</summary>
    internal bool HasCases => study.Units.HasDenominators && Indicator.Kind is (IndicatorKind.Count or IndicatorKind.Proportion);

    internal RateKind Kind => Indicator.Kind == IndicatorKind.Count ? RateKind.Count : RateKind.Proportion;

    /// <summary>Boundaries in the order of a layer.</summary>
    internal Geometry?[] Boundaries(AreaLayer layer) =>
        boundaries.GetOrAdd((layer.Level, layer.Year), _ => new Lazy<Geometry?[]>(() => catalogue.Boundaries(layer))).Value;

    /// <summary>The units of a level on the map.</summary>
    internal Outcome<PlacedUnits> Placed(string level) =>
        level == study.Units.Level.Id ? PlacedUnits.Of(study.Units, Boundaries(study.Units.Layer))
        : CatalogueUnits.Gather(catalogue, question, level).TryGet(out var units, out var reason) ? PlacedUnits.Of(units, Boundaries(units.Layer)) : reason;
}
