// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>Answers "at which scales does this show?" for a question on a catalogue. The shell, the screens and the API all call this.</summary>
public static class ScaleStudy
{
    /// <summary>Gathers the units, estimates the profile, and describes every level.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="options">How the profile is estimated.</param>
    /// <returns>The picture, or a reason (<c>no-such-indicator</c>, <c>no-values</c>, <c>no-such-place</c>, <c>no-variation</c>, …).</returns>
    public static Outcome<ScalePicture> Run(
        CatalogueFolder catalogue, StudyQuestion question, Analysis.Scale.ScaleProfileOptions options) => throw new NotImplementedException();
}
