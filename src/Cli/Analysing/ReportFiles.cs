// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Cli.Serving;
using Schakel.Workspace.Studies;

namespace Schakel.Cli.Analysing;

/// <summary>Writes the report to files, by the program that shows the page: what is on paper is what is on the screen.</summary>
internal static class ReportFiles
{
    /// <summary>Writes what was asked for; a reason when it could not be made. Then nothing is left.</summary>
    internal static Reason? Write(Run run, AnalyseSettings settings, string folder, StudyQuestion question)
    {
        var (html, pdf) = (run.Get(settings.Html), run.Get(settings.Pdf));
        if (html is null && pdf is null)
            return null;
        foreach (var (option, file) in new[] { (settings.Html.Name, html), (settings.Pdf.Name, pdf) })
            if (file is not null && (Directory.Exists(file) || Path.GetDirectoryName(Path.GetFullPath(file)) is not { } parent || !Directory.Exists(parent)))
                return WrongUse.With("no-such-folder", $"{option} {file}: there is no folder to put this file in.", option, file);
        if (WebProgram.Find() is not { } program)
            return new Reason("no-web-program", "The web application is not beside this program. Build it first, or set SCHAKEL_WEB to its file.");

        var arguments = new List<string> { "report", "--data", folder, "--indicator", question.Indicator, "--seed", question.Seed.ToString(CultureInfo.InvariantCulture), "--lang", run.Language == Workspace.Texts.Language.Dutch ? "nl" : "en" };
        void Add(string name, string? value)
        {
            if (value is not null)
                arguments.AddRange([name, value]);
        }

        Add("--within", question.Within);
        Add("--year", question.Year?.ToString(CultureInfo.InvariantCulture));
        Add("--covariates", run.Get(settings.Covariates) is { } covariates ? string.Join(',', covariates) : null);
        Add("--logo", run.Get(settings.Logo));
        Add("--html", html);
        Add("--pdf", pdf);
        var ended = run.Stages.Measure("report", () => WebProgram.Run(program, arguments));
        // The other program got the same Ctrl-C and has cleaned up behind itself.
        run.Cancel.ThrowIfCancellationRequested();
        return ended == 0 ? null : new Reason("report-not-made", "The report was not made.");
    }
}
