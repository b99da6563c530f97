// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Exports;

namespace Schakel.Cli.Exporting;

/// <summary>What was written, for people and for programs.</summary>
internal sealed class ExportReport(ExportContent content, ExportFormat format, IReadOnlyList<ExportedFile> files)
{
    internal Answer Answer() => new(content.IsPublication ? "export for publication, rules of publish-check" : "export", Write, Write) { Warnings = content.Warnings };

    private void Write(AnswerJson json)
    {
        json.Text("format", format.Id);
        json.Text("use", content.IsPublication ? "publication" : "internal");
        json.Objects("files", files, file =>
        {
            json.Text("path", file.Path);
            json.Strings("levels", file.Levels);
            json.Count("rows", file.Rows);
            json.Count("bytes", file.Bytes);
            json.Text("sha256", file.Sha256);
        });
        json.Objects("layers", content.Layers, layer =>
        {
            json.Text("level", layer.Level.Id);
            if (layer.Vintage > 0)
                json.Count("year", layer.Vintage);
            json.Count("areas", layer.Codes.Length);
            json.Count("withBoundary", layer.Boundaries.Count(boundary => boundary is not null));
            json.Objects("columns", layer.Columns, column =>
            {
                json.Text("name", column.Name);
                json.Count("present", column.Present);
                json.Count("missing", column.Missing.Length - column.Present);
                json.Count("withheld", column.Withheld);
            });
        });
        json.Objects("results", content.Results, result =>
        {
            json.Text("path", result.Path);
            json.Object("matched", () =>
            {
                foreach (var (level, count) in result.Matched)
                    json.Count(level, count);
            });
            json.Strings("unmatched", result.Unmatched);
            json.Strings("withheld", result.Withheld);
        });
    }

    private void Write(TextPage page)
    {
        page.Title(content.IsPublication ? page.Say("Geschreven, voor publicatie", "Written, for publication") : page.Say("Geschreven, voor intern gebruik", "Written, for internal use"));
        foreach (var file in files)
            page.Line($"  {file.Path}  {page.Count(file.Bytes)} bytes");
        page.Line();
        page.Table([page.Say("schaal", "level"), page.Say(">gebieden", ">areas"), page.Say(">kolommen", ">columns"), page.Say(">ontbrekend", ">missing"), page.Say(">achtergehouden", ">withheld")],
            [.. content.Layers.Select(layer => new[]
            {
                layer.Level.Id, page.Count(layer.Codes.Length), page.Count(layer.Columns.Count), page.Count(layer.Columns.Sum(column => column.Missing.Length - column.Present)), page.Count(layer.Columns.Sum(column => column.Withheld)),
            })]);
        foreach (var result in content.Results)
        {
            page.Line();
            page.Line(page.Say($"{result.Path}: gevonden ", $"{result.Path}: found ") + string.Join(", ", result.Matched.Select(pair => $"{page.Count(pair.Value)} {pair.Key}")));
            if (result.Unmatched.Count > 0)
                page.Line(page.Say("  niet gevonden: ", "  not found: ") + Some(result.Unmatched));
            if (result.Withheld.Count > 0)
                page.Line(page.Say("  niet naar buiten: ", "  not published: ") + Some(result.Withheld));
        }
    }

    private static string Some(IReadOnlyList<string> items) => string.Join(", ", items.Take(12)) + (items.Count > 12 ? ", …" : "");
}
