// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary>The options of <c>delineate</c>.</summary>
internal sealed class DelineateSettings
{
    // Longer than a day is a mistake in the unit.
    private const double LongestInSeconds = 86_400;

    internal DelineateSettings(SharedSettings shared)
    {
        var make = shared.Make;
        Ground = new GroundSettings(shared);
        Values = make.List("--value", Topic.Figures, "COLUMN[,COLUMN2]", make.Say[
            "Cijfers waarin een gebied op zichzelf moet lijken (onderdeel H), liefst met het toeval eraf. Bij een catalogus: --indicator.",
            "Figures in which an area should be alike (part H), preferably without chance. With a catalogue: --indicator."]);
        Zones = make.Text("--zones", Topic.Figures, "COLUMN", make.Say[
            "Bestaande indeling die liefst heel blijft (onderdeel B), bijvoorbeeld de wijk. Bij een catalogus: een schaal.",
            "Existing division to keep whole if possible (part B), for example the district. With a catalogue: a level."]);
        Drawings = make.Text("--drawings", Topic.Figures, "FILE[:LAYER]|none", make.Say[
            "Wat bewoners als hun buurt tekenden (onderdeel R): vlakken met een kolom respondent. Telt waar tien of meer bewoners tekenden. Bij een catalogus: die van de catalogus, tenzij hier een bestand of none staat.",
            "What residents drew as their neighbourhood (part R): polygons with a column respondent. Counts where ten or more residents drew. With a catalogue: those of the catalogue, unless a file or none stands here."]);
        Score = make.List("--score", Topic.Method, "H=1,K=0,…", make.Say[
            "Hoe zwaar elke wens telt: H gelijk, K compact, B bestaande indeling, R zoals bewoners tekenen, E geen barrières, S geen kleine gebieden. Wat niet genoemd is, telt niet. "
            + "Zonder deze optie H=0.25,K=0.20,B=0.15,R=0.15,E=0.15,S=0.10.",
            "How much each wish counts: H alike, K compact, B existing division, R as residents draw it, E no barriers, S no tiny areas. What is not named does not count. "
            + "Without it H=0.25,K=0.20,B=0.15,R=0.15,E=0.15,S=0.10."]);
        Target = make.OptionalWhole("--target", Topic.Method, "K", make.Say[
            "Het gewenste aantal gebieden. Zonder deze optie: zo weinig mogelijk, en in andere voorstellen tot een tiende meer.",
            "The wanted number of areas. Without it: as few as possible, and in other proposals up to a tenth more."], 1);
        Alternatives = make.Whole("--alternatives", Topic.Answer, "K", make.Say["Hoeveel verschillende voorstellen.", "How many different proposals."], 4, 1, 50);
        Iterations = make.OptionalWhole("--iterations", Topic.Method, "N", make.Say[
            "Aantal stappen om naar minder gebieden te zoeken; zelfde getal, zelfde plannen, op elke computer. Zonder deze optie naar de grootte van de kaart.",
            "Number of steps in search of fewer areas; same number, same plans, on any computer. Without it by the size of the map."], 0);
        TimeLimit = make.OptionalNumber("--time-limit", Topic.Method, "S", make.Say[
            "Hooguit zo veel seconden. Grijpt de klok in, dan kan een volgende keer iets anders geven; dat staat er dan bij.",
            "At most so many seconds. When the clock cuts in, another run may give something else; it will say so."],
            seconds => seconds > 0 && seconds <= LongestInSeconds, make.Say["een aantal seconden boven 0 en hooguit 86400", "a number of seconds above 0 and at most 86400"]);
        Out = make.Text("--out", Topic.Answer, "FILE.gpkg|FILE.csv", make.Say[
            "Schrijf de voorstellen ook naar een bestand. .gpkg: een kaartlaag per voorstel, een vlak per gebied. .csv: een regel per eenheid met haar gebied, zoals check-areas het leest.",
            "Also write the proposals to a file. .gpkg: a layer a proposal, a polygon an area. .csv: a line a unit with its area, as check-areas reads it."], onlyOutput: true);
    }

    internal GroundSettings Ground { get; }

    internal Setting<string[]?> Values { get; }

    internal Setting<string?> Zones { get; }

    internal Setting<string?> Drawings { get; }

    internal Setting<string[]?> Score { get; }

    internal Setting<int?> Target { get; }

    internal Setting<int> Alternatives { get; }

    internal Setting<int?> Iterations { get; }

    internal Setting<double?> TimeLimit { get; }

    internal Setting<string?> Out { get; }

    internal ISetting[] All =>
        [.. Ground.Units, Ground.Population, Ground.Dwellings, Values, Zones, Drawings, .. Ground.Graph, .. Ground.Limits, Score, Target, Iterations, TimeLimit, Alternatives, Out];

    /// <summary>Everything the search needs, but the clock.</summary>
    internal Outcome<WorkAreaOptions> Options(Run run)
    {
        if (!Ground.Options(run).TryGet(out var options, out var reason))
            return reason;
        if (!Weights(run).TryGet(out var weights, out reason))
            return reason;
        return options with
        {
            Score = weights,
            Target = run.Get(Target),
            Alternatives = run.Get(Alternatives),
            Iterations = run.Get(Iterations),
            Seed = run.Seed,
            Threads = run.Threads,
        };
    }

    private Outcome<ScoreWeights> Weights(Run run)
    {
        if (run.Get(Score) is not { } wishes)
            return new ScoreWeights();

        var weights = new Dictionary<string, double>(StringComparer.Ordinal) { ["H"] = 0, ["K"] = 0, ["B"] = 0, ["R"] = 0, ["E"] = 0, ["S"] = 0 };
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in wishes)
        {
            var parts = wish.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !weights.ContainsKey(parts[0]) || !named.Add(parts[0])
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || !double.IsFinite(weight) || weight < 0)
                return WrongUse.With("score-not-understood", $"--score: '{wish}' is not possible. Right is H=0.5,K=0.5 with letters from H, K, B, R, E, S, each once, and numbers of 0 and more.", wish);
            weights[parts[0]] = weight;
        }

        var sum = weights.Values.Sum();
        return sum > 0 && double.IsFinite(sum)
            ? new ScoreWeights(weights["H"], weights["K"], weights["B"], weights["R"], weights["E"], weights["S"])
            : WrongUse.With("score-without-weight", "--score: at least one wish must count for more than 0.");
    }
}
