// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.WorkApi;

/// <summary><c>…/approach</c>: which level does what, with whom, and how it should help. Who chooses otherwise than the advice overrules it, with the reason.</summary>
public static class ApproachApi
{
    public sealed record RoleBody(ApproachRole Role, string Because, Guid? Organisation = null);

    public sealed record StepBody(int Number, ChainPart Part, string Text, string? Level = null, string? Sector = null);

    public sealed record ArrowBody(int From, int To);

    public sealed record ChainBody(IReadOnlyList<StepBody> Steps, IReadOnlyList<ArrowBody> Arrows, string Because);

    /// <summary>What a level does, and which organisation does it there.</summary>
    public sealed record RoleAnswer(string Level, ApproachRole Role, Guid? Organisation);

    /// <summary>Problem, conditions and interventions, and which step helps which. Numbers are names inside this chain.</summary>
    public sealed record ChainAnswer(IReadOnlyList<StepBody> Steps, IReadOnlyList<ArrowBody> Arrows);

    /// <summary>The approach; as long as nobody began it, it is an empty draft.</summary>
    public sealed record ApproachAnswer(ApproachState State, IReadOnlyList<RoleAnswer> Roles, ChainAnswer Chain);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Approach");
        routes.Read<ApproachAnswer>("/opgaven/{id}/approach", WorkAction.ReadOpgave, "GetApproach", "Roles of levels and the chain of reasoning.", async asked =>
            (await asked.Work<OpgaveReading>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? Said(file.Approach) : reason);
        routes.Change<RoleBody, ApproachAnswer>(HttpMethods.Put, "/opgaven/{id}/approach/roles/{level}", WorkAction.ShapeApproach, "SetRole",
            "Sets what a level does (none takes the role away). Otherwise than both readings of the advice is an overruling, and the reason is kept beside the rule.", async (asked, body) =>
            Answer(asked, await asked.Work<ApproachWork>().SetRole(asked.Actor, asked.Id, asked.Seen, asked.Part("level"), body.Role, body.Organisation, body.Because, asked.Cancel)));
        routes.Change<ChainBody, ApproachAnswer>(HttpMethods.Put, "/opgaven/{id}/approach/chain", WorkAction.ShapeApproach, "SetChain", "Sets the chain: problem, conditions, interventions, and which helps which.", async (asked, body) =>
            Answer(asked, await asked.Work<ApproachWork>().SetChain(asked.Actor, asked.Id, asked.Seen, new Chain(
                [.. body.Steps.Select(step => new ChainStep(step.Number, step.Part, step.Text.Trim(), step.Level, step.Sector))], [.. body.Arrows.Select(arrow => new ChainArrow(arrow.From, arrow.To))]), body.Because, asked.Cancel)));
    }

    private static Outcome<Said<ApproachAnswer>> Answer(Asked asked, Outcome<Approach> outcome)
    {
        if (!outcome.TryGet(out var approach, out var reason))
            return reason;
        asked.Tell(approach.OpgaveId, "rol");
        return Said(approach);
    }

    // The draft is made by the first change of it, as version 1: who saw none has seen that one.
    private static Said<ApproachAnswer> Said(Approach? approach) => new(
        approach is null ? new ApproachAnswer(ApproachState.Draft, [], new ChainAnswer([], [])) : new ApproachAnswer(
            approach.State,
            [.. approach.Roles.Levels.Select(role => new RoleAnswer(role.Level, role.Role, role.Organisation))],
            new ChainAnswer(
                [.. approach.Chain.Steps.Select(step => new StepBody(step.Number, step.Part, step.Text, step.Level, step.Sector))],
                [.. approach.Chain.Arrows.Select(arrow => new ArrowBody(arrow.From, arrow.To))])),
        approach?.Version ?? 1);
}
