// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;

namespace Schakel.Benchmarks;

/// <summary>The buurten of the Netherlands in their wijken and gemeenten with the share of owner-occupied dwellings, or a made-up country of the same size where the shared data are absent.</summary>
/// <param name="Source">What was used, for the results.</param>
/// <param name="Tree">Buurt, wijk, gemeente.</param>
/// <param name="Rates">[0..1] one a buurt.</param>
/// <param name="Households">[households] one a buurt.</param>
public sealed record NationalUnits(string Source, UnitTree Tree, double[] Rates, double[] Households)
{
    private const string Figures = "data/kerncijfers/nl_kerncijfers_2024.csv";

    /// <summary>[0..1²] chance of each buurt.</summary>
    public double[] SamplingVariances => SamplingVariance.OfProportion(Households, Rates.Zip(Households, (rate, n) => rate * n).Sum() / Households.Sum());

    /// <summary>The country that is here.</summary>
    public static NationalUnits Load()
    {
        var shared = NationalMap.FindShared();
        return shared is null ? Made() : Real(Path.Combine(shared, Figures));
    }

    private static NationalUnits Real(string file)
    {
        var lines = File.ReadAllLines(file);
        var titles = lines[0].Split(',');

        // Names may hold quoted commas; codes and figures do not, so that cells count from the back.
        int FromBack(string title) => titles.Length - Array.IndexOf(titles, title);
        var (owned, households) = (FromBack("koopwoningen"), FromBack("huishoudens"));
        double? Figure(string[] cells, int fromBack) =>
            double.TryParse(cells[^fromBack], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

        var rows = lines.Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[1] == "buurt" && Figure(cells, owned) is not null && Figure(cells, households) > 0)
            .OrderBy(cells => cells[0], StringComparer.Ordinal).ToArray();
        return new NationalUnits(
            "buurten of 2024", Nest(rows.Select(cells => cells[0][2..8]), rows.Select(cells => cells[0][2..6])),
            [.. rows.Select(cells => Figure(cells, owned)!.Value / 100)], [.. rows.Select(cells => Figure(cells, households)!.Value)]);
    }

    /// <summary>342 gemeenten of nine or ten wijken of three or four buurten.</summary>
    private static NationalUnits Made()
    {
        const int Buurten = 12_800;
        var random = new RandomSequence(2009);
        double[] Effects(int count, double deviation) => [.. Enumerable.Range(0, count).Select(_ => deviation * random.NextNormal())];
        var (byBuurt, byWijk, byGemeente) = (Effects(Buurten, 0.15), Effects(3270, 0.09), Effects(342, 0.08));
        int[] wijk = [.. Enumerable.Range(0, Buurten).Select(i => (int)(i * 3270L / Buurten))];
        int[] gemeente = [.. wijk.Select(w => w * 342 / 3270)];
        double[] households = [.. Enumerable.Range(0, Buurten).Select(_ => 20.0 + random.NextInt(2000))];
        double[] rates = [.. Enumerable.Range(0, Buurten).Select(i =>
            0.6 + byBuurt[i] + byWijk[wijk[i]] + byGemeente[gemeente[i]] + (0.49 * random.NextNormal() / Math.Sqrt(households[i])))];
        return new NationalUnits("made-up country", Nest(wijk.Select(w => w.ToString("D5", CultureInfo.InvariantCulture)), gemeente.Select(g => g.ToString("D4", CultureInfo.InvariantCulture))), rates, households);
    }

    private static UnitTree Nest(IEnumerable<string> wijken, IEnumerable<string> gemeenten)
    {
        int[][] ancestors = [Numbered(wijken), Numbered(gemeenten)];
        return UnitTree.Create(["buurt", "wijk", "gemeente"], ancestors[0].Length, ancestors).TryGet(out var tree, out var reason)
            ? tree
            : throw new InvalidOperationException(reason.Detail);
    }

    private static int[] Numbered(IEnumerable<string> codes)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. codes.Select(code => numbers.TryGetValue(code, out var number) ? number : numbers[code] = numbers.Count)];
    }
}
