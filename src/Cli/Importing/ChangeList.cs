// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Editions;
using Schakel.Catalogue.Storage;

namespace Schakel.Cli.Importing;

/// <summary>Areas that got another code or another border, as <c>catalogue --changes</c> lists them.</summary>
internal static class ChangeList
{
    private const int MostNames = 6;

    private static readonly Reason shareUnknown = new("share-unknown", "It is not known which part of this area went there.");

    internal static void Write(AnswerJson json, IReadOnlyList<AreaChange> changes) => json.Objects("changes", changes, change =>
    {
        json.Text("level", change.Level);
        json.Count("fromYear", change.FromYear);
        json.Count("toYear", change.ToYear);
        json.Text("kind", Kind(change.Kind));
        json.Text("basis", Basis(change.Basis));
        json.Strings("from", change.Before);
        json.Strings("to", change.After);
        json.Objects("links", [.. change.Links.Where(link => link.Before is not null && link.After is not null)], link =>
        {
            json.Text("from", link.Before);
            json.Text("to", link.After);
            Share(json, "share", link.Share);
            Share(json, "back", link.Back);
        });
    });

    internal static void Write(TextPage page, CatalogueFolder catalogue)
    {
        if (catalogue.Changes.Count == 0)
        {
            page.Line(page.Say("Er zijn geen gewijzigde gebieden bekend.", "No changed areas are known."));
            return;
        }

        page.Table(
            [page.Say("schaal", "level"), page.Say("van", "from"), page.Say("tot", "to"), page.Say("wat", "what"), page.Say("eerst", "before"), page.Say("nu", "after"), page.Say("bekend uit", "known from")],
            [.. catalogue.Changes.Select(change => new[]
            {
                change.Level, Year(change.FromYear), Year(change.ToYear), Kind(page, change.Kind), Some(catalogue, change.Level, change.FromYear, change.Before), After(catalogue, change), Basis(page, change.Basis),
            })]);
    }

    // A part that went to an area stands behind its name: 0.37 of Centrum.
    private static string After(CatalogueFolder catalogue, AreaChange change) =>
        Some(catalogue, change.Level, change.ToYear, change.After, change.Before.Count == 1
            ? code => change.Links.FirstOrDefault(link => link.After == code) is { Share: < 0.995 and var share } ? $" ({share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)})" : ""
            : null);

    private static string Some(CatalogueFolder catalogue, string level, int year, IReadOnlyList<string> codes, Func<string, string>? more = null)
    {
        if (codes.Count == 0)
            return "?";
        var layer = catalogue.Areas(level, year).TryGet(out var known, out _) ? known : null;
        string Named(string code) => layer is not null && Array.BinarySearch(layer.Codes, code, StringComparer.Ordinal) is var at && at >= 0 && layer.Names[at] != code ? $"{code} {layer.Names[at]}" : code;
        return string.Join(", ", codes.Take(MostNames).Select(code => Named(code) + (more?.Invoke(code) ?? ""))) + (codes.Count > MostNames ? $", … (+{codes.Count - MostNames})" : "");
    }

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Share(AnswerJson json, string name, double share)
    {
        if (double.IsNaN(share))
            json.Null(name, shareUnknown);
        else
            json.Number(name, share);
    }

    private static string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Recoded => "recoded",
        ChangeKind.Split => "split",
        ChangeKind.Joined => "joined",
        ChangeKind.Redrawn => "redrawn",
        _ => "unknown",
    };

    private static string Basis(ChangeBasis basis) => basis switch
    {
        ChangeBasis.Crosswalk => "crosswalk",
        ChangeBasis.People => "people",
        ChangeBasis.Surface => "surface",
        ChangeBasis.Stated => "stated",
        _ => "codes",
    };

    private static string Kind(TextPage page, ChangeKind kind) => kind switch
    {
        ChangeKind.Recoded => page.Say("andere code", "other code"),
        ChangeKind.Split => page.Say("gesplitst", "split"),
        ChangeKind.Joined => page.Say("samengevoegd", "joined"),
        ChangeKind.Redrawn => page.Say("grens verlegd", "border moved"),
        _ => page.Say("onbekend", "unknown"),
    };

    private static string Basis(TextPage page, ChangeBasis basis) => basis switch
    {
        ChangeBasis.Crosswalk => page.Say("omnummertabel", "crosswalk"),
        ChangeBasis.People => page.Say("kaarten, naar inwoners", "maps, by residents"),
        ChangeBasis.Surface => page.Say("kaarten, naar oppervlakte", "maps, by surface"),
        ChangeBasis.Stated => page.Say("de bron meldt het", "stated by the source"),
        _ => page.Say("codes alleen", "codes alone"),
    };
}
