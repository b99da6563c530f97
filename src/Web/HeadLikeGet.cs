// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web;

/// <summary>Who asks for the head of a page gets the head of what GET would send.</summary>
internal static class HeadLikeGet
{
    /// <summary>The endpoints need to know of GET only; the server itself sends no body to who asked HEAD.</summary>
    internal static void UseHeadLikeGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
