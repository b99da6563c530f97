// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Assets;

namespace Schakel.Web.Security;

/// <summary>Tells the browser to trust nothing but what this server sends as a file of its own.</summary>
internal static class SecurityHeaders
{
    internal static void UseSecurityHeaders(this IApplicationBuilder app, ShippedFiles files)
    {
        // No 'unsafe-…' anywhere. The map draws in a worker of our own origin; the import map is the one script inside a page and is known by its hash.
        var policy = string.Join("; ",
            "default-src 'none'",
            $"script-src 'self' 'sha256-{files.ImportMapHash}'",
            "worker-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // Only what came over HTTPS can promise it for the next year; a name on one's own machine never does.
            if (context.Request.IsHttps && !context.Request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
                headers.StrictTransportSecurity = "max-age=31536000";
            return next(context);
        });
    }
}
