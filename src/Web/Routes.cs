// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Schakel.Web.Accounts;
using Schakel.Web.Api;
using Schakel.Web.Assets;
using Schakel.Web.Atlas;
using Schakel.Web.Craft;
using Schakel.Web.Desks;
using Schakel.Web.Directions;
using Schakel.Web.Errors;
using Schakel.Web.Evidence;
using Schakel.Web.Exports;
using Schakel.Web.Figures;
using Schakel.Web.Maps;
using Schakel.Web.Measuring;
using Schakel.Web.Ogc;
using Schakel.Web.Opgaven;
using Schakel.Web.Passkeys;
using Schakel.Web.Places;
using Schakel.Web.Reflections;
using Schakel.Web.Reports;
using Schakel.Web.ResidentDesk;
using Schakel.Web.Runs;
using Schakel.Web.Security;
using Schakel.Web.Signals;
using Schakel.Web.Tasks;
using Schakel.Web.WorkApi;

namespace Schakel.Web;

/// <summary>Every address of this program. One without a mark is closed to everybody.</summary>
internal static class Routes
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        AtlasEndpoints.Map(routes);
        EvidenceEndpoints.Map(routes);
        ReportEndpoints.Map(routes);
        FiguresEndpoint.Map(routes);
        ExportEndpoint.Map(routes);
        ServeTile.Map(routes);
        var api = routes.MapGroup("").ReadByAnySite().SameAnswerOnce().SayVersion();
        GetCatalogue.Map(api);
        GetScalePicture.Map(api);
        GetEvidence.Map(api);
        RunApi.Map(routes);
        GemeentenEndpoints.Map(routes);
        SignInEndpoints.Map(routes);
        LinkEndpoints.Map(routes);
        FirstAdministratorEndpoints.Map(routes);
        OwnAccountEndpoints.Map(routes);
        PasskeyEndpoints.Map(routes);
        OwnKeyEndpoints.Map(routes);
        PeopleEndpoints.Map(routes);
        SecurityLogEndpoint.Map(routes);
        OpgaveEndpoints.Map(routes);
        MeasuringEndpoints.Map(routes);
        DeskEndpoints.Map(routes);
        TaskEndpoints.Map(routes);
        SignalEndpoints.Map(routes);
        DirectionEndpoints.Map(routes);
        CraftEndpoints.Map(routes);
        ReflectionEndpoints.Map(routes);
        PlaceEndpoints.Map(routes);
        ResidentDeskEndpoints.Map(routes);
        WorkApiRoutes.Map(routes);
        OgcEndpoints.Map(routes);
        ServeShippedFile.Map(routes);
        routes.MapOpenApi().OpenToAll().ReadByAnySite();
        // Where the Dutch API design rules look for it.
        routes.MapOpenApi("/api/v1/openapi.json").OpenToAll().ReadByAnySite();
        // Alive: it answers. Ready: it also reaches what it needs; who spreads readers over servers asks that.
        routes.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false }).OpenToAll();
        routes.MapHealthChecks("/health/ready").OpenToAll();
        routes.MapNotFound();
    }
}
