// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;

namespace Schakel.Web.WorkApi;

/// <summary>What belongs to an opgave: where it is, what it hangs together with, what groups want of it, its figures and its story.</summary>
public static class OpgavePartsApi
{
    public sealed record PlaceBody(string Name, string? Level = null, string? Code = null, string? Outline = null);

    public sealed record LinkBody(Guid To, LinkKind Kind, string Because);

    public sealed record PartBody(string Title, string Because, string? Level = null);

    public sealed record PositionBody(string Group, string Text);

    public sealed record EvidenceBody(Guid Evidence, string Because);

    /// <summary>An area by its code, or a drawn outline as well-known text in RD New (EPSG:28992).</summary>
    public sealed record PlaceAnswer(Guid Id, string Name, string? Level, string? Code, string? Outline);

    /// <summary>How another opgave hangs together with this one; <c>from</c> is the part, or the possible cause.</summary>
    public sealed record LinkAnswer(Guid Id, LinkKind Kind, Guid From, Guid To, string Title, string Because);

    /// <summary>What a group wants, next to what others want. Never merged, counted or voted on.</summary>
    public sealed record PositionAnswer(Guid Id, string Group, string Text);

    /// <summary>Figures that were published: they never change, and are found by the hash of what they say.</summary>
    public sealed record EvidenceAnswer(Guid Id, string Title, string Hash, DateTimeOffset Since);

    /// <summary>A line of the story. Who is a name or a function and no way to search; nothing here goes by person.</summary>
    public sealed record StoryAnswer(DateTimeOffset At, string? Who, string Kind, string What, string? From, string? To, string Because);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Opgaven");
        routes.All("/opgaven/{id}/places", WorkAction.ReadOpgave, "ListPlacesOfOpgave", "Where it is: areas and drawings.", asked => Of(asked, file => file.Places.Select(Place)));
        routes.Make<PlaceBody, PlaceAnswer>("/opgaven/{id}/places", WorkAction.WriteExpectation, "AddPlace", "Adds an area by level and code, or a drawing as well-known text in RD New.", AddPlace);
        routes.All("/opgaven/{id}/links", WorkAction.ReadOpgave, "ListLinks", "What it hangs together with.", asked => Of(asked, file => file.Links.Select(linked => Link(linked.Link, linked.Other))));
        routes.Make<LinkBody, LinkAnswer>("/opgaven/{id}/links", WorkAction.MoveOpgave, "LinkOpgave", "Links this opgave to another one.", AddLink);
        routes.Make<PartBody, OpgavenApi.OpgaveAnswer>("/opgaven/{id}/parts", WorkAction.MoveOpgave, "OpenPart", "Opens a part with a level of its own.",
            async (asked, body) => OpgavenApi.Answer(asked, await asked.Work<OpgaveWork>().OpenPart(asked.Actor, asked.Id, body.Title, body.Level, body.Because, asked.Cancel)), "/opgaven/");
        routes.All("/opgaven/{id}/positions", WorkAction.ReadOpgave, "ListPositions", "What groups want, in the order in which it was said.", asked => Of(asked, file => file.Positions.Select(Position)));
        routes.Make<PositionBody, PositionAnswer>("/opgaven/{id}/positions", WorkAction.AddPosition, "AddPosition", "Adds what a group wants; a group, no person.", async (asked, body) =>
            Added(asked, await asked.Work<OpgaveWork>().AddPosition(asked.Actor, asked.Id, body.Group, body.Text, asked.Cancel), Position));
        routes.All("/opgaven/{id}/evidence", WorkAction.ReadOpgave, "ListEvidenceOfOpgave", "The figures it rests on.", asked => Of(asked, file => file.Evidence.Select(Evidence)));
        routes.Make<EvidenceBody, EvidenceAnswer>("/opgaven/{id}/evidence", WorkAction.PublishEvidence, "AttachEvidence", "Rests the opgave on published figures.", Attach);
        routes.All("/opgaven/{id}/story", WorkAction.ReadOpgave, "GetStory", "What happened, as a story; it cannot be asked by person.", async asked =>
            (await asked.Work<StoryWork>().OfOpgave(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var story, out var reason) ? Told(story) : reason);
        routes.All("/places/{code}/story", WorkAction.ReadOpgave, "GetStoryOfPlace", "What happened at an area, over all opgaven one may read.", async asked =>
            (await asked.Work<StoryWork>().OfPlace(asked.Actor, asked.Part("code"), asked.Cancel)).TryGet(out var story, out var reason) ? Told(story) : reason);
    }

    internal static EvidenceAnswer Evidence(PublishedEvidence evidence) => new(evidence.Id, evidence.Title, evidence.Hash, evidence.Since);

    /// <summary>A part of what a reader of this opgave sees.</summary>
    internal static async Task<Outcome<IReadOnlyList<T>>> Of<T>(Asked asked, Func<OpgaveFile, IEnumerable<T>> part) =>
        (await asked.Work<OpgaveReading>().Of(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var file, out var reason) ? new Outcome<IReadOnlyList<T>>([.. part(file)]) : reason;

    private static Outcome<IReadOnlyList<StoryAnswer>> Told(IReadOnlyList<StoryLine> story) =>
        new([.. Opgaven.StoryWords.Told(story).Select(line => new StoryAnswer(line.At, line.Who, line.Kind, line.What, line.From, line.To, line.Because))]);

    private static async Task<Outcome<Said<PlaceAnswer>>> AddPlace(Asked asked, PlaceBody body)
    {
        var work = asked.Work<OpgaveWork>();
        return Added(asked, body.Outline is { } outline
            ? await work.AddDrawing(asked.Actor, asked.Id, body.Name, outline, asked.Cancel)
            : await work.AddArea(asked.Actor, asked.Id, body.Level ?? "", body.Code ?? "", body.Name, asked.Cancel), Place);
    }

    private static async Task<Outcome<Said<LinkAnswer>>> AddLink(Asked asked, LinkBody body)
    {
        // Who may not read the other one does not learn its title here.
        if (!(await asked.Work<OpgaveReading>().Of(asked.Actor, body.To, asked.Cancel)).TryGet(out var other, out var reason))
            return reason;
        return Added(asked, await asked.Work<OpgaveWork>().Link(asked.Actor, asked.Id, body.To, body.Kind, body.Because, asked.Cancel), link => Link(link, other.Opgave));
    }

    private static async Task<Outcome<Said<EvidenceAnswer>>> Attach(Asked asked, EvidenceBody body)
    {
        if (!(await asked.Work<EvidenceWork>().Attach(asked.Actor, asked.Id, body.Evidence, body.Because, asked.Cancel)).TryGet(out var use, out var reason)
            || !(await Of(asked, file => file.Evidence.Where(known => known.Id == use.EvidenceId))).TryGet(out var found, out reason))
            return reason;
        asked.Tell(asked.Id, "evidence");
        return new Said<EvidenceAnswer>(Evidence(found[0]), null, $"/published-evidence/{use.EvidenceId}");
    }

    /// <summary>What was added to an opgave has no address of its own: it is read with the others.</summary>
    private static Outcome<Said<TAnswer>> Added<TItem, TAnswer>(Asked asked, Outcome<TItem> outcome, Func<TItem, TAnswer> say)
        where TItem : Item
    {
        if (!outcome.TryGet(out var item, out var reason))
            return reason;
        asked.Tell(asked.Id, "opgave");
        return new Said<TAnswer>(say(item), null, asked.Http.Request.Path.Value![WorkRoutes.Root.Length..]);
    }

    private static PlaceAnswer Place(OpgavePlace place) => new(place.Id, place.Name, place.Level, place.Code, place.Outline?.AsText());

    private static LinkAnswer Link(OpgaveLink link, Opgave other) => new(link.Id, link.LinkKind, link.From, link.To, other.Title, link.Because);

    private static PositionAnswer Position(Position position) => new(position.Id, position.Group, position.Text);
}
