// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Assets;
using Schakel.Web.Atlas;
using Schakel.Web.Evidence;

namespace Schakel.Web.Reports;

/// <summary>The reports that were asked for lately. One is printed at a time: a browser takes as much of a machine as the analysis itself.</summary>
internal sealed class Reports(ShippedFiles files, IConfiguration configuration, TimeProvider clock) : IDisposable
{
    private const int Kept = 12;

    private readonly AskedLately<byte[]> printed = new(clock, Kept, 1);

    internal async Task<Outcome<string>> Html(EvidenceView view)
    {
        if (configuration["Schakel:Logo"] is not { Length: > 0 } file)
            return await ReportPage.Render(files, view, null);
        return ReportLogo.Read(file).TryGet(out var logo, out var reason) ? await ReportPage.Render(files, view, logo) : reason;
    }

    internal Task<Outcome<byte[]>> Pdf(EvidenceView view) => printed.Ask(
        (view.Findings.Key, view.Texts.Code, view.Trial),
        async () => (await Html(view)).TryGet(out var html, out var reason) ? await ReportPrinter.Print(html, CancellationToken.None) : reason).Outcome;

    public void Dispose() => printed.Dispose();
}
