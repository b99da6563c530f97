// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>One attempt to get one answer, with everything that can go wrong on the way named.</summary>
internal sealed class Request(HttpMessageInvoker http, Manners manners, ServiceAddress service, TimeProvider clock)
{
    private const int MostRedirections = 5;
    private const int PieceBytes = 1 << 16;

    internal async Task<(byte[] Body, string? Crs)> Ask(Uri address, CancellationToken cancel)
    {
        using var inAll = new CancellationTokenSource(manners.PatienceInAll, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, inAll.Token);
        try
        {
            var target = address;
            for (var redirections = 0; ; redirections++)
            {
                using var response = await Head(target, either.Token).ConfigureAwait(false);
                if (IsRedirection(response.StatusCode) && redirections < MostRedirections)
                {
                    target = Redirected(target, response.Headers.Location);
                    continue;
                }
                var body = await Body(address, response, either.Token).ConfigureAwait(false);
                RequireSuccess(address, response, body);
                RequireJson(address, response, body);
                return (body, response.Headers.TryGetValues("Content-Crs", out var crs) ? crs.First().Trim('<', '>', ' ') : null);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PassingProblem("service-silent", $"{service.Host} did not answer in time.", address.AbsoluteUri) { Arguments = [service.Host] };
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.SecureConnectionError)
        {
            throw new PassingProblem("no-network", $"This machine cannot reach {service.Host}: {problem.Message.TrimEnd('.')}.", address.AbsoluteUri) { IsUnreachable = true, Arguments = [service.Host] };
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new PassingProblem("connection-lost", $"The connection with {service.Host} was lost: {problem.Message.TrimEnd('.')}.", address.AbsoluteUri) { Arguments = [service.Host] };
        }
    }

    private async Task<HttpResponseMessage> Head(Uri target, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, target) { Version = HttpVersion.Version11 };
        message.Headers.Accept.ParseAdd("application/json");
        message.Headers.Accept.ParseAdd("application/geo+json;q=0.9");
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("Schakel", typeof(Request).Assembly.GetName().Version?.ToString(3)));
        using var patience = new CancellationTokenSource(manners.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        return await http.SendAsync(message, either.Token).ConfigureAwait(false);
    }

    private async Task<byte[]> Body(Uri address, HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > manners.MostBytes)
            throw TooLarge(address);
        var body = new MemoryStream();
        var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var piece = new byte[PieceBytes];
        while (true)
        {
            using var patience = new CancellationTokenSource(manners.PatienceBetweenPieces, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
            var length = await stream.ReadAsync(piece, either.Token).ConfigureAwait(false);
            if (length == 0)
                return body.ToArray();
            body.Write(piece, 0, length);
            if (body.Length > manners.MostBytes)
                throw TooLarge(address);
        }
    }

    private FetchRefused TooLarge(Uri address) =>
        new("answer-too-large", string.Create(CultureInfo.InvariantCulture, $"{service.Host} gives more than {manners.MostBytes >> 20} MB in one answer, which is not read."), address.AbsoluteUri) { Arguments = [service.Host] };

    private static bool IsRedirection(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private Uri Redirected(Uri from, Uri? location) =>
        location is not null && service.Follow(from, location.OriginalString) is { } target ? target
            : throw new FetchRefused("redirect-elsewhere", $"{service.Host} points to another place, which is not followed.", from.AbsoluteUri) { Value = location?.OriginalString, Arguments = [service.Host] };

    private void RequireSuccess(Uri address, HttpResponseMessage response, byte[] body)
    {
        var status = response.StatusCode;
        if (status == HttpStatusCode.OK)
            return;
        var says = Start(body);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{service.Host} answers with an error ({(int)status}){(says.Length > 0 ? $": {says}" : "")}.");
        object[] arguments = [service.Host, (int)status];
        if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            throw new PassingProblem("service-busy", detail, address.AbsoluteUri) { Status = status, Arguments = arguments, Wait = Wait(response.Headers.RetryAfter) };
        if ((int)status >= 500 || status is HttpStatusCode.RequestTimeout)
            throw new PassingProblem("service-failed", detail, address.AbsoluteUri)
            {
                Status = status,
                Arguments = arguments,
                MayBeTooMuch = status == HttpStatusCode.InternalServerError,
                // CBS: "query returns more than 10000 records".
                IsTooMuch = status == HttpStatusCode.InternalServerError && (says.Contains("10000", StringComparison.Ordinal) || says.Contains("10.000", StringComparison.Ordinal)),
            };
        throw new FetchRefused("service-refused", detail, address.AbsoluteUri) { Status = status, Arguments = arguments };
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? after) => after switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    // What is in the body counts: services call JSON text/plain, and a sign-in page comes with 200 and now and then even as JSON.
    private void RequireJson(Uri address, HttpResponseMessage response, byte[] body)
    {
        var reader = new Utf8JsonReader(Body(body));
        try
        {
            while (reader.Read())
            {
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                return;
        }
        catch (JsonException)
        {
        }
        var looksLikeJson = Body(body).TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
        throw looksLikeJson
            ? new PassingProblem("answer-incomplete", $"{service.Host} broke off its answer halfway.", address.AbsoluteUri) { Arguments = [service.Host] }
            : new PassingProblem("answer-not-json", $"{service.Host} gives something else than figures ({response.Content.Headers.ContentType?.MediaType ?? "no type"}){(Start(body) is { Length: > 0 } says ? $": {says}" : "")}.", address.AbsoluteUri) { Arguments = [service.Host] };
    }

    private static ReadOnlySpan<byte> Body(byte[] body) => body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsSpan(3) : body;

    private static string Start(byte[] body)
    {
        // A web page says nothing in its first lines.
        if (Body(body).TrimStart(" \t\r\n"u8) is [(byte)'<', ..])
            return "";
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 400)));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length > 200 ? line[..200] + "…" : line;
    }
}
