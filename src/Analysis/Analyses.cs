// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis;

/// <summary>One statistic that the shell, the API and the screens can list.</summary>
/// <param name="Name">Name of its class.</param>
/// <param name="Family">Folder of its family.</param>
/// <param name="Command">The command that answers with it, or null when it has none of its own.</param>
/// <param name="Page">Its page in the docs, from the root of the project.</param>
public sealed record AnalysisEntry(string Name, string Family, string? Command, string Page);

/// <summary>All statistics of this library. A statistic that does not stand here is not shown anywhere.</summary>
public static class Analyses
{
    /// <summary>By family, then name.</summary>
    public static IReadOnlyList<AnalysisEntry> All { get; } =
    [
        new("Contiguity", "Adjacency", "weights", "docs/methods/neighbours.md"),
        new("DistanceBand", "Adjacency", "weights", "docs/methods/neighbours.md"),
        new("NearestNeighbours", "Adjacency", "weights", "docs/methods/neighbours.md"),
        new("ScaleAdvice", "Advice", "advise", "docs/methods/scale-advice.md"),
        new("BivariateLocalMoran", "Autocorrelation", null, "docs/methods/bivariate-local-moran.md"),
        new("Correlogram", "Autocorrelation", "bespoke", "docs/methods/correlogram.md"),
        new("FalseDiscoveryRate", "Autocorrelation", "fdr", "docs/methods/false-discovery-rate.md"),
        new("GetisOrd", "Autocorrelation", "getis-ord", "docs/methods/getis-ord.md"),
        new("GlobalGeary", "Autocorrelation", "geary", "docs/methods/global-geary.md"),
        new("GlobalGetisOrd", "Autocorrelation", null, "docs/methods/global-getis-ord.md"),
        new("GlobalMoran", "Autocorrelation", "moran", "docs/methods/global-moran.md"),
        new("JoinCount", "Autocorrelation", "join-count", "docs/methods/join-count.md"),
        new("LocalGeary", "Autocorrelation", null, "docs/methods/local-geary.md"),
        new("LocalJoinCount", "Autocorrelation", null, "docs/methods/local-join-count.md"),
        new("LocalMoran", "Autocorrelation", "local-moran", "docs/methods/local-moran.md"),
        new("RateSmoothing", "Autocorrelation", "smooth", "docs/methods/rate-smoothing.md"),
        new("RateStandardisation", "Autocorrelation", null, "docs/methods/rate-standardisation.md"),
        new("BorderContrast", "Clusters", "borders", "docs/methods/border-contrast.md"),
        new("CrossingIndex", "Clusters", null, "docs/methods/crossing-index.md"),
        new("PoissonScan", "Clusters", "scan", "docs/methods/poisson-scan.md"),
        new("AdjustedProfile", "Composition", "composition", "docs/methods/adjusted-profile.md"),
        new("IndirectStandardisation", "Composition", "composition", "docs/methods/indirect-standardisation.md"),
        new("KitagawaDecomposition", "Composition", "composition", "docs/methods/kitagawa-decomposition.md"),
        new("DominanceRule", "Disclosure", "publish-check", "docs/methods/dominance-rule.md"),
        new("PublicationCheck", "Disclosure", "publish-check", "docs/methods/publication-check.md"),
        new("CountDispersion", "Displacement", null, "docs/methods/count-dispersion.md"),
        new("DisplacementDifference", "Displacement", "waterbed", "docs/methods/displacement-difference.md"),
        new("DisplacementForecast", "Displacement", "waterbed", "docs/methods/displacement-forecast.md"),
        new("DisplacementQuotient", "Displacement", "waterbed", "docs/methods/displacement-quotient.md"),
        new("DisplacementRatio", "Displacement", "waterbed", "docs/methods/displacement-ratio.md"),
        new("EventStudy", "Displacement", "waterbed", "docs/methods/event-study.md"),
        new("ExposureAllocation", "Displacement", "waterbed", "docs/methods/exposure-allocation.md"),
        new("PlaceboAreas", "Displacement", null, "docs/methods/placebo-test.md"),
        new("PlaceboTest", "Displacement", null, "docs/methods/placebo-test.md"),
        new("RatioEffect", "Displacement", "waterbed", "docs/methods/ratio-effect.md"),
        new("CellAffinity", "Perception", "perceive", "docs/methods/cell-affinity.md"),
        new("DrawingAgreement", "Perception", "perceive", "docs/methods/drawing-agreement.md"),
        new("DrawnPolygon", "Perception", "perceive", "docs/methods/membership-surface.md"),
        new("MembershipSurface", "Perception", "perceive", "docs/methods/membership-surface.md"),
        new("Raking", "Perception", "perceive", "docs/methods/raking.md"),
        new("RespondentCoverage", "Perception", null, "docs/methods/membership-surface.md"),
        new("GiniCoefficient", "Reach", "reach", "docs/methods/gini-coefficient.md"),
        new("TargetingReach", "Reach", "reach", "docs/methods/targeting-reach.md"),
        new("AreaPlanCheck", "Regions", "check-areas", "docs/methods/area-plan-check.md"),
        new("BarrierGraph", "Regions", "delineate", "docs/methods/barrier-graph.md"),
        new("PackingBound", "Regions", "delineate", "docs/methods/work-areas.md"),
        new("PlanComparison", "Regions", "check-areas", "docs/methods/plan-comparison.md"),
        new("WorkAreas", "Regions", "delineate", "docs/methods/work-areas.md"),
        new("RandomZoning", "Rezoning", null, "docs/methods/random-zoning.md"),
        new("RezoningRobustness", "Rezoning", "robustness", "docs/methods/rezoning-robustness.md"),
        new("BespokeProfile", "Scale", "bespoke", "docs/methods/bespoke-profile.md"),
        new("PlaceEffect", "Scale", "profile", "docs/methods/scale-profile.md"),
        new("PoissonVariogram", "Scale", "variogram", "docs/methods/poisson-variogram.md"),
        new("SamplingVariance", "Scale", "profile", "docs/methods/sampling-variance.md"),
        new("ScaleProfile", "Scale", "profile", "docs/methods/scale-profile.md"),
        new("ScaleStability", "Scale", "profile", "docs/methods/scale-stability.md"),
        new("CaptureRecapture", "Signals", "signals", "docs/methods/capture-recapture.md"),
        new("DistinctSignals", "Signals", "signals", "docs/methods/distinct-signals.md"),
        new("EarlyAberration", "Signals", "signals", "docs/methods/early-aberration.md"),
        new("EventClusters", "Signals", null, "docs/methods/event-clusters.md"),
        new("ReportingPropensity", "Signals", "signals", "docs/methods/reporting-propensity.md"),
        new("SpaceTimeScan", "Signals", "scan", "docs/methods/space-time-scan.md"),
    ];
}
