// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/keys</c>: one's own keys for programs. Made and taken back by who is signed in, never by a key.</summary>
public static class KeysApi
{
    public sealed record KeyBody(string Name, DateOnly Until, bool MayWrite = false);

    /// <summary>A key as its owner sees it later: its name, its last day, and whether it may change anything.</summary>
    public sealed record KeyAnswer(Guid Id, string Name, DateOnly Until, bool MayWrite);

    /// <summary>A key that was just made. Its secret is shown this once and kept nowhere.</summary>
    public sealed record MadeAnswer(Guid Id, string Name, DateOnly Until, bool MayWrite, string Secret);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Keys");
        routes.List("/keys", WorkAction.KeepOwnAccount, "ListKeys", "One's own keys, by name.", async asked =>
            (await asked.Work<AccessKeyWork>().Own(asked.Actor, asked.Cancel)).TryGet(out var keys, out var reason) ? new Outcome<IReadOnlyList<KeyAnswer>>([.. keys.Select(Answer)]) : reason, key => key.Id);
        routes.InPerson.Make<KeyBody, MadeAnswer>("/keys", WorkAction.KeepOwnAccount, "MakeKey", "Makes a key for a program: until a day within a year, for reading only unless said otherwise. Its secret is shown once.", async (asked, body) =>
            (await asked.Work<AccessKeyWork>().Make(asked.Actor, body.Name, body.Until, body.MayWrite, SignInEndpoints.AddressOf(asked.Http), asked.Cancel)).TryGet(out var made, out var reason)
                ? new Said<MadeAnswer>(new MadeAnswer(made.Key.Id, made.Key.Name, DayOf(made.Key), made.Key.MayWrite, made.Secret), null, "/keys") : reason);
        routes.InPerson.Do<KeyAnswer>(HttpMethods.Delete, "/keys/{id}", WorkAction.KeepOwnAccount, "TakeKeyBack", "Takes a key back: nothing opens with it any more.", async asked =>
            (await asked.Work<AccessKeyWork>().TakeBack(asked.Actor, asked.Id, SignInEndpoints.AddressOf(asked.Http), asked.Cancel)).TryGet(out var key, out var reason) ? new Said<KeyAnswer>(Answer(key)) : reason);
    }

    private static KeyAnswer Answer(AccessKey key) => new(key.Id, key.Name, DayOf(key), key.MayWrite);

    private static DateOnly DayOf(AccessKey key) => DateOnly.FromDateTime(key.Until.UtcDateTime);
}
