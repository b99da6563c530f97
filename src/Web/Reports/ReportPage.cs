// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Schakel.Web.Assets;
using Schakel.Web.Evidence;

namespace Schakel.Web.Reports;

/// <summary>A report as one HTML file: the same parts as the page, with everything open and nothing to fetch.</summary>
internal static class ReportPage
{
    internal static async Task<string> Render(ShippedFiles files, EvidenceView view, string? logo)
    {
        await using var services = new ServiceCollection().AddSingleton(files).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view, ["Style"] = ReportStyle.Of(files), ["Logo"] = logo });
            return (await renderer.RenderComponentAsync<ReportDocument>(parameters)).ToHtmlString();
        });
    }

    /// <summary>What to call it: <c>schaalbeeld-zwerfafval-GM9901-2024.html</c>.</summary>
    internal static string NameOf(EvidenceView view, string extension)
    {
        var words = new[] { "schaalbeeld", view.Picture.Indicator.Id, view.Findings.Question.Within?.Replace(',', '-'), view.Picture.Year > 0 ? view.Picture.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) : null };
        return string.Join('-', words.Where(word => !string.IsNullOrEmpty(word))) + extension;
    }
}
