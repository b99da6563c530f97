// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;
using Schakel.Workspace.Peers;
using Schakel.Workspace.Reading;
using Schakel.Workspace.Residents;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Web.WorkApi;

/// <summary>Everything of the workspace for programs, by the rules of the screens: the same use cases behind other addresses.</summary>
internal static class WorkApiRoutes
{
    /// <summary>Use cases that no screen asked for yet.</summary>
    internal static void AddWorkApi(this IServiceCollection services) => services.AddScoped<ItemReading>().AddScoped<AccountWork>().AddScoped<MemberWork>().AddScoped<AccessKeyWork>()
        .AddScoped<PlaceReading>().AddScoped<WorkAreaWork>().AddScoped<PeerWork>();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        OpgavenApi.Map(routes);
        OpgavePartsApi.Map(routes);
        JudgementsApi.Map(routes);
        ApproachApi.Map(routes);
        NetworkApi.Map(routes);
        HandoversApi.Map(routes);
        GapsApi.Map(routes);
        EvidenceApi.Map(routes);
        MeasuringApi.Map(routes);
        ReflectionsApi.Map(routes);
        DeskApi.Map(routes);
        DirectionsApi.Map(routes);
        SignalsApi.Map(routes);
        TellingApi.Map(routes);
        ResidentsApi.Map(routes);
        OffersApi.Map(routes);
        WorkAreasApi.Map(routes);
        PeersApi.Map(routes);
        SettingsApi.Map(routes);
        MembersApi.Map(routes);
        KeysApi.Map(routes);
    }
}
