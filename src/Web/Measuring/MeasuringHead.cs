// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Components;
using Schakel.Web.Assets;
using Schakel.Web.Opgaven;

namespace Schakel.Web.Measuring;

/// <summary>What the pages of plans and measurements need in their head, beside that of all work.</summary>
internal static class MeasuringHead
{
    internal static RenderFragment Of(ShippedFiles files, bool withMap = false) => builder =>
    {
        builder.AddContent(0, WorkHead.Of(files));
        builder.OpenElement(1, "link");
        builder.AddAttribute(2, "rel", "stylesheet");
        builder.AddAttribute(3, "href", files.Url("css/measuring.css"));
        builder.CloseElement();
        if (!withMap)
            return;
        builder.OpenElement(4, "script");
        builder.AddAttribute(5, "type", "module");
        builder.AddAttribute(6, "src", files.Url("browser/plan-map.js"));
        builder.CloseElement();
    };
}
