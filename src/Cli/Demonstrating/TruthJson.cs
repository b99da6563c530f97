// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Voorbeeldstad;

namespace Schakel.Cli.Demonstrating;

/// <summary>The member <c>truth</c>: everything that was planted in the town.</summary>
internal static class TruthJson
{
    internal static void Write(AnswerJson json, TownTruth truth) => json.Object("truth", () =>
    {
        json.Text("municipality", truth.Municipality);
        json.Count("seed", truth.Seed);
        json.Object("areas", () =>
        {
            foreach (var (level, count) in truth.Areas)
                json.Count(level, count);
        });
        json.Objects("profiles", truth.Profiles, profile =>
        {
            json.Text("indicator", profile.Indicator);
            json.Number("mean", profile.Mean);
            json.Object("variance", () =>
            {
                foreach (var (level, variance) in profile.Variance)
                    json.Number(level, variance);
            });
        });
        json.Object("noise", () => json.Text("indicator", truth.NoiseIndicator));
        json.Object("cluster", () =>
        {
            json.Text("indicator", truth.Cluster.Indicator);
            json.Text("level", truth.Cluster.Level);
            json.Strings("ids", truth.Cluster.Ids);
            json.Number("relativeRisk", truth.Cluster.RelativeRisk);
        });
        Write(json, "waterbed", truth.Waterbed);
        Write(json, "waterbedSquare", truth.WaterbedSquare);
        Write(json, truth.Composition);
        json.Object("silent", () =>
        {
            json.Text("wijk", truth.Silent.Wijk);
            json.Text("name", truth.Silent.Name);
            json.Number("inspected", truth.Silent.Inspected);
            json.Number("reported", truth.Silent.Reported);
        });
        Write(json, truth.OneReporter);
        Write(json, truth.Divide);
        json.Object("drawings", () =>
        {
            json.Count("count", truth.Drawings.Count);
            json.Number("bridgeX", truth.Drawings.BridgeX);
            json.Number("bridgeY", truth.Drawings.BridgeY);
            json.Count("atBridge", truth.Drawings.AtBridge);
            json.Count("atTrack", truth.Drawings.AtTrack);
            json.Number("fewVoices", truth.Drawings.FewVoices);
        });
        Write(json, truth.Changes);
    });

    private static void Write(AnswerJson json, PlantedComposition composition) => json.Object("composition", () =>
    {
        json.Text("indicator", composition.Indicator);
        json.Number("share", composition.Share);
        json.Number("shareOfBuurten", composition.ShareOfBuurten);
        json.Objects("strata", composition.Strata, stratum =>
        {
            json.Text("name", stratum.Name);
            json.Number("share", stratum.Share);
            json.Number("rate", stratum.Rate);
        });
    });

    private static void Write(AnswerJson json, PlantedReporter reporter) => json.Object("oneReporter", () =>
    {
        json.Text("buurt", reporter.Buurt);
        json.Text("cell", reporter.Cell);
        json.Text("category", reporter.Category);
        json.Text("from", reporter.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Text("to", reporter.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Count("reports", reporter.Reports);
        json.Text("reporter", reporter.Reporter);
        json.Count("ofOneReporter", reporter.OfOneReporter);
    });

    private static void Write(AnswerJson json, PlantedDivide divide) => json.Object("divide", () =>
    {
        json.Text("wijk", divide.Wijk);
        json.Text("name", divide.Name);
        json.Text("barrier", divide.Barrier);
        json.Objects("sides", divide.Sides, side => json.Strings("ids", side));
        json.Strings("overCeiling", divide.OverCeiling);
    });

    private static void Write(AnswerJson json, PlantedChanges changes) => json.Object("changes", () =>
    {
        json.Object("split", () =>
        {
            json.Count("year", changes.SplitYear);
            json.Text("from", changes.SplitFrom);
            json.Strings("into", changes.SplitInto);
        });
        json.Object("seriesBreak", () =>
        {
            json.Text("indicator", changes.BreakIndicator);
            json.Count("year", changes.BreakYear);
            json.Number("seenBefore", changes.SeenBefore);
        });
    });

    private static void Write(AnswerJson json, string name, PlantedWaterbed waterbed) => json.Object(name, () =>
    {
        json.Counts("counts", waterbed.Counts);
        json.Count("local", waterbed.Local);
        json.Count("ring", waterbed.Ring);
    });
}
