// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Cli.Compositions;
using Schakel.Cli.Profiles;
using Schakel.Cli.Reaching;
using Schakel.Cli.Rezonings;
using Schakel.Cli.Scanning;
using Schakel.Cli.Spatial;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Analysing;

/// <summary>All evidence on a question, each part written by the command that gives it alone.</summary>
internal sealed class EvidenceReport(Findings findings)
{
    private static readonly string[] quadrants = ["HH", "LL", "HL", "LH"];

    internal Answer Answer() => new("evidence A to E", Write, page => EvidencePage.Write(page, findings))
    {
        Warnings = [.. findings.Picture.Profile.Warnings, .. findings.Stability.TryGet(out var lasting, out _) ? lasting.Warnings : []],
    };

    private List<(string Name, Outcome<Answer> Answer)> Parts() =>
    [
        ("profile", CatalogueProfile.Report(findings.Picture).Answer(full: false)),
        ("reach", Of(findings.Reach, reach => new ReachReport(reach.Result, CatalogueTree.TableOf(reach.Units)).Answer())),
        ("reachNextYear", Of(findings.ReachNextYear, reach => new ReachReport(reach.Result, CatalogueTree.TableOf(reach.Units)).Answer())),
        ("robustness", Of(findings.Borders, borders => new RobustnessReport(borders.Result, SampleOf(borders.Units)).Answer())),
        ("composition", Of(findings.Composition, Composition)),
    ];

    private void Write(AnswerJson json)
    {
        json.Text("indicator", findings.Picture.Indicator.Id);
        json.Count("year", findings.Picture.Year);
        json.Strings("within", findings.Question.Within?.Split(',') ?? []);
        json.Text("place", findings.Picture.Place);
        json.Text("key", findings.Key);
        foreach (var (name, answer) in Parts())
            Write(json, name, answer);
        json.Object("clusters", () => Clusters(json));
        if (findings.Bespoke.TryGet(out var bespoke, out var reason))
            json.Object("bespoke", () => Write(json, bespoke));
        else
            json.Null("bespoke", reason);
        if (findings.Stability.TryGet(out var stability, out reason))
            json.Object("stability", () =>
            {
                json.Counts("years", stability.Years);
                CatalogueProfile.Report(findings.Picture).WriteStability(json, "levels", new Outcome<IReadOnlyList<LagStability>>(stability.Result));
            });
        else
            json.Null("stability", reason);
        json.Object("edge", () =>
        {
            json.Figure("seenShare", double.IsFinite(findings.Edge.SeenShare) ? findings.Edge.SeenShare : new Reason("no-polygons", "The areas are no polygons, so they have no borders."));
            json.Strings("neighbours", findings.Edge.Neighbours.Select(neighbour => neighbour.Code));
        });
        if (findings.Wider is { } wider)
            json.Object("wider", () =>
            {
                Write(json, "profile", CatalogueProfile.Report(wider.Picture).Answer(full: false));
                Write(json, "composition", Of(wider.Composition, Composition));
            });
        else
            json.Null("wider", new Reason("nothing-wider", "Nothing is loaded outside this place. What shows between municipalities cannot be told then."));
    }

    private void Clusters(AnswerJson json)
    {
        if (findings.Scan.TryGet(out var scan, out var reason))
            Report(scan).WriteClusters(json);
        else
            json.Null("clusters", reason);
        if (findings.Local.TryGet(out var local, out reason))
        {
            json.Text("rate", local.IsStandardised ? "eb" : "raw");
            LocalAnswer.Write(json, SampleOf(local.Units), local.Result, quadrants);
        }
        else
        {
            json.Null("areas", reason);
            json.Null("fdr", reason);
        }
    }

    private ScanReport Report(ScanFinding scan) => new(scan.Result, new PlacedCases(
        scan.Units.Codes, scan.Units.X, scan.Units.Y, scan.Units.Cases, scan.Units.People, scan.Units.Excluded, new Subject([], [], [], [], findings.Picture.Indicator.Id))
    {
        Zones = scan.ZoneOf,
    }, scan.Cases);

    private static void Write(AnswerJson json, BespokeFinding found)
    {
        json.Text("level", found.Level);
        json.Count("buffer", found.Buffer);
        json.Objects("curve", found.Result.Curve, point =>
        {
            json.Number("k", point.People);
            json.Figure("variance", point.Variance);
            json.Figure("rawVariance", point.RawVariance);
            json.Number("noise", point.Noise);
            json.Figure("share", point.Share);
            json.Count("excluded", point.Excluded);
        });
        json.Figure("k50", found.Result.HalfAt);
    }

    private static void Write(AnswerJson json, string name, Outcome<Answer> part)
    {
        if (part.TryGet(out var answer, out var reason))
            json.Object(name, () =>
            {
                answer.Members(json);
                json.Warnings(answer.Warnings);
            });
        else
            json.Null(name, reason);
    }

    private static Answer Composition(CompositionFinding found) =>
        new CompositionReport { Adjusted = found.Result, Units = CatalogueTree.TableOf(found.Units) }.Answer();

    private static Outcome<Answer> Of<T>(Outcome<T> part, Func<T, Answer> report)
        where T : notnull => part.TryGet(out var found, out var reason) ? report(found) : reason;

    private Sample SampleOf(LinkedUnits units) => new(units.Codes, units.Values, units.Denominators, units.Graph, units.Excluded, units.Notes)
    {
        Subject = new Subject(units.Codes, units.Values, units.Denominators, [], findings.Picture.Indicator.Id),
    };
}
