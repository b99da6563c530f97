// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http.Features;
using Schakel.Web.Security;

namespace Schakel.Web.Errors;

/// <summary>
/// A form that could not be answered because something broke: what was typed comes back on the page of the error, with a button that sends it again.
/// </summary>
/// <param name="Action">Where it was sent to.</param>
/// <param name="Texts">What a person wrote; shown.</param>
/// <param name="Choices">What was chosen, and what the page had filled in by itself; sent along.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Texts, IReadOnlyList<KeyValuePair<string, string>> Choices)
{
    private const int Most = 200;

    /// <summary>The form of this request; null when there is none, when a page of another site sent it, or when it may hold a password.</summary>
    internal static async Task<KeptForm?> Of(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !SameSite.IsFromHere(request) || ReaderLimits.IsDoor(request.Path))
            return null;

        IFormCollection fields;
        try
        {
            fields = await request.ReadFormAsync(new FormOptions { BufferBody = true }, http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or OperationCanceledException or BadHttpRequestException)
        {
            return null;
        }

        // A word of a list has no space in it; what a person writes nearly always has.
        var kept = fields.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).Take(Most).ToLookup(field => field.Value.Any(char.IsWhiteSpace));
        return new KeptForm(request.PathBase + request.Path + request.QueryString, [.. kept[true]], [.. kept[false]]);
    }
}
