// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Rezoning;
using Schakel.Workspace.Evidences;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>Figures as evidence has them.</summary>
internal static class Samples
{
    internal static EvidenceFigures Figures(string waterbed = "low") => new(
        "2019–2024", ["Voorbeeldstad (verzonnen)"],
        new SortedDictionary<string, LevelEvidence>(StringComparer.Ordinal)
        {
            ["buurt"] = new(EvidenceClass.Of(2, 1, 3), EvidenceClass.Of(2)),
            ["gemeente"] = new(EvidenceClass.Of(1), EvidenceClass.NotApplicable),
        },
        new ProblemEvidence(RobustnessGrade.B, .2, .15, .7, Enum.Parse<DisplacementRisk>(waterbed, ignoreCase: true)), "abc");
}
