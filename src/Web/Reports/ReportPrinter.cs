// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text;
using Schakel.Analysis;

namespace Schakel.Web.Reports;

/// <summary>Prints a report to PDF with the Chromium of the machine: tagged, with headings as bookmarks, so that a screen reader can follow it.</summary>
/// <remarks>No PDF library that fits our licence writes tagged documents from HTML; a browser does, and shows what the page shows. See ADR 0064.</remarks>
internal static class ReportPrinter
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    private static readonly Reason missing = new("no-chromium", "There is no Chromium on this machine, and the PDF is printed with it. Install it (Debian: apt-get install chromium), or set SCHAKEL_CHROMIUM to its file; the HTML report prints from any browser.");

    /// <summary>SCHAKEL_CHROMIUM, else the first Chromium on the path; null when there is none.</summary>
    internal static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SCHAKEL_CHROMIUM") is { Length: > 0 } given)
            return File.Exists(given) ? given : null;

        return (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                where folder.Length > 0
                from name in names
                let file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
                where File.Exists(file)
                select file).FirstOrDefault();
    }

    /// <summary>The PDF, or <c>no-chromium</c>, <c>pdf-not-made</c>.</summary>
    internal static async Task<Outcome<byte[]>> Print(string html, CancellationToken cancel)
    {
        if (Find() is not { } chromium)
            return missing;

        // A profile of its own, gone afterwards: nothing of a person's browser is read, and two printers do not meet.
        var folder = Directory.CreateTempSubdirectory("schakel-report-");
        try
        {
            var (page, paper) = (Path.Combine(folder.FullName, "report.html"), Path.Combine(folder.FullName, "report.pdf"));
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancel);
            var (exit, said) = await Run(chromium, Arguments(folder.FullName, page, paper), cancel);
            return File.Exists(paper) && new FileInfo(paper).Length > 0
                ? await File.ReadAllBytesAsync(paper, cancel)
                : new Reason("pdf-not-made", $"Chromium ended with {exit} and made no PDF. {said}") { Arguments = [exit] };
        }
        finally
        {
            Remove(folder);
        }
    }

    private static string[] Arguments(string profile, string page, string paper)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            // The document needs nothing from outside, and gets nothing.
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(profile, "profile")}", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            $"--print-to-pdf={paper}", new Uri(page).AbsoluteUri,
        ];
        // Chromium refuses its sandbox to the superuser, as in a container.
        return OperatingSystem.IsLinux() && Environment.UserName == "root" ? ["--no-sandbox", .. arguments] : arguments;
    }

    private static async Task<(int Exit, string Said)> Run(string program, string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            _ = process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, Last(await said));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return (-1, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It was stopped after {patience.TotalSeconds} seconds."));
        }
    }

    private static string Last(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still be writing its last; what is left in the folder for temporary files holds no secrets.
        }
    }
}
