// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Schakel.Analysis.Advice;
using Schakel.Web.Atlas;
using Schakel.Web.Security;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.Opgaven;

/// <summary><c>/opgaven/{id}/oordeel</c>: where the cause lies, who can do something about it, and why; what others think once one has said so oneself.</summary>
internal static class JudgementEndpoints
{
    internal const string Deed = "oordeel";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opgaven/{id:guid}/oordeel", (HttpContext http, Guid id) => Page(http, id, null)).Needs(WorkAction.ReadOpgave).ExcludeFromDescription();
        routes.MapPost("/opgaven/{id:guid}/oordeel", Give).Needs(WorkAction.Judge).ExcludeFromDescription();
        routes.MapGet("/opgaven/{id:guid}/veranderd", Changed).Needs(WorkAction.ReadOpgave).ExcludeFromDescription().WithMetadata(new DisableRequestTimeoutAttribute());
    }

    private static async Task<IResult> Give(HttpContext http, IFormCollection fields, OpgaveChanges changes)
    {
        var form = new SentForm(http, fields);
        var outcome = await form.Work<JudgementWork>().Give(
            form.Actor, form.Id, form["level"], form.Number("cause"), form.Number("lever"), form.Word<LeverKind>("kind") ?? (LeverKind)(-1),
            form.Word<Authority>("authority") ?? (Authority)(-1), form["because"], form.Cancel);
        if (!outcome.TryGet(out _, out var reason))
            return await Page(http, form.Id, form.Tried(Deed, reason));

        changes.Tell(form.Id, Deed);
        return TypedResults.LocalRedirect(Work.At(form.Texts, $"/opgaven/{form.Id}/oordeel?verder=1"));
    }

    private static async Task<IResult> Page(HttpContext http, Guid id, Tried? tried)
    {
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var (services, cancel, texts) = (http.RequestServices, http.RequestAborted, AtlasQuestion.TextsOf(http.Request));
        var actor = services.GetRequiredService<CurrentUser>().Actor;
        if (!(await services.GetRequiredService<OpgaveReading>().Of(actor, id, cancel)).TryGet(out var file, out var reason)
            || !(await services.GetRequiredService<JudgementWork>().View(actor, id, cancel)).TryGet(out var judged, out reason))
            return Refusals.Page(texts, reason);

        return new RazorComponentResult<JudgementScreen>(new
        {
            Texts = texts,
            File = file,
            Judged = judged,
            Asked = tried is null ? http.Request.Query["sport"].ToString() : tried.Values.GetValueOrDefault("level", ""),
            GoesOn = http.Request.Query["verder"] == "1",
            Tried = tried,
        })
        {
            StatusCode = tried is null ? StatusCodes.Status200OK : Refusals.StatusOf(tried.Reason),
        };
    }

    /// <summary>Says that something changed; the page reads it anew, and sees what its reader may see.</summary>
    private static async Task<IResult> Changed(HttpContext http, Guid id, CurrentUser user, OpgaveReading reading, OpgaveChanges changes, IHostApplicationLifetime life, CancellationToken cancel)
    {
        if (!(await reading.Of(user.Actor, id, cancel)).TryGet(out _, out var reason))
            return TypedResults.StatusCode(Refusals.StatusOf(reason));

        http.Response.Headers.CacheControl = "no-cache, no-store";
        return TypedResults.ServerSentEvents(Told(changes, id, life.ApplicationStopping, cancel));
    }

    private static async IAsyncEnumerable<SseItem<string>> Told(OpgaveChanges changes, Guid id, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        // The first word opens the line: a browser hears that it is connected.
        yield return new SseItem<string>("open", "open");
        var told = changes.Of(id, either.Token).GetAsyncEnumerator(either.Token);
        await using (told)
        {
            while (true)
            {
                try
                {
                    if (!await told.MoveNextAsync())
                        yield break;
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }

                yield return new SseItem<string>(told.Current, "changed");
            }
        }
    }
}
