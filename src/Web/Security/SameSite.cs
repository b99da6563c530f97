// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2


namespace Schakel.Web.Security;

/// <summary>
/// A form may only be sent by a page of this site. Without cookies there is no token to compare, but a browser says where a form comes from,
/// and no page of another site can change that.
/// </summary>
internal static class SameSite
{
    internal static TBuilder FromThisSiteOnly<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter((invocation, next) => IsFromHere(invocation.HttpContext.Request)
            ? next(invocation)
            : ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status403Forbidden)));

    internal static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
    }
}
