// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Directions;
using Schakel.Workspace.History;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Reading;

namespace Schakel.Web.WorkApi;

/// <summary>The ladder of levels, and how long personal data stay.</summary>
public static class SettingsApi
{
    public sealed record LadderBody(string Name, IReadOnlyList<LadderLevel> Levels);

    public sealed record InForceBody(string Because);

    /// <summary>A version of the ladder. A new one never changes what was made with an older one.</summary>
    public sealed record LadderAnswer(Guid Id, string Name, IReadOnlyList<LadderLevel> Levels, ForceState State);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Settings");
        routes.All("/ladder", WorkAction.ReadOpgave, "GetLadder", "The levels that hold now, fine to coarse.", async asked =>
            (await asked.Work<OpgaveReading>().Ladder(asked.Actor, asked.Cancel)).TryGet(out var ladder, out var reason) ? new Outcome<IReadOnlyList<LadderLevel>>(ladder.Levels) : reason);
        routes.List("/ladders", WorkAction.KeepLadder, "ListLadders", "All versions of the ladder, by name.", async asked =>
            (await asked.Work<ItemReading>().All<Ladder>(asked.Actor, WorkAction.KeepLadder, _ => true, known => known.Name, asked.Cancel)).TryGet(out var found, out var reason) ? new Outcome<IReadOnlyList<LadderAnswer>>([.. found.Select(Answer)]) : reason, known => known.Id);
        routes.Make<LadderBody, LadderAnswer>("/ladders", WorkAction.KeepLadder, "DraftLadder", "Drafts a ladder: every level once, and at least one above the wijk.", async (asked, body) =>
            Say(await asked.Work<DirectionWork>().DraftLadder(asked.Actor, body.Name, body.Levels, asked.Cancel)), "/ladders/");
        routes.Read<LadderAnswer>("/ladders/{id}", WorkAction.KeepLadder, "GetLadderVersion", "One version.", async asked =>
            Say(await asked.Work<ItemReading>().One<Ladder>(asked.Actor, WorkAction.KeepLadder, asked.Id, asked.Cancel)));
        routes.Change<InForceBody, LadderAnswer>(HttpMethods.Post, "/ladders/{id}/moves", WorkAction.KeepLadder, "PutLadderInForce", "Puts a ladder in force.", async (asked, body) =>
            Say(await asked.Work<DirectionWork>().PutLadderInForce(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
        routes.Read<RetentionTerms>("/retention-terms", WorkAction.KeepTerms, "GetRetentionTerms", "How long personal data stay.", async asked =>
            (await asked.Work<MemberWork>().Terms(asked.Actor, asked.Cancel)).TryGet(out var terms, out var reason) ? new Said<RetentionTerms>(terms) : reason);
        routes.Set<RetentionTerms, RetentionTerms>(HttpMethods.Put, "/retention-terms", WorkAction.KeepTerms, "SetRetentionTerms", "Sets how long personal data stay; whole numbers from 1 to 240.", async (asked, body) =>
            (await asked.Work<MemberWork>().SetTerms(asked.Actor, body, asked.Cancel)).TryGet(out var terms, out var reason) ? new Said<RetentionTerms>(terms) : reason);
    }

    private static Outcome<Said<LadderAnswer>> Say(Outcome<Ladder> outcome) => outcome.TryGet(out var ladder, out var reason) ? Said.By(ladder, Answer(ladder), $"/ladders/{ladder.Id}") : reason;

    private static LadderAnswer Answer(Ladder ladder) => new(ladder.Id, ladder.Name, ladder.Rungs.Levels, ladder.State);
}
