// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Analysis.Numerics;

namespace Schakel.Benchmarks;

/// <summary>
/// Made-up key figures of the whole country as CBS publishes them: a file a year, the country with all its gemeenten, wijken and buurten in
/// it, columns under the names that CBS gives them, a decimal comma and a point where a figure is missing.
/// </summary>
internal static class NationalDownloads
{
    internal const int Areas = 18_000;
    internal const int Indicators = 100;
    internal const int LastYear = 2024;

    private const int Municipalities = 342;
    private const int WijkenEach = 10;
    private const double MissingShare = 0.05;

    internal static void Write(string folder, int years, int seed = 2009)
    {
        Directory.CreateDirectory(folder);
        var names = ColumnNames();
        var codes = Codes();
        Parallel.For(0, years, place =>
        {
            var year = LastYear - years + 1 + place;
            Write(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"kwb_{year}.csv")), codes, names, new RandomSequence(seed, year));
        });
    }

    /// <summary>Half of the columns are known by their meaning, half are new to the program: both happen in every edition.</summary>
    private static string[] ColumnNames()
    {
        using var stream = typeof(Schakel.Catalogue.Sources.SourceFile).Assembly.GetManifestResourceStream("Schakel.Catalogue.Indicators.meanings.csv")!;
        using var reader = new StreamReader(stream);
        var known = reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(';')[^1].Split('|')[0]).Take(Indicators / 2);
        return [.. known, .. Enumerable.Range(1, Indicators - Indicators / 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"g_meting_{i:00}"))];
    }

    private static string[] Codes()
    {
        var codes = new List<string>(Areas) { "NL00" };
        for (var gemeente = 1; gemeente <= Municipalities; gemeente++)
        {
            codes.Add(Line($"GM{gemeente:0000}"));
            for (var wijk = 0; wijk < WijkenEach; wijk++)
                codes.Add(Line($"WK{gemeente:0000}{wijk:00}"));
        }
        for (var buurt = 0; codes.Count < Areas; buurt++)
            codes.Add(Line($"BU{buurt % Municipalities + 1:0000}{buurt / Municipalities % WijkenEach:00}{buurt / Municipalities / WijkenEach:00}"));
        return [.. codes];
    }

    private static void Write(string path, string[] codes, string[] names, RandomSequence random)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        writer.Write("gwb_code_10;regio;recs");
        foreach (var name in names)
            writer.Write($";\"{name}\"");
        writer.Write('\n');
        foreach (var code in codes)
        {
            writer.Write(Line($"{code};Plaats {code};{(code[0] switch { 'N' => "Land", 'G' => "Gemeente", 'W' => "Wijk", _ => "Buurt" })}"));
            for (var column = 0; column < names.Length; column++)
                writer.Write(Cell(column, ref random));
            writer.Write('\n');
        }
    }

    // Every third column has decimals; shares stay within 0 and 100.
    private static string Cell(int column, ref RandomSequence random)
    {
        if (random.NextDouble() < MissingShare)
            return ";       .";
        return column % 3 == 0 ? Line($";{random.NextDouble() * 1000:0}") : Line($";{random.NextDouble() * 100:0.0}").Replace('.', ',');
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
