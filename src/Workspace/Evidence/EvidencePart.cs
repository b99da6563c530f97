// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Workspace.Evidence.Stored;

namespace Schakel.Workspace.Evidence;

/// <summary>One part of the evidence: a pure function of the ground, so it may be worked out anywhere, and again.</summary>
/// <param name="Name">Name of the step, for who waits.</param>
/// <param name="Work">Works it out and puts it with the pieces.</param>
internal sealed record EvidencePart(string Name, Action<EvidenceGround, EvidencePieces> Work)
{
    /// <summary>All of them; those that take longest first, so that they do not stand alone at the end.</summary>
    internal static readonly IReadOnlyList<EvidencePart> All =
    [
        new("picture", (ground, found) => found.Picture = ground.Study.Fit(new ScaleProfileOptions { Threads = ground.Options.Threads })),
        new("clusters", (ground, found) => found.Scan = ClusterParts.Scan(ground)),
        new("local", (ground, found) => found.Local = ClusterParts.Local(ground)),
        new("borders", (ground, found) => found.Borders = BordersPart.Of(ground)),
        new("reach-years", (ground, found) => found.ReachNextYear = ReachPart.NextYear(ground)),
        new("reach", (ground, found) => found.Reach = ReachPart.OneYear(ground)),
        new("bespoke", (ground, found) => found.Bespoke = BespokePart.Of(ground)),
        new("wider", (ground, found) => found.Wider = WiderPart.Of(ground)),
        new("composition", (ground, found) => found.Composition = CompositionPart.Of(ground, ground.Question)),
        new("stability", (ground, found) => found.Stability = StabilityPart.Of(ground)),
        new("edge", (ground, found) => found.Edge = EdgePart.Of(ground)),
    ];
}
