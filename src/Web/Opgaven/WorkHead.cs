// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Components;
using Schakel.Web.Assets;

namespace Schakel.Web.Opgaven;

/// <summary>What the pages of the work need in their head.</summary>
internal static class WorkHead
{
    internal static RenderFragment Of(ShippedFiles files) => builder =>
    {
        builder.OpenElement(0, "link");
        builder.AddAttribute(1, "rel", "stylesheet");
        builder.AddAttribute(2, "href", files.Url("css/work.css"));
        builder.CloseElement();
        builder.OpenElement(3, "script");
        builder.AddAttribute(4, "type", "module");
        builder.AddAttribute(5, "src", files.Url("browser/work.js"));
        builder.CloseElement();
    };
}
