// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Microsoft.AspNetCore.Http;

namespace Schakel.Catalogue.Tests.Fetching.Replay;

/// <summary>Sends an answer, or what becomes of it on a bad day.</summary>
internal static class FaultyWriting
{
    internal static async Task Write(HttpContext context, int status, string body, Fault fault)
    {
        var response = context.Response;
        switch (fault)
        {
            case Fault.ServerError:
                (status, body) = (500, "Internal Server Error");
                break;
            case Fault.Unavailable:
                (status, body) = (503, "Service Unavailable");
                break;
            case Fault.TooManyRequests:
                response.Headers.RetryAfter = "0";
                (status, body) = (429, "{\"title\":\"Too Many Requests\"}");
                break;
            case Fault.WebPage:
                response.ContentType = "text/html";
                (status, body) = (200, "<!DOCTYPE html><html><body>Onderhoud</body></html>");
                break;
            case Fault.CutOff:
                body = body[..(body.Length / 2)];
                break;
            case Fault.Empty:
                body = "";
                break;
        }
        response.StatusCode = status;
        response.ContentType ??= "application/json; charset=utf-8";
        var bytes = Encoding.UTF8.GetBytes(body);
        if (fault == Fault.DroppedInTheBody)
        {
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }
        if (fault == Fault.Slow)
        {
            await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(50, context.RequestAborted);
            bytes = bytes[(bytes.Length / 2)..];
        }
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
