// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>The question for everything that is loaded: what lies between gemeenten shows only there.</summary>
internal static class WiderPart
{
    internal static WiderView? Of(EvidenceGround ground)
    {
        if (ground.Question.Within is null)
            return null;

        var everywhere = ground.Question with { Within = null, Finest = ground.Study.Units.Level.Id };
        if (!ScaleStudy.Prepare(ground.Catalogue, everywhere).TryGet(out var study, out _) || study.Units.Count == ground.Study.Units.Count)
            return null;
        return study.Fit(new ScaleProfileOptions { Threads = ground.Options.Threads }).TryGet(out var picture, out _)
            ? new WiderView(picture, CompositionPart.Of(ground, everywhere))
            : null;
    }
}
