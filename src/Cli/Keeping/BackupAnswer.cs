// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Backups;

namespace Schakel.Cli.Keeping;

/// <summary>What a backup holds, for both directions.</summary>
internal static class BackupAnswer
{
    internal static Answer Of(string method, BackupReport report, string dutch, string english) => new(method, json =>
    {
        json.Text("file", report.File);
        json.Flag("hasKey", report.HasKey);
        json.Object("rows", () =>
        {
            foreach (var (table, rows) in report.Rows)
                json.Count(table, rows);
        });
    }, page =>
    {
        page.Title(page.Say(dutch, english));
        page.Table([page.Say("tabel", "table"), page.Say(">rijen", ">rows")],
            [.. report.Rows.Where(table => table.Value > 0).Select(table => new[] { table.Key, page.Count(table.Value) })]);
        page.Line();
        page.Line(report.HasKey
            ? page.Say("De sleutel die contactgegevens opent, zit erbij.", "The key that opens contacts is in it.")
            : page.Say("Zonder de sleutel die contactgegevens opent; bewaar die apart.", "Without the key that opens contacts; keep that apart."));
    });
}
