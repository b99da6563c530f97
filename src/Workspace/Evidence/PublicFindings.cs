// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Evidence as everybody may see it. The shell has all of it, for whoever has the catalogue has the figures.</summary>
public static class PublicFindings
{
    /// <summary>[cases] fewer in a cluster could point at somebody (methods J).</summary>
    private const double FewestCases = 5;

    /// <summary>The public form of evidence.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="findings">As the study gave them.</param>
    /// <returns>The findings, or <c>withheld</c> when the place is itself an area whose figure may not be shown.</returns>
    public static Outcome<Findings> Of(CatalogueFolder catalogue, Findings findings)
    {
        if (!PublicPicture.Of(catalogue, findings.Picture).TryGet(out var picture, out var reason))
            return reason;
        return findings with { Picture = picture, Scan = Of(findings.Scan, picture), Wider = Of(catalogue, findings.Wider) };
    }

    /// <summary>Clusters with the mark of those that may not be shown.</summary>
    internal static Outcome<ScanFinding> Of(Outcome<ScanFinding> clusters, ScalePicture picture) =>
        clusters.TryGet(out var scan, out _) ? scan with { Withheld = Hidden(scan, picture) } : clusters;

    /// <summary>The wider view; everything that is loaded is no small place.</summary>
    internal static WiderView? Of(CatalogueFolder catalogue, WiderView? wider) =>
        wider is not null && PublicPicture.Of(catalogue, wider.Picture).TryGet(out var picture, out _) ? wider with { Picture = picture } : wider;

    // A cluster of one area is the figure of that area.
    private static int[] Hidden(ScanFinding scan, ScalePicture picture)
    {
        var level = picture.Levels.FirstOrDefault(level => level.Level.Id == scan.Level);
        return [.. Enumerable.Range(0, scan.Result.Clusters.Count).Where(at => scan.Result.Clusters[at] is var cluster
            && (cluster.Cases < FewestCases || (cluster.Areas.Count == 1 && level is not null && IsWithheld(level, scan.Units.Codes[cluster.Areas[0]]))))];
    }

    private static bool IsWithheld(StudyLevel level, string code) =>
        Array.BinarySearch(level.Codes, code, StringComparer.Ordinal) is >= 0 and var area && level.Missing[area] == MissingReason.Withheld;
}
