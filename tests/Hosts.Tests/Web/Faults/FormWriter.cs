// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Net;

namespace Schakel.Hosts.Tests.Web.Faults;

/// <summary>Somebody who begins opgaven and tells positions, one form after the other, until the server is no more. Only what was answered with a redirect counts as said.</summary>
internal sealed class FormWriter(Uri address, string cookies, string token)
{
    internal const string Title = "Onder het mes ", Group = "groep ";

    internal async Task Write(ConcurrentBag<Guid> opened, ConcurrentBag<string> told)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        try
        {
            while (true)
            {
                var place = await Send(client, "/opgaven/nieuw", ("title", Title + Guid.NewGuid()), ("question", "Blijft het staan?"));
                var id = Guid.Parse(place[(place.LastIndexOf('/') + 1)..]);
                opened.Add(id);
                var group = Group + Guid.NewGuid();
                await Send(client, $"/opgaven/{id}/standpunt", ("group", group), ("position", "Het moet blijven staan."));
                told.Add(group);
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone: what it had not answered may or may not be there.
        }
    }

    private async Task<string> Send(HttpClient client, string action, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("formulier", token)]);
        using var answer = await client.PostAsync(action, body);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.ToString() : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
