// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Evidence.Stored;
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
        if (!Prepare(catalogue, question, options ?? new EvidenceOptions()).TryGet(out var ground, out var reason))
            return reason;

        cancel.ThrowIfCancellationRequested();
        var found = new EvidencePieces();
        var cores = ground.Options.Threads > 0 ? ground.Options.Threads : Environment.ProcessorCount;
        Parallel.ForEach(EvidencePart.All, new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = cancel }, part => part.Work(ground, found));
        found.Name(catalogue);
        return found.Whole(ground.Key);
    }

    /// <summary>Gathers what all parts stand on, and names the evidence.</summary>
    internal static Outcome<EvidenceGround> Prepare(CatalogueFolder catalogue, StudyQuestion question, EvidenceOptions options)
    {
        if (!ScaleStudy.Prepare(catalogue, question).TryGet(out var study, out var reason))
            return reason;

        if (options.Covariates.FirstOrDefault(id => catalogue.Find(id) is null) is { } unknown)
            return new Reason("no-such-indicator", $"The catalogue has no figure '{unknown}'.") { Arguments = [unknown, string.Join(", ", catalogue.Indicators.Select(known => known.Id).Take(12))] };

        // One question, one key: however the place was written, and whether the year was named or not.
        question = question with { Indicator = study.Units.Indicator.Id, Year = study.Units.Year, Within = study.Place?.Code };
        return new EvidenceGround(catalogue, question, study, options);
    }
}
