// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reflections;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/reflections</c>: private until their author shares them; of somebody else's private one not even that it is there.</summary>
public static class ReflectionsApi
{
    public sealed record WriteBody(string Text, Guid? Opgave = null);

    public sealed record StateBody(ReflectionState State);

    /// <summary>Words, and whether they are one's own. Not by whom: who shares says so in the words, or not.</summary>
    public sealed record ReflectionAnswer(Guid Id, string Text, Guid? Opgave, ReflectionState State, bool IsMine, DateTimeOffset Since);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Reflections");
        routes.List("/reflections", WorkAction.Reflect, "ListReflections", "One's own, and what others shared, in the order of writing.", async asked =>
            (await asked.Work<ReflectionWork>().All(asked.Actor, asked.Cancel)).TryGet(out var found, out var reason)
                ? new Outcome<IReadOnlyList<ReflectionAnswer>>([.. found.Select(reflection => Answer(asked, reflection))]) : reason, reflection => reflection.Id);
        routes.Make<WriteBody, ReflectionAnswer>("/reflections", WorkAction.Reflect, "WriteReflection", "Writes one, for oneself.", async (asked, body) =>
            Say(asked, await asked.Work<ReflectionWork>().Write(asked.Actor, body.Text, body.Opgave, asked.Cancel)), "/reflections/");
        routes.Read<ReflectionAnswer>("/reflections/{id}", WorkAction.Reflect, "GetReflection", "One's own, or one that was shared.", async asked =>
            Say(asked, await asked.Work<ReflectionWork>().Read(asked.Actor, asked.Id, asked.Cancel)));
        routes.Set<StateBody, ReflectionAnswer>(HttpMethods.Put, "/reflections/{id}/state", WorkAction.ShareReflection, "ShareReflection", "Shares it, or takes it back; only its author can.", async (asked, body) =>
            Say(asked, body.State == ReflectionState.Shared
                ? await asked.Work<ReflectionWork>().Share(asked.Actor, asked.Id, asked.Cancel)
                : await asked.Work<ReflectionWork>().TakeBack(asked.Actor, asked.Id, asked.Cancel)));
        routes.Do<ReflectionAnswer>(HttpMethods.Delete, "/reflections/{id}", WorkAction.ShareReflection, "RemoveReflection", "Removes one's own; it is given back a last time.", async asked =>
            Say(asked, await asked.Work<ReflectionWork>().Remove(asked.Actor, asked.Id, asked.Cancel)));
    }

    private static Outcome<Said<ReflectionAnswer>> Say(Asked asked, Outcome<Reflection> outcome) => outcome.TryGet(out var reflection, out var reason)
        ? new Said<ReflectionAnswer>(Answer(asked, reflection), null, $"/reflections/{reflection.Id}")
        // Refused by its standing, it would tell that it is there.
        : reason.Code == "not-allowed" ? Asked.NotFound() : reason;

    private static ReflectionAnswer Answer(Asked asked, Reflection reflection) => new(
        reflection.Id, reflection.Text, reflection.OpgaveId, reflection.State, asked.Actor.Member is { } member && member == reflection.Author, reflection.Since);
}
