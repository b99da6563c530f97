// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>All evidence on a question: where it shows, whom one reaches, whether borders matter, who lives there, clusters, scale beyond borders, and what lasts.</summary>
public static class EvidenceStudy
{
    /// <summary>Gathers the evidence. The parts are worked out side by side; none depends on the order or on the number of cores.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="options">Composition, and cores.</param>
    /// <param name="cancel">Asked between parts.</param>
    /// <returns>The findings; a part that the data cannot answer holds its reason. No findings at all when even the profile has none.</returns>
    public static Outcome<Findings> Run(CatalogueFolder catalogue, StudyQuestion question, EvidenceOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new EvidenceOptions();
        if (!ScaleStudy.Prepare(catalogue, question).TryGet(out var study, out var reason))
            return reason;

        if (options.Covariates.FirstOrDefault(id => catalogue.Find(id) is null) is { } unknown)
            return new Reason("no-such-indicator", $"The catalogue has no figure '{unknown}'.") { Arguments = [unknown, string.Join(", ", catalogue.Indicators.Select(known => known.Id).Take(12))] };

        // One question, one key: however the place was written, and whether the year was named or not.
        question = question with { Indicator = study.Units.Indicator.Id, Year = study.Units.Year, Within = study.Place?.Code };
        var ground = new EvidenceGround(catalogue, question, study, options);
        cancel.ThrowIfCancellationRequested();

        var parts = new Parts();
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount, CancellationToken = cancel },
            () => parts.Picture = study.Fit(new ScaleProfileOptions { Threads = options.Threads }),
            () => parts.Scan = ClusterParts.Scan(ground),
            () => parts.Local = ClusterParts.Local(ground),
            () => parts.Borders = BordersPart.Of(ground),
            () => parts.ReachNextYear = ReachPart.NextYear(ground),
            () => parts.Reach = ReachPart.OneYear(ground),
            () => parts.Bespoke = BespokePart.Of(ground),
            () => parts.Wider = WiderPart.Of(ground),
            () => parts.Composition = CompositionPart.Of(ground, question),
            () => parts.Stability = StabilityPart.Of(ground),
            () => parts.Edge = EdgePart.Of(ground));

        return parts.Picture!.TryGet(out var picture, out reason)
            ? new Findings(
                EvidenceKey.Of(catalogue, question, options), picture, parts.Reach!, parts.ReachNextYear!, parts.Borders!, parts.Composition!, parts.Scan!, parts.Local!,
                parts.Bespoke!, parts.Stability!, parts.Edge!, parts.Wider)
            {
                CovariateTitles = Titles(catalogue, parts),
            }
            : reason;
    }

    private static Dictionary<string, (string Nl, string En)> Titles(CatalogueFolder catalogue, Parts parts) =>
        new[] { parts.Composition, parts.Wider?.Composition }
            .SelectMany(part => part is not null && part.TryGet(out var found, out _) ? found.Covariates : [])
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => catalogue.Find(id) is { } known ? (known.TitleNl, known.TitleEn) : (id, id), StringComparer.Ordinal);

    private sealed class Parts
    {
        internal Outcome<ScalePicture>? Picture { get; set; }

        internal Outcome<ReachFinding>? Reach { get; set; }

        internal Outcome<ReachFinding>? ReachNextYear { get; set; }

        internal Outcome<BordersFinding>? Borders { get; set; }

        internal Outcome<CompositionFinding>? Composition { get; set; }

        internal Outcome<ScanFinding>? Scan { get; set; }

        internal Outcome<LocalFinding>? Local { get; set; }

        internal Outcome<BespokeFinding>? Bespoke { get; set; }

        internal Outcome<StabilityFinding>? Stability { get; set; }

        internal EdgeView? Edge { get; set; }

        internal WiderView? Wider { get; set; }
    }
}
