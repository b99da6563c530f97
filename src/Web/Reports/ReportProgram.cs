// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Web.Assets;
using Schakel.Web.Atlas;
using Schakel.Web.Evidence;
using Schakel.Web.Texts;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Studies;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Reports;

/// <summary><c>schakel-web report …</c>: writes the report of a question to files and ends. <c>schakel analyse --html --pdf</c> starts it, so that the report is made by the program that shows the page.</summary>
internal static class ReportProgram
{
    private const int Done = 0, WrongUse = 2, Refused = 3, Interrupted = 130;

    /// <summary>The same, until somebody presses Ctrl-C or asks the program to end: then nothing is left half-written.</summary>
    internal static async Task<int> Run(string[] arguments, ShippedFiles files, TextWriter errors)
    {
        using var source = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            source.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await Run(arguments, files, errors, source.Token);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    internal static async Task<int> Run(string[] arguments, ShippedFiles files, TextWriter errors, CancellationToken cancel)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at + 1 < arguments.Length; at += 2)
            given[arguments[at]] = arguments[at + 1];
        var language = given.GetValueOrDefault("--lang") == "en" ? Language.English : Language.Dutch;
        if (!given.TryGetValue("--data", out var folder) || !given.TryGetValue("--indicator", out var indicator) || arguments.Length % 2 == 1)
        {
            await errors.WriteLineAsync("schakel-web report --data DIR --indicator ID [--within CODE] [--year Y] [--seed N] [--covariates ID,…] [--lang nl|en] [--logo FILE] [--html FILE] [--pdf FILE]");
            return WrongUse;
        }

        var made = await Make(given, folder, indicator, language, files, cancel);
        if (made.TryGet(out _, out var reason))
            return Done;

        await errors.WriteLineAsync(ReasonTexts.Of(reason, language));
        return Refused;
    }

    private static async Task<Outcome<string>> Make(Dictionary<string, string> given, string folder, string indicator, Language language, ShippedFiles files, CancellationToken cancel)
    {
        string? logo = null;
        if (given.TryGetValue("--logo", out var file))
        {
            if (!ReportLogo.Read(file).TryGet(out logo, out var noLogo))
                return noLogo;
        }

        if (!CatalogueFolder.Open(folder).TryGet(out var catalogue, out var reason))
            return reason;
        using (catalogue)
        {
            var question = new StudyQuestion(indicator)
            {
                Within = given.GetValueOrDefault("--within"),
                Year = given.TryGetValue("--year", out var year) ? int.Parse(year, CultureInfo.InvariantCulture) : null,
                Seed = given.TryGetValue("--seed", out var seed) ? int.Parse(seed, CultureInfo.InvariantCulture) : 2009,
            };
            var options = new EvidenceOptions { Covariates = given.TryGetValue("--covariates", out var covariates) ? covariates.Split(',') : [] };
            var ground = new CatalogueGround(catalogue, folder);
            if (!ground.Evidence(question, options, cancel).TryGet(out var findings, out reason))
                return reason;

            var address = new AtlasAddress(ScreenTexts.In(language)) { Indicator = findings.Picture.Indicator.Id, Year = findings.Picture.Year, Place = findings.Question.Within };
            var view = new EvidenceView(
                ground, new AtlasQuestion(address, findings.Picture.Indicator, findings.Question, null), findings)
            {
                Covariates = options.Covariates,
            };
            return await Write(given, await ReportPage.Render(files, view, logo), cancel);
        }
    }

    // Both or neither: a report of which the paper lacks is no report.
    private static async Task<Outcome<string>> Write(Dictionary<string, string> given, string html, CancellationToken cancel)
    {
        var ready = new List<(string File, byte[] Bytes)>();
        if (given.TryGetValue("--pdf", out var pdf))
        {
            if (!(await ReportPrinter.Print(html, cancel)).TryGet(out var paper, out var reason))
                return reason;
            ready.Add((pdf, paper));
        }

        if (given.TryGetValue("--html", out var page))
            ready.Add((page, new UTF8Encoding(false).GetBytes(html)));

        var waiting = new List<(string From, string To)>();
        try
        {
            foreach (var (file, bytes) in ready)
            {
                var beside = file + "." + Path.GetRandomFileName();
                waiting.Add((beside, file));
                await File.WriteAllBytesAsync(beside, bytes, cancel);
            }

            foreach (var (from, to) in waiting)
                File.Move(from, to, overwrite: true);
        }
        finally
        {
            foreach (var (from, _) in waiting)
                File.Delete(from);
        }

        return "";
    }
}
