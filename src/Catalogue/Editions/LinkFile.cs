// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Catalogue.Sources.Recognition;
using Schakel.Catalogue.Storage;

namespace Schakel.Catalogue.Editions;

/// <summary>Links as a table that other programs read: one row for each part that went from one code to another.</summary>
internal static class LinkFile
{
    internal static StoredFile Write(ParquetFiles files, IReadOnlyList<CrosswalkRow> rows)
    {
        CrosswalkRow[] sorted = [.. rows.OrderBy(row => row.Level, StringComparer.Ordinal).ThenBy(row => row.Year).ThenBy(row => row.Before, StringComparer.Ordinal).ThenBy(row => row.After, StringComparer.Ordinal).ThenBy(row => row.Basis)];
        return files.Write("crosswalk", [
            new ParquetText("level", [.. sorted.Select(row => row.Level)]), new ParquetText("from", [.. sorted.Select(row => row.Before)]), new ParquetText("to", [.. sorted.Select(row => row.After)]),
            new ParquetInteger("year", [.. sorted.Select(row => row.Year)]), new ParquetNumber("share", [.. sorted.Select(row => row.Share)]), new ParquetText("basis", [.. sorted.Select(row => row.Basis.ToString())])]);
    }

    internal static IEnumerable<CrosswalkRow> ReadRows(ParquetFiles files, StoredFile file)
    {
        var (texts, numbers) = files.Read(file.Name, ["level", "from", "to", "basis"], ["year", "share"], file.Rows);
        for (var i = 0; i < file.Rows; i++)
            yield return new CrosswalkRow(texts[0][i]!, (int)numbers[0][i], texts[1][i], texts[2][i], numbers[1][i], Enum.Parse<ChangeBasis>(texts[3][i]!));
    }

    internal static StoredFile? Write(ParquetFiles files, IReadOnlyList<AreaLink> links)
    {
        AreaLink[] sorted = [.. links.OrderBy(link => link.Level, StringComparer.Ordinal).ThenBy(link => link.FromYear).ThenBy(link => link.ToYear).ThenBy(link => link.Before, StringComparer.Ordinal).ThenBy(link => link.After, StringComparer.Ordinal)];
        return sorted.Length == 0 ? null : files.Write("changes", [
            new ParquetText("level", [.. sorted.Select(link => link.Level)]), new ParquetText("from", [.. sorted.Select(link => link.Before)]), new ParquetText("to", [.. sorted.Select(link => link.After)]),
            new ParquetInteger("from_year", [.. sorted.Select(link => link.FromYear)]), new ParquetInteger("to_year", [.. sorted.Select(link => link.ToYear)]),
            new ParquetNumber("share", [.. sorted.Select(link => link.Share)]), new ParquetNumber("back", [.. sorted.Select(link => link.Back)]), new ParquetText("basis", [.. sorted.Select(link => link.Basis.ToString())])]);
    }

    internal static IReadOnlyList<AreaLink> Read(ParquetFiles files, StoredFile file)
    {
        var (texts, numbers) = files.Read(file.Name, ["level", "from", "to", "basis"], ["from_year", "to_year", "share", "back"], file.Rows);
        return [.. Enumerable.Range(0, file.Rows).Select(i => new AreaLink(
            texts[0][i]!, (int)numbers[0][i], (int)numbers[1][i], texts[1][i], texts[2][i], numbers[2][i], numbers[3][i], Enum.Parse<ChangeBasis>(texts[3][i]!)))];
    }

    /// <summary>What an import says about them.</summary>
    internal static IEnumerable<string> Notes(IReadOnlyList<AreaLink> links) => AreaChange.Of(links).GroupBy(change => (change.Level, change.FromYear, change.ToYear))
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key.Level}: {group.Count().Text("change", "changes")} of borders or codes between {group.Key.FromYear} and {group.Key.ToYear}; schakel catalogue DIR --changes lists them."));
}
