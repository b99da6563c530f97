// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>Places across borders.</summary>
internal static class ClusterWords
{
    // People read about the first few; the table has all.
    private const int Told = 3;

    private const double Unseen = 0.5, Seen = 0.95;

    internal static PartWords Of(Findings findings, EvidenceTexts texts)
    {
        var title = texts["clusters.title"];
        var claims = new List<string>();
        var isAnswered = findings.Scan.TryGet(out var scan, out var reason);
        if (scan is not null)
            claims.AddRange(Clusters(findings, scan, texts));
        if (findings.Local.TryGet(out var local, out var noLocal))
            claims.Add(Local(local, scan is not null, texts));
        else if (scan is null)
            claims.AddRange([texts["cannot"], ReasonTexts.Of(reason ?? noLocal, texts.Language)]);
        return new PartWords("clusters", title, claims, [.. Unknown(findings, isAnswered, texts)], isAnswered || local is not null);
    }

    private static IEnumerable<string> Clusters(Findings findings, ScanFinding scan, EvidenceTexts texts)
    {
        var clear = scan.Shown.ToArray();
        yield return clear.Length switch { 0 => texts["clusters.none"], 1 => texts["clusters.one"], _ => texts["clusters.many", clear.Length] };
        foreach (var (number, cluster, crossing) in clear.Take(Told))
        {
            yield return texts["clusters.size", number, ReadableNumber.Count((long)cluster.Cases, texts.Language), texts.About(cluster.Expected), cluster.Population.Value is { } people ? texts.About(people) : "?"];
            if (crossing is { IsCrossing: true } && scan.Zones is { } zones)
                yield return texts["clusters.crosses", number, crossing.Zones.Count, texts.Many(zones), texts.Share(crossing.Index), scan.NameOf(crossing.Zones[0].Zone)];
            if (Gemeenten(findings, scan, cluster.Areas) is { Count: > 1 } gemeenten)
                yield return texts["clusters.gemeenten", number, texts.Listed(gemeenten)];
        }
    }

    private static List<string> Gemeenten(Findings findings, ScanFinding scan, IReadOnlyList<int> areas)
    {
        var finest = findings.Picture.Levels[0];
        if (!finest.Parents.TryGetValue("gemeente", out var parents) || findings.Picture.Levels.FirstOrDefault(level => level.Level.Id == "gemeente") is not { } gemeenten)
            return [];
        return [.. areas
            .Select(area => Array.BinarySearch(finest.Codes, scan.Units.Codes[area], StringComparer.Ordinal) is >= 0 and var at ? parents[at] : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => Array.BinarySearch(gemeenten.Codes, code, StringComparer.Ordinal) is >= 0 and var at ? gemeenten.Names[at] : code)];
    }

    private static string Local(LocalFinding local, bool isBeside, EvidenceTexts texts)
    {
        var (count, all, many) = (local.Result.SignificantCount, local.Result.Areas.Length, texts.Many(local.Level));
        return count == 0 ? texts["clusters.local.none", many]
            : texts[isBeside ? "clusters.local" : "clusters.local.only", ReadableNumber.Count(count, texts.Language), ReadableNumber.Count(all, texts.Language), many];
    }

    private static IEnumerable<string> Unknown(Findings findings, bool hasScan, EvidenceTexts texts)
    {
        if (hasScan)
            yield return texts["clusters.edge.shape"];
        if (findings.Scan.TryGet(out var scan, out _) && scan.ClearOnes.Count() - scan.Shown.Count() is > 0 and var hidden)
            yield return hidden == 1 ? texts["clusters.hidden.one"] : texts["clusters.hidden", hidden];
        var place = EvidenceWords.PlaceOf(findings, texts);
        if (findings.Edge.SeenShare < Unseen)
            yield return findings.Picture.Place is null ? texts["clusters.edge.everything"] : texts["clusters.edge.unseen", place];
        else if (findings.Edge.SeenShare < Seen)
            yield return texts["clusters.edge.partly", place, texts.Share(1 - findings.Edge.SeenShare)];
        if (findings.Edge.Neighbours.Count > 0 && findings.Edge.SeenShare >= Unseen)
            yield return texts["clusters.edge.seen"];
    }
}
