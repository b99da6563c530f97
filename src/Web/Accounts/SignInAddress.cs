// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Accounts;

/// <summary>The way to the sign-in page and back to where one was. Only addresses of this site count as "back".</summary>
internal static class SignInAddress
{
    internal const string Path = "/aanmelden";

    private const string Start = "/kaart";

    internal static string For(HttpRequest request)
    {
        var query = QueryString.Create("terug", request.Path + request.QueryString);
        return Path + (request.Query["taal"] == "en" ? query.Add("taal", "en") : query);
    }

    /// <summary>The page, with why signing in elsewhere did not work.</summary>
    internal static string With(string refusal) => $"{Path}?fout={refusal}";

    /// <summary>An address of this site, or the map. A browser reads <c>//elsewhere</c> and <c>/\elsewhere</c> as another site.</summary>
    internal static string Back(string? asked) =>
        asked is ['/', ..] && asked is not ['/', '/' or '\\', ..] && !asked.Any(char.IsControl) && asked.Length < 2000 ? asked : Start;
}
