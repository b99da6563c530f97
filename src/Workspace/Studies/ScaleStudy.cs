// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>Answers "at which scales does this show?" for a question on a catalogue. The shell, the screens and the API all call this.</summary>
public static class ScaleStudy
{
    /// <summary>Gathers the units, estimates the profile, and describes every level.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="options">How the profile is estimated; kind and seed come from the question.</param>
    /// <returns>The picture, or a reason (<c>no-such-indicator</c>, <c>no-values</c>, <c>no-such-place</c>, <c>no-variation</c>, …).</returns>
    public static Outcome<ScalePicture> Run(CatalogueFolder catalogue, StudyQuestion question, ScaleProfileOptions options) =>
        Prepare(catalogue, question).TryGet(out var study, out var reason) ? study.Fit(options) : reason;

    /// <summary>Gathers the units and puts them in their tree, for a caller that reads and fits apart.</summary>
    /// <param name="catalogue">Where the figures are.</param>
    /// <param name="question">What is asked.</param>
    /// <returns>The study, or a reason (<c>no-such-indicator</c>, <c>no-values</c>, <c>no-such-place</c>, <c>no-usable-units</c>, …).</returns>
    public static Outcome<PreparedStudy> Prepare(CatalogueFolder catalogue, StudyQuestion question) => PreparedStudy.Of(catalogue, question);
}
