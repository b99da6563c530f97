// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>What the atlas stands on: one state of a catalogue and the studies on it. Screens ask no more than this, so a test can stand them on something small.</summary>
public interface IGround : ICountedAreas
{
    /// <summary>Folder as the user named it; it stands in the command that repeats a figure.</summary>
    string Name { get; }

    string Fingerprint { get; }

    IReadOnlyList<Dataset> Datasets { get; }

    /// <summary>Areas that got another code or border between years.</summary>
    IReadOnlyList<AreaChange> Changes => [];

    Geometry?[] Boundaries(AreaLayer layer);

    /// <summary>Two layers with one mark have the same boundaries and names; another mark says nothing.</summary>
    string BoundaryMark(AreaLayer layer) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Fingerprint[..Math.Min(12, Fingerprint.Length)]}{layer.Year}");

    /// <summary>Barriers, crossings or backgrounds; never drawings of residents.</summary>
    IReadOnlyList<MapFeature> Features(string kind);

    /// <summary>Neighbourhoods as residents drew them. To make surfaces of many from; never to be shown or sent by themselves.</summary>
    IReadOnlyList<DrawnNeighbourhood> Drawings() => [];

    /// <summary>As everybody may see it: figures with too few people behind them are not in it, so that no screen can show them.</summary>
    Outcome<ScalePicture> Picture(StudyQuestion question);

    Outcome<ExportContent> Export(ExportRequest request, CancellationToken cancel);

    /// <summary>All evidence on a question, as everybody may see it; a ground without files behind it has none.</summary>
    Outcome<Findings> Evidence(StudyQuestion question, EvidenceOptions? options = null, CancellationToken cancel = default) => new Reason("no-catalogue", "There is no catalogue behind this ground.");
}

/// <summary>A catalogue folder as ground.</summary>
/// <param name="Catalogue">The opened folder.</param>
/// <param name="Name">As the user named it.</param>
internal sealed record CatalogueGround(CatalogueFolder Catalogue, string Name) : IGround
{
    public string Fingerprint { get; } = Catalogue.Fingerprint;

    public IReadOnlyList<LevelSummary> Levels => Catalogue.Levels;

    public IReadOnlyList<Indicator> Indicators => Catalogue.Indicators;

    public IReadOnlyList<Dataset> Datasets => Catalogue.Datasets;

    public IReadOnlyList<AreaChange> Changes => Catalogue.Changes;

    public Outcome<AreaLayer> Areas(string level, int? year) => Catalogue.Areas(level, year);

    public Geometry?[] Boundaries(AreaLayer layer) => Catalogue.Boundaries(layer);

    public string BoundaryMark(AreaLayer layer) => Catalogue.BoundaryMark(layer);

    public Outcome<IndicatorValues> Values(string indicator, AreaLayer layer, int year) => Catalogue.Values(indicator, layer, year);

    public IReadOnlyList<MapFeature> Features(string kind) => Catalogue.Features(kind);

    public IReadOnlyList<DrawnNeighbourhood> Drawings() => Catalogue.Drawings();

    public Outcome<ScalePicture> Picture(StudyQuestion question) => ScaleStudy.Run(Catalogue, question, new ScaleProfileOptions()).TryGet(out var picture, out var reason)
        ? PublicPicture.Of(Catalogue, picture)
        : reason;

    public Outcome<ExportContent> Export(ExportRequest request, CancellationToken cancel) => ExportContent.Gather(Catalogue, request, cancel);

    public Outcome<Findings> Evidence(StudyQuestion question, EvidenceOptions? options = null, CancellationToken cancel = default) =>
        EvidenceStudy.Run(Catalogue, question, options, cancel).TryGet(out var findings, out var reason) ? PublicFindings.Of(Catalogue, findings) : reason;
}
