// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Members;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Reading;

namespace Schakel.Web.WorkApi;

/// <summary>Organisations, and who sits at the table of an opgave; an empty chair is missed until somebody says why it is empty.</summary>
public static class NetworkApi
{
    public sealed record OrganisationBody(string Name, string Sector, string? Level = null, Guid? Mother = null);

    public sealed record SeatBody(string? Level = null, string? Sector = null, Guid? Organisation = null, string? EmptyBecause = null);

    public sealed record OrganisationAnswer(Guid Id, string Name, string Sector, string? Level, Guid? Mother);

    /// <summary>A chair for a level or a sector. Missing: nobody sits there, and nobody said why.</summary>
    public sealed record SeatAnswer(string? Level, string? Sector, Guid? Organisation, string? EmptyBecause, bool IsMissing);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Network");
        routes.List("/organisations", WorkAction.ReadOpgave, "ListOrganisations", "The organisations that can hold a role or a chair, by name.", async asked =>
            (await asked.Work<ItemReading>().All<Organisation>(asked.Actor, WorkAction.ReadOpgave, _ => true, known => known.Name, asked.Cancel)).TryGet(out var found, out var reason)
                ? new Outcome<IReadOnlyList<OrganisationAnswer>>([.. found.Select(Answer)]) : reason, known => known.Id);
        routes.Make<OrganisationBody, OrganisationAnswer>("/organisations", WorkAction.KeepNetwork, "FoundOrganisation", "Adds an organisation.", async (asked, body) =>
            (await asked.Work<MemberWork>().Found(asked.Actor, body.Name, body.Sector, body.Level, body.Mother, asked.Cancel)).TryGet(out var made, out var reason)
                ? Said.By(made, Answer(made), "/organisations") : reason);
        routes.All("/opgaven/{id}/seats", WorkAction.ReadOpgave, "ListSeats", "Who sits at the table, and who is missing.", asked => OpgavePartsApi.Of(asked, file => file.Table.Select(Answer)));
        routes.Set<SeatBody, Page<SeatAnswer>>(HttpMethods.Put, "/opgaven/{id}/seats", WorkAction.KeepNetwork, "SetSeat", "Gives the chair of a level or a sector to an organisation, or says why it stays empty.", Seat);
    }

    private static async Task<Outcome<Said<Page<SeatAnswer>>>> Seat(Asked asked, SeatBody body)
    {
        var work = asked.Work<NetworkWork>();
        var outcome = body.Organisation is { } organisation
            ? await work.Take(asked.Actor, asked.Id, body.Level, body.Sector, organisation, asked.Cancel)
            : await work.LeaveEmpty(asked.Actor, asked.Id, body.Level, body.Sector, body.EmptyBecause ?? "", asked.Cancel);
        if (!outcome.TryGet(out _, out var reason))
            return reason;
        asked.Tell(asked.Id, "stoel");
        return (await work.Table(asked.Actor, asked.Id, asked.Cancel)).TryGet(out var table, out reason) ? new Said<Page<SeatAnswer>>(new Page<SeatAnswer>([.. table.Select(Answer)])) : reason;
    }

    private static OrganisationAnswer Answer(Organisation organisation) => new(organisation.Id, organisation.Name, organisation.Sector, organisation.Level, organisation.Mother);

    private static SeatAnswer Answer(SeatAtTable seat) => new(seat.Level, seat.Sector, seat.Organisation, seat.EmptyBecause, seat.IsMissing);
}
