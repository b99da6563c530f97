// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Schakel.Voorbeeldstad.Tests;

public sealed class FilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voorbeeldstad met spatie ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        var (first, second, other) = (Write("a", 2009), Write("b", 2009), Write("c", 2010));

        Assert.Equal(first.Truth, second.Truth);
        Assert.Equal(Directory.GetFiles(first.Path).Select(Path.GetFileName).Order(), Directory.GetFiles(second.Path).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(first.Path), file =>
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second.Path, Path.GetFileName(file)))));
        Assert.NotEqual(
            File.ReadAllText(Path.Combine(first.Path, "statline_kerncijfers_2019_2024.csv")),
            File.ReadAllText(Path.Combine(other.Path, "statline_kerncijfers_2019_2024.csv")));
    }

    [Fact]
    public void Files_do_not_depend_on_the_culture_and_writing_twice_replaces_them()
    {
        var before = Write("a", 2009);
        var bytes = Directory.GetFiles(before.Path).ToDictionary(file => file, File.ReadAllBytes);
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("nl-NL");

        Write("a", 2009);

        Assert.All(bytes, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Equal(bytes.Count, Directory.GetFiles(before.Path).Length);
    }

    [Fact]
    public void The_statline_table_is_as_statline_writes_it()
    {
        var (path, _) = Write("a", 2009);
        var bytes = File.ReadAllBytes(Path.Combine(path, "statline_kerncijfers_2019_2024.csv"));
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).TrimEnd('\n').Split('\n');

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.All(lines, line => Assert.Equal(9, line.Split(';').Length));
        Assert.Contains(lines, line => line.StartsWith("\"2024\";\"Voorbeeldstad\";\"GM9901    \";\"   98000\";", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Industriehaven", StringComparison.Ordinal) && line.EndsWith(";\"       0\";\"       .\";\"       .\";\"       .\";\"       .\";\"       .\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("\"2021\"", StringComparison.Ordinal) && line.Contains("Koekoeksbloem", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("\"2022\"", StringComparison.Ordinal) && line.Contains("Koekoeksbloem", StringComparison.Ordinal));
    }

    [Fact]
    public void Income_groups_of_every_area_are_everybody()
    {
        var (path, _) = Write("a", 2009);
        var rows = File.ReadAllLines(Path.Combine(path, "statline_inkomensgroepen_2024.csv")).Skip(1).Select(line => line.Split(';').Skip(3).Select(cell => cell.Trim('"', ' ')).ToArray()).ToArray();

        Assert.Equal(12 + 51 + 165, rows.Length);
        Assert.Equal(3, rows.Count(row => row.All(cell => cell == ".")));
        Assert.All(rows.Where(row => row[0] != "."), row => Assert.Equal(100, row.Sum(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)), tolerance: 0.21));
    }

    [Fact]
    public void What_was_registered_stands_in_a_file_a_year()
    {
        var (path, _) = Write("a", 2009);

        foreach (var name in new[] { "bijplaatsingen", "overlast" })
            foreach (var year in new[] { "2023", "2024" })
            {
                var lines = File.ReadAllLines(Path.Combine(path, $"{name}_{year}.csv"));
                Assert.Equal("datum;x;y", lines[0]);
                Assert.All(lines.Skip(1), line => Assert.StartsWith(year, line, StringComparison.Ordinal));
                Assert.True(lines.Length > 1_000);
            }
    }

    [Fact]
    public void No_cell_of_any_table_is_a_number_that_is_none()
    {
        var (path, _) = Write("a", 2009);

        Assert.All(Directory.GetFiles(path, "*.csv"), file => Assert.DoesNotContain("NaN", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void The_map_is_a_geopackage_with_three_layers_and_water_without_figures()
    {
        var (path, _) = Write("a", 2009);

        Assert.Equal(0x47504B47L, Scalar("wijkenbuurten_2024_v1.gpkg", "PRAGMA application_id"));
        Assert.Equal(60L, Scalar("wijkenbuurten_2024_v1.gpkg", "SELECT count(*) FROM buurten WHERE gemeentecode = 'GM9901' AND water = 'NEE'"));
        Assert.Equal(59L, Scalar("wijkenbuurten_2020_v3.gpkg", "SELECT count(*) FROM buurten WHERE GM_CODE = 'GM9901' AND H2O = 'NEE'"));
        Assert.Equal(98_000L, Scalar("wijkenbuurten_2024_v1.gpkg", "SELECT sum(aantal_inwoners) FROM wijken WHERE gemeentecode = 'GM9901' AND water = 'NEE'"));
        Assert.Equal(12L, Scalar("wijkenbuurten_2024_v1.gpkg", "SELECT count(*) FROM gemeenten WHERE water = 'NEE'"));
        Assert.Equal(-99_997L, Scalar("wijkenbuurten_2024_v1.gpkg", "SELECT aantal_inwoners FROM buurten WHERE water = 'JA' LIMIT 1"));
        Assert.Equal(98_000L, Scalar("cbs_vk100_2024_v1.gpkg", "SELECT sum(aantal_inwoners) FROM cbs_vk100_2024 WHERE aantal_inwoners >= 0"));
        Assert.NotEqual(0L, Scalar("cbs_vk100_2024_v1.gpkg", "SELECT count(*) FROM cbs_vk100_2024 WHERE aantal_inwoners = -99997"));
        Assert.Equal("ok", Scalar("wijkenbuurten_2024_v1.gpkg", "PRAGMA integrity_check"));

        object? Scalar(string file, string sql)
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(path, file),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public void A_file_that_cannot_be_put_in_place_leaves_no_half_file()
    {
        var path = Path.Combine(folder, "a");
        Directory.CreateDirectory(Path.Combine(path, "wijkenbuurten_2019_v3.gpkg", "in de weg"));

        Assert.ThrowsAny<Exception>(() => Town.Write(path, 2009));

        Assert.Empty(Directory.GetFiles(path, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_truth_names_the_town_its_areas_and_what_was_planted()
    {
        var truth = Town.Write(Path.Combine(folder, "a"), 2009);

        Assert.Equal(("GM9901", 2009, "fietswrakken"), (truth.Municipality, truth.Seed, truth.NoiseIndicator));
        Assert.Equal(["cell", "buurt", "kern", "wijk", "stadsdeel", "gemeente", "regio"], truth.Areas.Select(area => area.Key));
        Assert.Equal(["zwerfafval", "eenzaamheid", "schulden"], truth.Profiles.Select(profile => profile.Indicator));
        Assert.Equal([500, 300, 300, 300, 300, 460, 300, 300], truth.Waterbed.Counts);
        Assert.Equal([230, 110, 300, 309, 178, 205, 150, 150], truth.WaterbedSquare.Counts);
        Assert.Equal(("schulden", 0.7, 4), (truth.Composition.Indicator, truth.Composition.Share, truth.Composition.Strata.Count));
        Assert.Equal(("Achterkamp", 0.4), (truth.Silent.Name, truth.Silent.Reported));
        Assert.Equal(0.4, (double)truth.OneReporter.OfOneReporter / truth.OneReporter.Reports);
        Assert.Equal([4, 3], truth.Divide.Sides.Select(side => side.Count));
        Assert.Equal((220, 2022, 2021), (truth.Drawings.Count, truth.Changes.SplitYear, truth.Changes.BreakYear));
        Assert.Equal((5, 2.5, "buurt"), (truth.Cluster.Ids.Count, truth.Cluster.RelativeRisk, truth.Cluster.Level));
    }

    private (string Path, string Truth) Write(string name, int seed)
    {
        var path = Path.Combine(folder, name);
        return (path, JsonSerializer.Serialize(Town.Write(path, seed)));
    }
}
