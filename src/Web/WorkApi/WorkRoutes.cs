// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Schakel.Analysis;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary>
/// How every address of the work behaves, said once: who may, what is read, what is answered. A resource says only which use case and which words.
/// </summary>
/// <param name="routes">Where they are kept.</param>
/// <param name="tag">The heading they stand under in the description.</param>
/// <param name="inPerson">A person does this, never a program with a key.</param>
internal sealed class WorkRoutes(IEndpointRouteBuilder routes, string tag, bool inPerson = false)
{
    internal const string Root = "/api/v1";
    private const int Most = 500;

    private static readonly int[] always = [400, 401, 403, 404, 422, 429, 503];

    internal delegate Task<Outcome<Said<TAnswer>>> Reader<TAnswer>(Asked asked);

    internal delegate Task<Outcome<Said<TAnswer>>> Writer<TBody, TAnswer>(Asked asked, TBody body);

    internal delegate Task<Outcome<IReadOnlyList<T>>> Lister<T>(Asked asked);

    /// <summary>The same for what only a person does.</summary>
    internal WorkRoutes InPerson => new(routes, tag, inPerson: true);

    /// <summary>Reads one thing.</summary>
    internal void Read<TAnswer>(string path, WorkAction action, string name, string summary, Reader<TAnswer> read) =>
        Add<TAnswer>(HttpMethods.Get, path, action, name, summary, StatusCodes.Status200OK, new OperationWords(), null, async asked => await Answer(asked, await read(asked), StatusCodes.Status200OK));

    /// <summary>Reads a list in the order in which its use case gives it, a page at a time.</summary>
    internal void List<T>(string path, WorkAction action, string name, string summary, Lister<T> read, Func<T, Guid> id) =>
        Add<Page<T>>(HttpMethods.Get, path, action, name, summary, StatusCodes.Status200OK, new OperationWords { IsPaged = true }, null, async asked =>
        {
            if (Limit(asked) is not { } limit)
                return WorkProblems.From(asked, Bad("limit", asked.Query("limit")!, string.Create(CultureInfo.InvariantCulture, $"1–{Most}")));
            if (!(await read(asked)).TryGet(out var all, out var reason))
                return WorkProblems.From(asked, reason);
            var start = 0;
            if (asked.Query("after") is { } after)
            {
                start = Guid.TryParseExact(after, "D", out var last) ? all.ToList().FindIndex(item => id(item) == last) + 1 : 0;
                if (start == 0)
                    return WorkProblems.From(asked, Bad("after", after, all is [var first, ..] ? id(first).ToString() : "–"));
            }

            var page = all.Skip(start).Take(limit).ToList();
            if (start + page.Count < all.Count)
                asked.Http.Response.Headers.Link = $"<{Next(asked.Http.Request, id(page[^1]))}>; rel=\"next\"";
            return await Answer<Page<T>>(asked, new Said<Page<T>>(new Page<T>(page)), StatusCodes.Status200OK);
        });

    /// <summary>A short list, whole.</summary>
    internal void All<T>(string path, WorkAction action, string name, string summary, Lister<T> read) =>
        Read<Page<T>>(path, action, name, summary, async asked => (await read(asked)).TryGet(out var all, out var reason) ? new Said<Page<T>>(new Page<T>(all)) : reason);

    /// <summary>Makes something; sent twice with the same <c>Idempotency-Key</c> it is made once.</summary>
    internal void Make<TBody, TAnswer>(string path, WorkAction action, string name, string summary, Writer<TBody, TAnswer> write, string? at = null)
        where TBody : notnull =>
        Add<TAnswer>(HttpMethods.Post, path, action, name, summary, StatusCodes.Status201Created, new OperationWords { IsSent = true, IsMaking = true, MadeAt = at, IsInPerson = inPerson }, typeof(TBody),
            asked => Written(asked, write, StatusCodes.Status201Created));

    /// <summary>Changes an item in the version that the sender saw.</summary>
    internal void Change<TBody, TAnswer>(string method, string path, WorkAction action, string name, string summary, Writer<TBody, TAnswer> write)
        where TBody : notnull =>
        Add<TAnswer>(method, path, action, name, summary, StatusCodes.Status200OK, new OperationWords { IsSent = true, NeedsVersion = true, IsInPerson = inPerson }, typeof(TBody),
            asked => Written(asked, write, StatusCodes.Status200OK));

    /// <summary>Sets or does something that only its sender can: nobody else saves it at the same moment, so no version is asked.</summary>
    internal void Set<TBody, TAnswer>(string method, string path, WorkAction action, string name, string summary, Writer<TBody, TAnswer> write)
        where TBody : notnull =>
        Add<TAnswer>(method, path, action, name, summary, StatusCodes.Status200OK, new OperationWords { IsSent = true, IsInPerson = inPerson }, typeof(TBody),
            asked => Written(asked, write, StatusCodes.Status200OK));

    /// <summary>Does something that needs no words.</summary>
    internal void Do<TAnswer>(string method, string path, WorkAction action, string name, string summary, Reader<TAnswer> work) =>
        Add<TAnswer>(method, path, action, name, summary, StatusCodes.Status200OK, new OperationWords { IsSent = true, IsInPerson = inPerson }, null,
            async asked => await Answer(asked, await work(asked), StatusCodes.Status200OK));

    private static async Task<IResult> Written<TBody, TAnswer>(Asked asked, Writer<TBody, TAnswer> write, int status)
        where TBody : notnull =>
        (await SentBody.Read<TBody>(asked.Http.Request)).TryGet(out var body, out var reason)
            ? await Answer(asked, await write(asked, body), status)
            : WorkProblems.From(asked, reason);

    private static Task<IResult> Answer<TAnswer>(Asked asked, Outcome<Said<TAnswer>> outcome, int status)
    {
        if (!outcome.TryGet(out var said, out var reason))
            return Task.FromResult(WorkProblems.From(asked, reason));
        var headers = asked.Http.Response.Headers;
        if (said.Version is { } version)
            headers.ETag = Asked.Mark(version);
        if (said.At is { } at)
            headers.Location = Root + at;
        return Task.FromResult<IResult>(TypedResults.Json(said.Body, statusCode: status));
    }

    private void Add<TAnswer>(string method, string path, WorkAction action, string name, string summary, int status, OperationWords words, Type? body, Func<Asked, Task<IResult>> answer)
    {
        // A method of nothing but the context would be taken for one that writes its own answer.
        var endpoint = routes.MapMethods(Root + path, [method], (Delegate)((HttpContext http) => WorkDoor.Enter(http, words, answer)))
            .Needs(action).WithName(name).WithTags(tag).WithSummary(summary).WithMetadata(words)
            .Produces<TAnswer>(status);
        if (body is not null)
            endpoint.Accepts(body, "application/json");
        foreach (var refusal in words.NeedsVersion ? [.. always, 409, 412, 428] : words.IsSent ? [.. always, 409] : always)
            endpoint.ProducesProblem(refusal);
    }

    private static int? Limit(Asked asked) => asked.Query("limit") is not { } text ? Most
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit : null;

    internal static Reason Bad(string parameter, string given, string right) =>
        new("bad-parameter", $"{parameter}={given} is not possible; possible is {right}.") { Arguments = [parameter, given, right] };

    private static string Next(HttpRequest request, Guid last)
    {
        var query = request.Query.Where(pair => pair.Key != "after").Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())).Append(KeyValuePair.Create("after", (string?)last.ToString()));
        return QueryHelpers.AddQueryString($"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}", query);
    }
}
