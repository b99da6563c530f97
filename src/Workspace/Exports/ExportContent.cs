// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Exports.Results;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Exports;

/// <summary>All that is written, with the account of it.</summary>
/// <param name="Layers">Finest level first.</param>
/// <param name="IsPublication">Whether module J decided what is in it.</param>
/// <param name="Place">Name of the place it is limited to; null = everything.</param>
/// <param name="Fingerprint">Of the catalogue.</param>
/// <param name="Datasets">The files behind the catalogue.</param>
/// <param name="Results">What became of the results that were joined.</param>
/// <param name="Warnings">Doubts that a user must see.</param>
/// <param name="Language">Language of titles and account.</param>
public sealed record ExportContent(
    IReadOnlyList<ExportLayer> Layers, bool IsPublication, string? Place, string Fingerprint, IReadOnlyList<Dataset> Datasets,
    IReadOnlyList<JoinedResult> Results, IReadOnlyList<Warning> Warnings, Language Language)
{
    /// <summary>Gathers what was asked.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The content, or <c>no-such-level</c>, <c>no-such-indicator</c>, <c>no-such-place</c>, <c>no-values</c>, <c>result-matches-nothing</c>, <c>study-area-empty</c>.</returns>
    public static Outcome<ExportContent> Gather(CatalogueFolder catalogue, ExportRequest request, CancellationToken cancel = default) =>
        new ExportGathering(catalogue, request, cancel).Gather();

    /// <summary>Gathers a map of one's own with the results that were made on it; never for publication, for nothing is known of its figures.</summary>
    /// <param name="map">The map, with its shapes.</param>
    /// <param name="id">Column with the codes of the areas.</param>
    /// <param name="rowOf">Row of each code.</param>
    /// <param name="request">Results and language.</param>
    /// <returns>The content, or <c>export-other-coordinates</c>, <c>result-matches-nothing</c>.</returns>
    public static Outcome<ExportContent> OfMap(SourceTable map, Column id, IReadOnlyDictionary<string, int> rowOf, ExportRequest request) => MapContent.Of(map, id, rowOf, request);
}
