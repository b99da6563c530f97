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
        GET /opgaven/{id}/advice ReadOpgave
        POST /opgaven/{id}/advice ReadOpgave
        GET /opgaven/{id}/approach ReadOpgave
        PUT /opgaven/{id}/approach/roles/{level} ShapeApproach
        PUT /opgaven/{id}/approach/chain ShapeApproach
        GET /desk ReadOpgave
        GET /evidence ReadOpgave
        GET /evidence/{id} ReadOpgave
        POST /evidence PublishEvidence
        GET /policy-gaps ReadOpgave
        POST /opgaven/{id}/policy-gaps RaiseGap
        GET /policy-gaps/{id} ReadOpgave
        POST /policy-gaps/{id}/answers AnswerGap
        GET /opgaven/{id}/handovers ReadOpgave
        POST /opgaven/{id}/handovers AskHandover
        GET /handovers/{id} ReadOpgave
        POST /handovers/{id}/answers AnswerHandover
        POST /handovers/{id}/withdrawal AskHandover
        GET /opgaven/{id}/judgements ReadOpgave
        PUT /opgaven/{id}/judgements/{level} Judge
        GET /opgaven/{id}/measuring-plans ReadOpgave
        POST /opgaven/{id}/measuring-plans DraftPlan
        GET /measuring-plans/{id} ReadOpgave
        PUT /measuring-plans/{id} DraftPlan
        POST /measuring-plans/{id}/confirmations DraftPlan
        POST /measuring-plans/{id}/amendments DraftPlan
        GET /opgaven/{id}/measurements ReadOpgave
        POST /measuring-plans/{id}/measurements Measure
        GET /members KeepAccounts
        GET /members/{id} KeepAccounts
        POST /members KeepAccounts
        PUT /members/{id}/roles KeepAccounts
        POST /members/{id}/links KeepAccounts
        DELETE /members/{id} KeepAccounts
        GET /security-log ReadSecurityLog
        GET /organisations ReadOpgave
        POST /organisations KeepNetwork
        GET /opgaven/{id}/seats ReadOpgave
        PUT /opgaven/{id}/seats KeepNetwork
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
        GET /opgaven ReadOpgave
        POST /opgaven OpenOpgave
        GET /opgaven/{id} ReadOpgave
        POST /opgaven/{id}/moves MoveOpgave
        PUT /opgaven/{id}/expectation WriteExpectation
        PUT /opgaven/{id}/no-figures WriteExpectation
        PUT /opgaven/{id}/yield TellYield
        GET /opgaven/{id}/missing ReadOpgave
        GET /reflections Reflect
        POST /reflections Reflect
        GET /reflections/{id} Reflect
        PUT /reflections/{id}/state ShareReflection
        DELETE /reflections/{id} ShareReflection
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
