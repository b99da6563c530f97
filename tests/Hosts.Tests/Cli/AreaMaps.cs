// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Small maps to draw work areas on, and how to look at what came out.</summary>
internal static class AreaMaps
{
    /// <summary>G-1: residents, dwellings and a value on a grid of three by four, c1 … c12 row by row.</summary>
    internal static string Figures()
    {
        int[] population = [3200, 2800, 4100, 2500, 3900, 2600, 3300, 1900, 2200, 3600, 2900, 4000];
        int[] dwellings = [1500, 1200, 1900, 1000, 1700, 1250, 1400, 900, 950, 1650, 1300, 1800];
        int[] values = [10, 12, 30, 9, 11, 28, 12, 26, 31, 14, 25, 27];
        return "code,inwoners,woningen,cijfer,wijk\n" + string.Join('\n', population.Select((people, unit) =>
            string.Create(CultureInfo.InvariantCulture, $"c{unit + 1},{people},{dwellings[unit]},{values[unit]},w{unit % 4 / 2}"))) + "\n";
    }

    /// <summary>A grid with the residents and dwellings of the published generator, as a table and neighbours.</summary>
    internal static (string Table, string Neighbours) Grid(int rows, int columns)
    {
        var (table, neighbours, x) = (new StringBuilder("code,inwoners,woningen\n"), new StringBuilder("from,to\n"), 42L);
        for (var unit = 0; unit < rows * columns; unit++)
        {
            x = ((1103515245 * x) + 12345) % (1L << 31);
            var people = 200 + ((x >> 16) % 2001);
            x = ((1103515245 * x) + 12345) % (1L << 31);
            table.Append(CultureInfo.InvariantCulture, $"u{unit:D5},{people},{people * (38 + ((x >> 16) % 15)) / 100}\n");
            if (unit % columns < columns - 1)
                neighbours.Append(CultureInfo.InvariantCulture, $"u{unit:D5},u{unit + 1:D5}\n");
            if (unit + columns < rows * columns)
                neighbours.Append(CultureInfo.InvariantCulture, $"u{unit:D5},u{unit + columns:D5}\n");
        }

        return (table.ToString(), neighbours.ToString());
    }

    /// <summary>Lines between points that are metres from the corner of <see cref="Maps.Squares"/>.</summary>
    internal static string Lines(params (string? Class, (double X, double Y) From, (double X, double Y) To)[] lines) => Maps.Collection(lines.Select(line => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"type":"Feature","properties":{"class":{{(line.Class is null ? "null" : $"\"{line.Class}\"")}}},"geometry":{"type":"LineString","coordinates":[[{{155000 + line.From.X}},{{463000 + line.From.Y}}],[{{155000 + line.To.X}},{{463000 + line.To.Y}}]] } }""")));

    /// <summary>Areas as sets of units, in one order: <c>c1,c5 | c2,c3</c>.</summary>
    internal static string Sets(JsonElement proposal) => string.Join(" | ", proposal.GetProperty("assignment").EnumerateObject()
        .GroupBy(unit => unit.Value.GetString(), unit => unit.Name)
        .Select(area => string.Join(',', area.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal))).OrderBy(area => area.Length).ThenBy(area => area, StringComparer.Ordinal));

    internal static string Sets(string areas) => string.Join(" | ", areas.Split(" | ").OrderBy(area => area.Length).ThenBy(area => area, StringComparer.Ordinal));

    /// <summary>Lays every proposal before the independent checker, as a file.</summary>
    internal static async Task AssertPlans(TestFolder folder, JsonElement answer, params string[] ground)
    {
        foreach (var (number, proposal) in answer.GetProperty("proposals").EnumerateArray().Index())
        {
            var plan = folder.Write($"plan {number}.csv", "id,area\n" + string.Concat(proposal.GetProperty("assignment").EnumerateObject().Select(unit => $"\"{unit.Name}\",{unit.Value.GetString()}\n")));
            var check = (await Schakel.Run(["check-areas", .. ground, "--assignment", plan, "--json", "--lang", "en"])).Json;

            Assert.True(check.GetProperty("valid").GetBoolean(), check.GetProperty("violations").GetRawText());
            Assert.Equal(proposal.GetProperty("areas").GetInt32(), check.GetProperty("areas").GetInt32());
            Assert.Equal(proposal.GetProperty("overCeiling").GetRawText(), check.GetProperty("overCeiling").GetRawText());
            Assert.Equal(proposal.GetProperty("areas").GetInt32() - answer.GetProperty("lowerBound").GetInt32(), proposal.GetProperty("gap").GetInt32());
        }
    }
}
