// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;
using Schakel.Voorbeeldstad;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Tests.Voorbeeldstad;

/// <summary>Other seeds than the default go the whole way: written as files, imported, studied. The table of 40 seeds does without files.</summary>
public sealed class RecoveryThroughFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voorbeeldstad door bestanden ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_planted_comes_back_out_of_the_files()
    {
        var checks = new[] { 1, 2, -3 }.SelectMany(Recovered).ToArray();

        // Ranges of 90 % may miss one in ten.
        Assert.Equal(27, checks.Length);
        Assert.True(checks.Count(check => !check.Found) <= 2, string.Join('\n', checks.Where(check => !check.Found).Select(check => check.Text)));
    }

    private IEnumerable<(string Text, bool Found)> Recovered(int seed)
    {
        var (truth, catalogue) = Imported(seed);
        Assert.True(Profile(catalogue, truth.NoiseIndicator).Noise.Dominates);
        Assert.Equal(truth.Waterbed.Counts, Counted(catalogue, "containers", Path.Combine(folder, $"{seed}", "waterbed_containers_2023_2024.csv")));
        Assert.Equal(truth.WaterbedSquare.Counts, Counted(catalogue, "overlast", Path.Combine(folder, $"{seed}", "waterbed_plein_2023_2024.csv")));
        return truth.Profiles.SelectMany(planted =>
        {
            var profile = Profile(catalogue, planted.Indicator);
            var total = planted.Variance.Sum(level => level.Value);
            return planted.Variance.Select(level =>
            {
                var found = profile.Levels.Single(row => row.Level == level.Key);
                return (Text: $"seed {seed}, {planted.Indicator} {level.Key} {level.Value / total:F2} in {found.Low.Value:F3}..{found.High.Value:F3}",
                    Found: found.Low.Value <= level.Value / total && level.Value / total <= found.High.Value);
            });
        });
    }

    private (TownTruth Truth, CatalogueFolder Catalogue) Imported(int seed)
    {
        var into = Path.Combine(folder, $"{seed} catalogus");
        var truth = Town.Write(Path.Combine(folder, $"{seed}"), seed);
        Assert.True(CatalogueImport.Run([Path.Combine(folder, $"{seed}")], into, null, CancellationToken.None).TryGet(out _, out var reason), reason?.Detail);
        Assert.True(CatalogueFolder.Open(into).TryGet(out var catalogue, out reason), reason?.Detail);
        return (truth, catalogue);
    }

    private static ScaleProfileResult Profile(CatalogueFolder catalogue, string indicator)
    {
        Assert.True(ScaleStudy.Run(catalogue, new StudyQuestion(indicator), new ScaleProfileOptions()).TryGet(out var picture, out var reason), reason?.Detail);
        return picture.Profile;
    }

    /// <summary>Events as the catalogue counted them in squares, added up over the zones of the measurement.</summary>
    private static int[] Counted(CatalogueFolder catalogue, string indicator, string zones)
    {
        var zoneOf = File.ReadLines(zones).Skip(1).Select(line => line.Split(';')).DistinctBy(row => row[0]).ToDictionary(row => row[0], row => row[1]);
        string[] names = [.. zoneOf.Values.Distinct()];
        var counts = new int[2 * names.Length];
        foreach (var year in new[] { 2023, 2024 })
        {
            Assert.True(catalogue.Areas("cell", year).TryGet(out var squares, out var reason), reason?.Detail);
            Assert.True(catalogue.Values(indicator, squares, year).TryGet(out var values, out reason), reason?.Detail);
            for (var i = 0; i < squares.Codes.Length; i++)
                if (zoneOf.TryGetValue(squares.Codes[i], out var zone))
                    counts[(2 * Array.IndexOf(names, zone)) + year - 2023] += (int)values.Values[i];
        }

        return counts;
    }
}
