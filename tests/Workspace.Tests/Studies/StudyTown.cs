// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Tests.Studies;

/// <summary>A catalogue of 108 buurten in 36 wijken in 6 gemeenten, made by the importer from files as a municipality has them.</summary>
internal sealed class StudyTown : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel studie ");

    internal StudyTown(params (string File, Func<int, string> Line, string Heading)[] tables)
    {
        var files = new List<string>();
        foreach (var (file, line, heading) in tables)
        {
            var text = new StringBuilder("code,").Append(heading).Append('\n');
            for (var buurt = 0; buurt < Count; buurt++)
                text.Append(Code(buurt)).Append(',').Append(line(buurt)).Append('\n');
            files.Add(Path.Combine(folder.FullName, file));
            File.WriteAllText(files[^1], text.ToString());
        }

        var into = Path.Combine(folder.FullName, "catalogus");
        Answer(CatalogueImport.Run(files, into, null, CancellationToken.None));
        Catalogue = Answer(CatalogueFolder.Open(into));
    }

    internal const int Count = 108;

    internal CatalogueFolder Catalogue { get; }

    internal static string Code(int buurt) => string.Create(CultureInfo.InvariantCulture, $"BU99{buurt / 18:00}{buurt % 18 / 3:00}{buurt % 3:00}");

    internal static int People(int buurt) => 500 + (buurt * 37 % 1500);

    /// <summary>A rate with differences at every level, the same on every machine.</summary>
    internal static double Rate(int buurt) => 0.08 + (0.02 * Math.Sin(buurt / 18 * 2.1)) + (0.01 * Math.Sin(buurt / 3 * 1.7)) + (0.012 * Math.Sin(buurt * 2.9));

    internal static int Cases(int buurt) => (int)Math.Round(People(buurt) * Rate(buurt));

    internal static string Text(FormattableString text) => FormattableString.Invariant(text);

    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.TryGet(out var answer, out var reason), reason?.Detail);
        return answer;
    }

    internal static Reason No<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.TryGet(out _, out var reason));
        return reason;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
