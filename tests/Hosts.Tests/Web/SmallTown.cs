// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using NetTopologySuite.Geometries;
using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Areas;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Features;
using Schakel.Catalogue.Indicators;
using Schakel.Catalogue.Storage;
using Schakel.Web.Atlas;
using Schakel.Workspace.Exports;
using Schakel.Workspace.Studies;

namespace Schakel.Hosts.Tests.Web;

/// <summary>A town of six buurten in two wijken with figures written down by hand, so that a test can say what must come out.</summary>
internal sealed record SmallTown : IGround
{
    internal static readonly Indicator Thefts = new("fietsdiefstal", "fietsdiefstal", "fietsdiefstallen", "bicycle thefts", "personen", IndicatorKind.Count,
        "aantal_inwoners", "Bron: Politie", "CC BY 4.0", Recognised: true)
    { Years = [2022, 2023], Values = new Dictionary<string, int> { ["buurt"] = 12 } };

    private static readonly string[] buurten = ["BU1", "BU2", "BU3", "BU4", "BU5", "BU6"];
    private static readonly string[] wijken = ["WK1", "WK2"];

    internal Func<StudyQuestion, Outcome<ScalePicture>> Answer { get; init; } = question => Picture() with { Question = question };

    internal IReadOnlyDictionary<string, IReadOnlySet<string>> NotForAll { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    public string Name => "kleine stad.catalogue";

    public string Fingerprint => "0123456789abcdef";

    public IReadOnlyList<LevelSummary> Levels =>
    [
        new LevelSummary(new Level("cell", 10), 1, [2023]), new LevelSummary(new Level("buurt", 20), 6, [2023]),
        new LevelSummary(new Level("wijk", 30), 2, [2023]), new LevelSummary(new Level("gemeente", 50), 1, [2023]),
    ];

    public IReadOnlyList<Indicator> Indicators => [Thefts];

    public IReadOnlyList<Dataset> Datasets => [];

    public Outcome<AreaLayer> Areas(string level, int? year) => level switch
    {
        "buurt" => new AreaLayer("buurt", 2023, buurten, buurten, Parents(6), [true, true, true, true, true, true]),
        "wijk" => new AreaLayer("wijk", 2023, wijken, ["Noord", "Centrum"], Parents(2), [true, true]),
        "gemeente" => new AreaLayer("gemeente", 2023, ["GM1"], ["Kleine Stad"], new Dictionary<string, string?[]>(), [true]),
        _ => new Reason("no-such-level", "There is no such level."),
    };

    /// <summary>Squares of a kilometre, side by side; a gemeente is all of them.</summary>
    public Geometry?[] Boundaries(AreaLayer layer) => layer.Level switch
    {
        "buurt" => [.. Enumerable.Range(0, 6).Select(at => Square(at % 3, at / 3, 1, 1))],
        "wijk" => [Square(0, 0, 3, 1), Square(0, 1, 3, 1)],
        _ => [Square(0, 0, 3, 2)],
    };

    public Outcome<IndicatorValues> Values(string indicator, AreaLayer layer, int year) => new Reason("no-values", "Not here.");

    public IReadOnlyList<MapFeature> Features(string kind) => Ground.GetValueOrDefault(kind, []);

    internal IReadOnlyDictionary<string, IReadOnlyList<MapFeature>> Ground { get; init; } = new Dictionary<string, IReadOnlyList<MapFeature>>();

    public Outcome<ScalePicture> Picture(StudyQuestion question) => Answer(question).TryGet(out var picture, out var reason)
        ? PublicPicture.Without(PicturedAreas.Completed(Areas, picture), NotForAll)
        : reason;

    public Outcome<ExportContent> Export(ExportRequest request, CancellationToken cancel) => Taken(request);

    /// <summary>What is taken along; nothing unless a test says so.</summary>
    internal Func<ExportRequest, Outcome<ExportContent>> Taken { get; init; } = _ => new Reason("export-without-areas", "Not here.");

    internal static ScalePicture Picture(
        (double Low, double High)? buurt = null, (double Low, double High)? wijk = null, bool dominates = false, bool chanceKnown = true, Indicator? indicator = null)
    {
        var unknown = Figure.Missing(new Reason("sampling-variance-unknown", "Unknown."));
        var levels = new[]
        {
            Profile("buurt", 6, buurt ?? (0.00, 0.07), null),
            Profile("wijk", 2, wijk ?? (0.30, 0.62), null),
            new LevelProfile("gemeente", 1, None, None, None, None, None, None, None, false, null),
        };
        var noise = chanceKnown
            ? new NoiseProfile(1e-6, 0.12, dominates, 0.07, 0.22)
            : new NoiseProfile(unknown, unknown, false, unknown, unknown);
        var profile = new ScaleProfileResult("reml", levels, ["buurt", "wijk"], noise, 0.020, 0.001, 0.1, 1.4, 0.03, [], []);
        return new ScalePicture(new StudyQuestion("fietsdiefstal"), indicator ?? Thefts, 2023, 2023, "Kleine Stad", profile,
            [Buurten(chanceKnown), Wijken(), Gemeente()], [], 0, ["Bron: Politie"], "f00dcafe")
        { UnitCodes = [buurten, wijken, ["GM1"]] };
    }

    /// <summary>Cells as a study gives them: one that may be shown, one with too few people, one with too few cases, one without a figure.</summary>
    internal static StudyLevel Cells() => new(
        new Level("cell", 10), ["E1", "E2", "E3", "E4"], ["E1", "E2", "E3", "E4"], new Dictionary<string, string?[]> { ["buurt"] = ["BU1", "BU1", "BU2", "BU2"] },
        [100, 9, 100, double.NaN], [0.10, 0.60, 0.04, double.NaN], [MissingReason.Present, MissingReason.Present, MissingReason.Present, MissingReason.Secret],
        [0.09, 0.30, 0.04, double.NaN], [0.06, 0.10, 0.01, double.NaN], [0.12, 0.50, 0.06, double.NaN], [false, false, true, false]);

    private static Figure None => Figure.Missing(new Reason("too-few-groups", "One group."));

    private static LevelProfile Profile(string level, int groups, (double Low, double High) share, string? mergedWith) =>
        new(level, groups, 1e-5, None, 1e-6, 1e-4, (share.Low + share.High) / 2, share.Low, share.High, false, mergedWith);

    private static StudyLevel Buurten(bool withRange) => new(
        new Level("buurt", 20), buurten, ["Zuid", "Oud-West", "'t Hof", "Äbel", "Binnenstad", "Haven"], Parents(6),
        [1000, 2000, 1500, 800, 3000, double.NaN], [0.020, 0.012, 0.050, 0.021, 0.031, double.NaN],
        [MissingReason.Present, MissingReason.Present, MissingReason.Present, MissingReason.Present, MissingReason.Present, MissingReason.Secret],
        [0.020, 0.012, 0.048, 0.021, 0.031, double.NaN],
        withRange ? [0.015, 0.009, 0.040, 0.016, 0.027, double.NaN] : Nothing(6), withRange ? [0.026, 0.016, 0.057, 0.027, 0.036, double.NaN] : Nothing(6),
        [true, false, false, true, false, false]);

    private static StudyLevel Wijken() => new(
        new Level("wijk", 30), wijken, ["Noord", "Centrum"], new Dictionary<string, string?[]> { ["gemeente"] = ["GM1", "GM1"] },
        [4500, 3800], [0.027, 0.029], [MissingReason.Present, MissingReason.Present], [0.026, 0.028], [0.023, 0.024], [0.030, 0.033], [false, false]);

    private static StudyLevel Gemeente() => new(
        new Level("gemeente", 50), ["GM1"], ["Kleine Stad"], new Dictionary<string, string?[]>(), [8300], [0.028], [MissingReason.Present],
        [double.NaN], [double.NaN], [double.NaN], [false]);

    private static double[] Nothing(int count) => [.. Enumerable.Repeat(double.NaN, count)];

    private static Dictionary<string, string?[]> Parents(int count) => count == 2
        ? new() { ["gemeente"] = ["GM1", "GM1"] }
        : new() { ["wijk"] = ["WK1", "WK1", "WK1", "WK2", "WK2", "WK2"], ["gemeente"] = ["GM1", "GM1", "GM1", "GM1", "GM1", "GM1"] };

    private static Polygon Square(int column, int row, int width, int height)
    {
        const double left = 230_000, bottom = 580_000, side = 1000;
        var (x, y) = (left + (column * side), bottom + (row * side));
        return new Polygon(new LinearRing([new(x, y), new(x + (width * side), y), new(x + (width * side), y + (height * side)), new(x, y + (height * side)), new(x, y)]));
    }
}
