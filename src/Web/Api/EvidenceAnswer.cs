// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Texts;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Api;

/// <summary>All evidence on a question; members as in <c>schakel analyse --json</c>. A part that the data cannot answer is null, and <c>why</c> says why, by its name.</summary>
public sealed record EvidenceAnswer(
    string Indicator, int Year, IReadOnlyList<string> Within, string? Place, string Key, ScalePictureAnswer Profile, ReachAnswer? Reach, ReachAnswer? ReachNextYear,
    RobustnessAnswer? Robustness, CompositionAnswer? Composition, ClustersAnswer? Clusters, BespokeAnswer? Bespoke, StabilityAnswer? Stability, EdgeAnswer Edge,
    WiderAnswer? Wider, IReadOnlyDictionary<string, ReasonAnswer> Why, int Seed, string Version)
{
    internal static EvidenceAnswer Of(Findings findings, ScreenTexts texts)
    {
        var why = new SortedDictionary<string, ReasonAnswer>(StringComparer.Ordinal);
        T? Part<TFound, T>(string name, Outcome<TFound> part, Func<TFound, T> write)
            where TFound : notnull
            where T : class
        {
            if (part.TryGet(out var found, out var reason))
                return write(found);
            why[name] = new ReasonAnswer(reason.Code, ReasonTexts.Of(reason, texts.Language));
            return null;
        }

        var picture = findings.Picture;
        return new EvidenceAnswer(
            picture.Indicator.Id, picture.Year, findings.Question.Within?.Split(',') ?? [], picture.Place, findings.Key, ScalePictureAnswer.Of(picture, texts),
            Part("reach", findings.Reach, found => ReachAnswer.Of(found, texts)), Part("reachNextYear", findings.ReachNextYear, found => ReachAnswer.Of(found, texts)),
            Part("robustness", findings.Borders, found => RobustnessAnswer.Of(found, texts)), Part("composition", findings.Composition, found => CompositionAnswer.Of(found, texts)),
            Part("clusters", findings.Scan, ClustersAnswer.Of), Part("bespoke", findings.Bespoke, found => BespokeAnswer.Of(found, texts)),
            Part("stability", findings.Stability, found => StabilityAnswer.Of(found, texts)), EdgeAnswer.Of(findings.Edge),
            findings.Wider is { } wider ? new WiderAnswer(ScalePictureAnswer.Of(wider.Picture, texts), Part("wider.composition", wider.Composition, found => CompositionAnswer.Of(found, texts))) : null,
            why, findings.Question.Seed, ProgramVersion.Text);
    }
}

/// <summary>Why there is no answer.</summary>
public sealed record ReasonAnswer(string Code, string Text);

/// <summary>What is seen around the place: part of its outer border behind which there are figures, null when that is not known, and the gemeenten that touch it.</summary>
public sealed record EdgeAnswer(double? SeenShare, IReadOnlyList<string> Neighbours)
{
    internal static EdgeAnswer Of(EdgeView edge) => new(double.IsFinite(edge.SeenShare) ? edge.SeenShare : null, [.. edge.Neighbours.Select(neighbour => neighbour.Code)]);
}

/// <summary>The same for everything that is loaded.</summary>
public sealed record WiderAnswer(ScalePictureAnswer Profile, CompositionAnswer? Composition);
