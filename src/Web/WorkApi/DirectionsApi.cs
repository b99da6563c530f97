// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Directions;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Reading;
using Schakel.Workspace.Tasks;

namespace Schakel.Web.WorkApi;

/// <summary>What a municipality puts in force: directions and visions in words, and the register of tasks. A next version replaces the one before.</summary>
public static class DirectionsApi
{
    public sealed record DirectionBody(string Text, IReadOnlyList<CoreValue> CoreValues, Guid? Replaces = null);

    public sealed record VisionBody(string Text, Guid With, string? AreaCode = null, string? Theme = null, Guid? Replaces = null);

    public sealed record TaskBody(string Name, Steering Steering, Guid? Owner = null, string? RoomForTailoring = null, Guid? Replaces = null);

    public sealed record MoveBody(ForceMove State, string Because);

    public sealed record VisionMoveBody(ForceMove State, string Because, Guid With);

    public sealed record UseBody(Guid Vision, string Because);

    public enum ForceMove
    {
        InForce,
        Replaced,
    }

    /// <summary>Where to, in words, and out of which conviction. No number, no person.</summary>
    public sealed record DirectionAnswer(Guid Id, string Text, IReadOnlyList<CoreValue> CoreValues, ForceState State, Guid? Replaces);

    /// <summary>A short shared picture of an area, a theme or both.</summary>
    public sealed record VisionAnswer(Guid Id, string Text, string? AreaCode, string? Theme, ForceState State, Guid? Replaces);

    /// <summary>A task: how it is steered, who answers for it, and what can be done for one street or one person.</summary>
    public sealed record TaskAnswer(Guid Id, string Name, Steering Steering, Guid? Owner, string? RoomForTailoring, ForceState State, Guid? Replaces);

    internal static void Map(IEndpointRouteBuilder group)
    {
        Directions(new WorkRoutes(group, "Directions"));
        Visions(new WorkRoutes(group, "Visions"));
        Tasks(new WorkRoutes(group, "Tasks"));
    }

    private static void Directions(WorkRoutes routes)
    {
        routes.List("/directions", WorkAction.ReadDirection, "ListDirections", "The directions, in the order of writing; drafts are for who writes them.", async asked =>
            (await asked.Work<DirectionReading>().Directions(asked.Actor, asked.Cancel)).TryGet(out var file, out var reason) ? new Outcome<IReadOnlyList<DirectionAnswer>>([.. file.Directions.Select(Answer)]) : reason, direction => direction.Id);
        routes.Make<DirectionBody, DirectionAnswer>("/directions", WorkAction.SetDirection, "DraftDirection", "Drafts a direction with at least one core value, perhaps as the next version of another.", async (asked, body) =>
            Say(await asked.Work<DirectionWork>().DraftDirection(asked.Actor, body.Text, body.CoreValues, asked.Cancel, body.Replaces)), "/directions/");
        routes.Read<DirectionAnswer>("/directions/{id}", WorkAction.ReadDirection, "GetDirection", "One direction.", async asked =>
            (await asked.Work<DirectionReading>().Direction(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? Say(file.Direction) : reason);
        routes.Change<DirectionBody, DirectionAnswer>(HttpMethods.Put, "/directions/{id}", WorkAction.SetDirection, "RewriteDirection", "Writes a draft anew.", async (asked, body) =>
            Say(await asked.Work<DirectionWork>().RewriteDirection(asked.Actor, asked.Id, asked.Seen, body.Text, body.CoreValues, asked.Cancel)));
        routes.Change<MoveBody, DirectionAnswer>(HttpMethods.Post, "/directions/{id}/moves", WorkAction.SetDirection, "MoveDirection", "Puts a direction in force, or ends it.", async (asked, body) =>
            Say(body.State == ForceMove.InForce
                ? await asked.Work<DirectionWork>().PutDirectionInForce(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)
                : await asked.Work<DirectionWork>().ReplaceDirection(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
    }

    private static void Visions(WorkRoutes routes)
    {
        routes.List("/visions", WorkAction.ReadDirection, "ListVisions", "The visions, by theme and area; drafts are for who may write them.", async asked =>
            (await asked.Work<DirectionReading>().Visions(asked.Actor, asked.Cancel)).TryGet(out var file, out var reason) ? new Outcome<IReadOnlyList<VisionAnswer>>([.. file.Visions.Select(Answer)]) : reason, vision => vision.Id);
        routes.Make<VisionBody, VisionAnswer>("/visions", WorkAction.WriteVision, "DraftVision", "Drafts a vision, by an adviser or coordinator together with a professional or partner (with).", async (asked, body) =>
            (await With(asked, body.With)).TryGet(out var with, out var reason) ? Say(await asked.Work<DirectionWork>().DraftVision(asked.Actor, with, body.AreaCode, body.Theme, body.Text, asked.Cancel, body.Replaces)) : reason, "/visions/");
        routes.Read<VisionAnswer>("/visions/{id}", WorkAction.ReadDirection, "GetVision", "One vision.", async asked =>
            (await asked.Work<DirectionReading>().Vision(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? Say(file.Vision) : reason);
        routes.Change<VisionBody, VisionAnswer>(HttpMethods.Put, "/visions/{id}", WorkAction.WriteVision, "RewriteVision", "Writes a draft anew.", async (asked, body) =>
            (await With(asked, body.With)).TryGet(out var with, out var reason) ? Say(await asked.Work<DirectionWork>().RewriteVision(asked.Actor, with, asked.Id, asked.Seen, body.AreaCode, body.Theme, body.Text, asked.Cancel)) : reason);
        routes.Change<VisionMoveBody, VisionAnswer>(HttpMethods.Post, "/visions/{id}/moves", WorkAction.WriteVision, "MoveVision", "Puts a vision in force, or ends it.", async (asked, body) =>
            !(await With(asked, body.With)).TryGet(out var with, out var reason) ? reason : Say(body.State == ForceMove.InForce
                ? await asked.Work<DirectionWork>().PutVisionInForce(asked.Actor, with, asked.Id, asked.Seen, body.Because, asked.Cancel)
                : await asked.Work<DirectionWork>().ReplaceVision(asked.Actor, with, asked.Id, asked.Seen, body.Because, asked.Cancel)));
        routes.All("/opgaven/{id}/visions", WorkAction.ReadOpgave, "ListVisionsOfOpgave", "The visions an opgave goes by, and those of the areas it lies in.", async asked =>
            (await asked.Work<DirectionReading>().OfOpgave(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var course, out var reason) ? new Outcome<IReadOnlyList<VisionAnswer>>([.. course.Visions.Select(known => Answer(known.Vision))]) : reason);
        routes.Make<UseBody, UseBody>("/opgaven/{id}/visions", WorkAction.WriteExpectation, "UseVision", "Says that an opgave goes by a vision, and why.", async (asked, body) =>
            (await asked.Work<DirectionWork>().UseVision(asked.Actor, asked.Id, body.Vision, body.Because, asked.Cancel)).TryGet(out _, out var reason) ? new Said<UseBody>(body, null, $"/visions/{body.Vision}") : reason);
    }

    private static void Tasks(WorkRoutes routes)
    {
        routes.List("/tasks", WorkAction.ReadDirection, "ListTasks", "The register of tasks, by name; drafts are for who keeps it.", async asked =>
            (await asked.Work<TaskReading>().All(asked.Actor, asked.Cancel)).TryGet(out var register, out var reason) ? new Outcome<IReadOnlyList<TaskAnswer>>([.. register.Entries.Select(entry => Answer(entry.Task))]) : reason, task => task.Id);
        routes.Make<TaskBody, TaskAnswer>("/tasks", WorkAction.KeepTasks, "DraftTask", "Drafts a task, perhaps as the next version of another.", async (asked, body) =>
            Say(await asked.Work<DirectionWork>().DraftTask(asked.Actor, body.Name, body.Steering, body.Owner, body.RoomForTailoring, asked.Cancel, body.Replaces)), "/tasks/");
        routes.Read<TaskAnswer>("/tasks/{id}", WorkAction.ReadDirection, "GetTask", "One task.", async asked =>
            (await asked.Work<TaskReading>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? Say(file.Entry.Task) : reason);
        routes.Change<TaskBody, TaskAnswer>(HttpMethods.Put, "/tasks/{id}", WorkAction.KeepTasks, "RewriteTask", "Writes a draft anew.", async (asked, body) =>
            Say(await asked.Work<DirectionWork>().RewriteTask(asked.Actor, asked.Id, asked.Seen, body.Name, body.Steering, body.Owner, body.RoomForTailoring, asked.Cancel)));
        routes.Change<MoveBody, TaskAnswer>(HttpMethods.Post, "/tasks/{id}/moves", WorkAction.KeepTasks, "MoveTask", "Puts a task in force, or ends it.", async (asked, body) =>
            Say(body.State == ForceMove.InForce
                ? await asked.Work<DirectionWork>().PutTaskInForce(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)
                : await asked.Work<DirectionWork>().ReplaceTask(asked.Actor, asked.Id, asked.Seen, body.Because, asked.Cancel)));
    }

    private static async Task<Outcome<Member>> With(Asked asked, Guid with) =>
        await asked.Work<ItemReading>().OneOf<Member>(asked.Actor, WorkAction.WriteVision, with, member => member.LeftAt == null, asked.Cancel);

    private static Outcome<Said<DirectionAnswer>> Say(Outcome<Direction> outcome) => outcome.TryGet(out var direction, out var reason) ? Said.By(direction, Answer(direction), $"/directions/{direction.Id}") : reason;

    private static Outcome<Said<VisionAnswer>> Say(Outcome<Vision> outcome) => outcome.TryGet(out var vision, out var reason) ? Said.By(vision, Answer(vision), $"/visions/{vision.Id}") : reason;

    private static Outcome<Said<TaskAnswer>> Say(Outcome<MunicipalTask> outcome) => outcome.TryGet(out var task, out var reason) ? Said.By(task, Answer(task), $"/tasks/{task.Id}") : reason;

    private static DirectionAnswer Answer(Direction direction) => new(direction.Id, direction.Text, direction.CoreValues.Values, direction.State, direction.Replaces);

    private static VisionAnswer Answer(Vision vision) => new(vision.Id, vision.Text, vision.AreaCode, vision.Theme, vision.State, vision.Replaces);

    private static TaskAnswer Answer(MunicipalTask task) => new(task.Id, task.Name, task.Steering, task.Owner, task.RoomForTailoring, task.State, task.Replaces);
}
