// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Desks;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary><c>/api/v1/desk</c>: what others ask of me, what is ours, who is missing. It counts nothing and ranks nothing.</summary>
public static class DeskApi
{
    public sealed record MissingSeatAnswer(Guid Opgave, string? Level, string? Sector);

    public sealed record DeskAnswer(
        string? Function, string? Organisation, IReadOnlyList<HandoversApi.HandoverStands> AskedOfUs, IReadOnlyList<GapsApi.GapStands> GapsForUs,
        IReadOnlyList<OpgavenApi.EntryAnswer> Ours, IReadOnlyList<HandoversApi.HandoverStands> Unanswered, IReadOnlyList<GapsApi.GapStands> UnansweredGaps,
        IReadOnlyList<MissingSeatAnswer> EmptySeats, IReadOnlyList<string> Directions);

    internal static void Map(IEndpointRouteBuilder group) => new WorkRoutes(group, "Desk").Read<DeskAnswer>(
        "/desk", WorkAction.ReadOpgave, "GetDesk", "One's own desk.", async asked =>
            (await asked.Work<DeskReading>().Of(asked.Actor, asked.Cancel)).TryGet(out var desk, out var reason)
                ? new Said<DeskAnswer>(new DeskAnswer(
                    desk.Function, desk.Organisation, [.. desk.AskedOfUs.Select(waiting => HandoversApi.Stands(waiting.Handover))], [.. desk.GapsForUs.Select(waiting => GapsApi.Stands(waiting.Gap))],
                    [.. desk.Ours.Select(mine => OpgavenApi.Entry(mine.Entry))], [.. desk.Unanswered.Select(waiting => HandoversApi.Stands(waiting.Handover))], [.. desk.UnansweredGaps.Select(waiting => GapsApi.Stands(waiting.Gap))],
                    [.. desk.EmptySeats.Select(missing => new MissingSeatAnswer(missing.Opgave.Id, missing.Seat.Level, missing.Seat.Sector))], desk.Directions))
                : reason);
}
