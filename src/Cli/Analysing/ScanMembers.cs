// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Clusters;
using Schakel.Workspace.Evidence;

namespace Schakel.Cli.Analysing;

/// <summary>The members that a scan adds to the clusters.</summary>
internal static class ScanMembers
{
    internal static void Write(AnswerJson json, ScanFinding scan)
    {
        json.Number("cases", scan.Result.Cases);
        json.Objects("clusters", scan.Result.Clusters.Index(), entry =>
        {
            var cluster = entry.Item;
            json.Strings("ids", cluster.Areas.Select(area => scan.Units.Codes[area]));
            json.Number("cases", cluster.Cases);
            json.Number("expected", cluster.Expected);
            json.Number("llr", cluster.LogLikelihoodRatio);
            json.Number("p", cluster.P);
            json.Figure("population", cluster.Population);
            json.Number("ratio", cluster.Ratio);
            json.Text("centre", scan.Units.Codes[cluster.Centre]);
            json.Number("radius", cluster.RadiusInMetres);
            if (scan.Crossings[entry.Index] is { } crossing)
                json.Object("crossing", () =>
                {
                    json.Number("index", crossing.Index);
                    json.Flag("isCrossing", crossing.IsCrossing);
                    json.Objects("zones", crossing.Zones, zone =>
                    {
                        json.Text("id", scan.ZoneCodes[zone.Zone]);
                        json.Number("cases", zone.Cases);
                    });
                });
        });
        json.Object("nullDistribution", () =>
        {
            json.Text("method", scan.Result.NullDistribution.Method == ScanChance.Gumbel ? "gumbel" : "monte-carlo");
            json.Count("replicates", scan.Result.NullDistribution.Replicates);
            json.Number("mean", scan.Result.NullDistribution.Mean);
            json.Number("sd", scan.Result.NullDistribution.StandardDeviation);
        });
        json.Strings("tooLarge", scan.Result.TooLarge.Select(area => scan.Units.Codes[area]));
    }
}
