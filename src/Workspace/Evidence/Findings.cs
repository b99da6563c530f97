// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Clusters;
using Schakel.Analysis.Composition;
using Schakel.Analysis.Reach;
using Schakel.Analysis.Rezoning;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Who is reached with the top of a level.</summary>
/// <param name="Result">Rows a level and budget.</param>
/// <param name="Units">The units behind it; two years when ranked on one and counted in the next.</param>
public sealed record ReachFinding(ReachResult Result, CaseTree Units);

/// <summary>Whether other borders lead to another conclusion.</summary>
/// <param name="Result">The official division among others.</param>
/// <param name="Units">The leaves and their zone.</param>
/// <param name="Level">Level id of the leaves.</param>
/// <param name="Zones">Level id of the zones.</param>
public sealed record BordersFinding(RezoningResult Result, LinkedUnits Units, string Level, string Zones);

/// <summary>What goes with who lives there.</summary>
/// <param name="Result">The scale profile with composition held equal, or why it cannot be given.</param>
/// <param name="Units">The units behind it.</param>
/// <param name="Covariates">Ids of the figures that say who lives there.</param>
public sealed record CompositionFinding(Outcome<AdjustedProfileResult> Result, CaseTree Units, IReadOnlyList<string> Covariates);

/// <summary>Clusters of any size.</summary>
/// <param name="Result">Strongest first; look at p.</param>
/// <param name="Units">The units behind it.</param>
/// <param name="Level">Level id of the units.</param>
/// <param name="Zones">Level id of the areas whose borders are looked at; null when there is none.</param>
/// <param name="Crossings">Per cluster, what lies across those borders; null where there is none.</param>
/// <param name="ZoneCodes">Codes of the areas that crossings speak of, by number.</param>
/// <param name="ZoneOf">The area of each unit, null where it is not known; empty when there are none.</param>
/// <param name="Cases">[cases] whole, one a unit.</param>
public sealed record ScanFinding(
    PoissonScanResult Result, PointUnits Units, string Level, string? Zones, IReadOnlyList<Crossing?> Crossings, IReadOnlyList<string> ZoneCodes,
    string?[] ZoneOf, double[] Cases)
{
    /// <summary>Names of the areas that crossings speak of, by number.</summary>
    public required IReadOnlyList<string> ZoneNames { get; init; }

    /// <summary>Places of clusters that a reader may not be shown, whatever their strength.</summary>
    public IReadOnlyList<int> Withheld { get; init; } = [];

    /// <summary>The name of such an area.</summary>
    /// <param name="zone">Number.</param>
    /// <returns>The name.</returns>
    public string NameOf(int zone) => ZoneNames[zone];

    /// <summary>From here down a cluster is more than chance would give.</summary>
    public const double Clear = 0.05;

    /// <summary>[people] a cluster of fewer could point at a household, and is not shown to a reader (methods J).</summary>
    public const double FewestPeople = 100;

    /// <summary>The clusters that a reader is shown: more than chance, and of enough people. Numbered in the order of strength.</summary>
    public IEnumerable<(int Number, ScanCluster Cluster, Crossing? Crossing)> Shown =>
        ClearOnes.Where(entry => entry.Cluster.Population.Value is not < FewestPeople && !Withheld.Contains(entry.Number - 1)).Select((entry, at) => (at + 1, entry.Cluster, entry.Crossing));

    /// <summary>The clusters that are more than chance, strongest first.</summary>
    public IEnumerable<(int Number, ScanCluster Cluster, Crossing? Crossing)> ClearOnes =>
        Result.Clusters.Select((cluster, at) => (at + 1, cluster, Crossings[at])).Where(entry => entry.cluster.P <= Clear);
}

/// <summary>Areas that stand out together with their surroundings.</summary>
/// <param name="Result">One entry an area.</param>
/// <param name="Units">The units behind it.</param>
/// <param name="Level">Level id of the units.</param>
/// <param name="IsStandardised">Whether small numbers were weighed (Assunção and Reis).</param>
public sealed record LocalFinding(LocalPicture Result, LinkedUnits Units, string Level, bool IsStandardised);

/// <summary>How differences fade when one looks at larger surroundings.</summary>
/// <param name="Result">By rising number of people.</param>
/// <param name="Units">The places, a buffer outside the place included.</param>
/// <param name="Level">Level id of the places.</param>
/// <param name="Buffer">Places outside that only lend their people.</param>
public sealed record BespokeFinding(BespokeResult Result, PointUnits Units, string Level, int Buffer);

/// <summary>What lasts over the years.</summary>
/// <param name="Result">One row a lag.</param>
/// <param name="Years">Years compared, rising.</param>
public sealed record StabilityFinding(IReadOnlyList<LagStability> Result, IReadOnlyList<int> Years)
{
    /// <summary>Areas that changed between the years.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>What is seen around the place.</summary>
/// <param name="SeenShare">[0..1] part of its outer border behind which there are figures; NaN when it is not known.</param>
/// <param name="Neighbours">Code and name of gemeenten that touch it and have figures.</param>
public sealed record EdgeView(double SeenShare, IReadOnlyList<(string Code, string Name)> Neighbours);

/// <summary>The same question for everything that is loaded: a place cannot show what lies between it and others.</summary>
/// <param name="Picture">The scale profile.</param>
/// <param name="Composition">What goes with who lives there.</param>
public sealed record WiderView(ScalePicture Picture, Outcome<CompositionFinding> Composition);

/// <summary>The evidence on one question. Immutable: the same key has the same findings, whenever and on however many cores they were made.</summary>
/// <param name="Key">SHA-256 over the catalogue's fingerprint, the question, the parameters and the version of the methods.</param>
/// <param name="Picture">Where the differences show (A), with every area.</param>
/// <param name="Reach">Whom one reaches (B), one year.</param>
/// <param name="ReachNextYear">The same, chosen on the year before and counted in this one.</param>
/// <param name="Borders">Whether the borders matter (C).</param>
/// <param name="Composition">Whether it goes with who lives there (D).</param>
/// <param name="Scan">Clusters of any size (E.3).</param>
/// <param name="Local">Areas that stand out (E.2).</param>
/// <param name="Bespoke">Scale, borders aside (A.6).</param>
/// <param name="Stability">What lasts (A.5).</param>
/// <param name="Edge">What is seen around the place.</param>
/// <param name="Wider">Everything that is loaded; null when that is the place itself.</param>
public sealed record Findings(
    string Key, ScalePicture Picture, Outcome<ReachFinding> Reach, Outcome<ReachFinding> ReachNextYear, Outcome<BordersFinding> Borders,
    Outcome<CompositionFinding> Composition, Outcome<ScanFinding> Scan, Outcome<LocalFinding> Local, Outcome<BespokeFinding> Bespoke,
    Outcome<StabilityFinding> Stability, EdgeView Edge, WiderView? Wider)
{
    /// <summary>Titles of the figures that say who lives there, by id.</summary>
    public required IReadOnlyDictionary<string, (string Nl, string En)> CovariateTitles { get; init; }

    /// <summary>The question, with the year filled in.</summary>
    public StudyQuestion Question => Picture.Question;
}
