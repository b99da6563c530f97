// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Scale;
using static Schakel.Analysis.Tests.Scale.Answers;
using static Schakel.Analysis.Tests.Scale.ScaleCase;

namespace Schakel.Analysis.Tests.Scale;

/// <summary>All buurten of the Netherlands, beside lme4.</summary>
public sealed class NationalProfileTests
{
    [Fact]
    public void The_value_of_dwellings_splits_over_the_country_as_lme4_says()
    {
        var worked = Load("lme4-national.json");
        var buurten = Buurten();
        int[] Numbered(int column) => Number(buurten.Select(row => row[column]));
        var tree = Of(UnitTree.Create(["buurt", "wijk", "gemeente"], buurten.Length, [Numbered(1), Numbered(2)]));
        var values = buurten.Select(row => double.Parse(row[3], CultureInfo.InvariantCulture)).ToArray();

        var profile = Of(ScaleProfile.Compute(tree, values, [], [], new ScaleProfileOptions { Kind = RateKind.Mean, Intervals = false }));

        Assert.Equal(Whole(worked.Expected["groups"]), profile.Levels.Select(level => level.Groups));
        Close(Numbers(worked.Expected["variances"]), profile.Levels.Select(level => level.Variance.Value!.Value), worked.Tolerance);
        Close(ScaleCase.Number(worked.Expected["mean"]), profile.Mean, worked.Tolerance);
        Close(ScaleCase.Number(worked.Expected["meanStandardError"]), profile.MeanStandardError, worked.Tolerance);
    }

    // Code, wijk, gemeente and value; names in the file hold quoted commas, so cells count from the front up to the name and from the back after it.
    private static string[][] Buurten()
    {
        var file = Path.Combine(RepositoryRoot, "..", "shared", "data", "kerncijfers", "nl_kerncijfers_2024.csv");
        if (!File.Exists(file))
            Assert.Skip("../shared/data is not here: kerncijfers/nl_kerncijfers_2024.csv has the figures of this test.");
        var lines = File.ReadAllLines(file);
        var fromBack = lines[0].Split(',').Length - Array.IndexOf(lines[0].Split(','), "wozWaarde");
        return [.. lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells[1] == "buurt" && cells[^fromBack].Length > 0)
            .Select(cells => new[] { cells[0], cells.First(cell => cell.StartsWith("WK", StringComparison.Ordinal) && cell.Length == 8), cells.First(cell => cell.StartsWith("GM", StringComparison.Ordinal) && cell.Length == 6), cells[^fromBack] })];
    }

    private static int[] Number(IEnumerable<string> codes)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. codes.Select(code => numbers.TryGetValue(code, out var number) ? number : numbers[code] = numbers.Count)];
    }
}
