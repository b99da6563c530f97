// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Security;
using Schakel.Web.WorkApi;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>Every address of the work for programs, with the action of the table of permissions that opens it.</summary>
public sealed class ApiAccessTests
{
    private const string Table = """
        GET /opgaven ReadOpgave
        POST /opgaven OpenOpgave
        GET /opgaven/{id} ReadOpgave
        POST /opgaven/{id}/moves MoveOpgave
        PUT /opgaven/{id}/expectation WriteExpectation
        PUT /opgaven/{id}/no-figures WriteExpectation
        PUT /opgaven/{id}/yield TellYield
        GET /opgaven/{id}/missing ReadOpgave
        GET /opgaven/{id}/places ReadOpgave
        POST /opgaven/{id}/places WriteExpectation
        GET /opgaven/{id}/links ReadOpgave
        POST /opgaven/{id}/links MoveOpgave
        POST /opgaven/{id}/parts MoveOpgave
        GET /opgaven/{id}/positions ReadOpgave
        POST /opgaven/{id}/positions AddPosition
        GET /opgaven/{id}/evidence ReadOpgave
        POST /opgaven/{id}/evidence PublishEvidence
        GET /opgaven/{id}/story ReadOpgave
        GET /places/{code}/story ReadOpgave
        GET /opgaven/{id}/judgements ReadOpgave
        PUT /opgaven/{id}/judgements/{level} Judge
        GET /opgaven/{id}/advice ReadOpgave
        POST /opgaven/{id}/advice ReadOpgave
        """;

    internal static bool Covers(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<OperationWords>() is not null;

    [Fact]
    public void Every_address_opens_for_one_action_and_none_is_left_over()
    {
        using var site = new ServedSite(new SmallTown());

        var open = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(Covers)
            .Select(endpoint => $"{Assert.Single(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)} {endpoint.RoutePattern.RawText!["/api/v1".Length..]} {endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Action}");

        Assert.Equal(Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }
}
