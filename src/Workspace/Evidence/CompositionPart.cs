// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Composition;
using Schakel.Catalogue.Indicators;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Module D of a question: do areas differ because other people live there?</summary>
internal static class CompositionPart
{
    /// <summary>Figures that say who lives there, in the order in which they are tried. Never what may follow from most problems (benefits, crime, health).</summary>
    private static readonly string[] known =
    [
        "huishoudens_laag_inkomen", "personen_laag_inkomen", "huishoudens_laagste_inkomen", "aandeel_65_jaar_en_ouder", "inwoners_65_jaar_en_ouder",
        "aandeel_eenpersoonshuishoudens", "eenpersoonshuishoudens", "aandeel_15_tot_25_jaar", "inwoners_15_tot_25_jaar", "aandeel_opleiding_laag", "huurwoningen",
    ];

    // The same people under two names: one of each.
    private static readonly string[][] alike =
    [
        ["huishoudens_laag_inkomen", "personen_laag_inkomen", "huishoudens_laagste_inkomen"], ["aandeel_65_jaar_en_ouder", "inwoners_65_jaar_en_ouder"],
        ["aandeel_eenpersoonshuishoudens", "eenpersoonshuishoudens"], ["aandeel_15_tot_25_jaar", "inwoners_15_tot_25_jaar"],
    ];

    private const double MostMissing = 0.2;

    internal static Outcome<CompositionFinding> Of(EvidenceGround ground, StudyQuestion question)
    {
        if (ground.Indicator.Kind == IndicatorKind.Modelled)
            return new Reason("modelled-indicator", "The source estimated this figure from who lives there; composition would only find that back.");
        if (!ground.HasCases)
            return CaseTree.NoCasesKnown(ground.Indicator);
        if (!CaseTree.Gather(ground.Catalogue, question, [ground.Year], []).TryGet(out var plain, out var reason))
            return reason;

        var covariates = ground.Options.Covariates.Count > 0 ? ground.Options.Covariates : Choose(ground, question, plain);
        if (covariates.Count == 0)
            return new Reason("no-composition-figures", $"The catalogue does not say who lives in the areas of level {plain.Tree.Levels[0]} in {ground.Year}: no figures of income, age or households.") { Arguments = [plain.Tree.Levels[0], ground.Year] };
        if (!CaseTree.Gather(ground.Catalogue, question, [ground.Year], covariates).TryGet(out var units, out reason))
            return reason;

        return new CompositionFinding(
            AdjustedProfile.Compute(units.Tree, units.Rates, units.SamplingVariances, [.. covariates.Select((id, at) => new Covariate(id, units.More[at]))]), units, covariates);
    }

    // As many as the groups can bear: one for each eight groups of the coarsest level that is estimated.
    private static List<string> Choose(EvidenceGround ground, StudyQuestion question, CaseTree plain)
    {
        var groups = Enumerable.Range(0, plain.Tree.Levels.Count).Select(level => plain.Ids[level].Length).Last(count => count >= 5 || count == plain.Ids[0].Length);
        var most = Math.Clamp(groups / AdjustedProfile.GroupsPerCovariate, 1, AdjustedProfile.MostCovariates);
        var chosen = new List<string>();
        foreach (var id in known)
        {
            if (chosen.Count == most)
                break;
            if (id == ground.Indicator.Id || chosen.Exists(other => Array.Exists(alike, names => names.Contains(id) && names.Contains(other))))
                continue;
            if (ground.Catalogue.Find(id) is { Kind: not IndicatorKind.Modelled } && IsNearlyComplete(ground, question, plain, id))
                chosen.Add(id);
        }

        return chosen;
    }

    private static bool IsNearlyComplete(EvidenceGround ground, StudyQuestion question, CaseTree plain, string id)
    {
        if (!CatalogueUnits.Gather(ground.Catalogue, question with { Indicator = id, Year = ground.Year }, plain.Tree.Levels[0]).TryGet(out var other, out _))
            return false;
        var usable = Enumerable.Range(0, other.Count).Where(other.IsUsable).Select(unit => other.Layer.Codes[other.Places[unit]]).ToHashSet(StringComparer.Ordinal);
        return plain.Ids[0].Count(usable.Contains) >= (1 - MostMissing) * plain.Ids[0].Length;
    }
}
