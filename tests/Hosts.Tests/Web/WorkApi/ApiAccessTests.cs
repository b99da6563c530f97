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
        GET /desk ReadOpgave
        GET /evidence ReadOpgave
        POST /evidence PublishEvidence
        GET /evidence/{id} ReadOpgave
        GET /handovers/{id} ReadOpgave
        POST /handovers/{id}/answers AnswerHandover
        POST /handovers/{id}/withdrawal AskHandover
        GET /keys KeepOwnAccount
        POST /keys KeepOwnAccount
        DELETE /keys/{id} KeepOwnAccount
        GET /measuring-plans/{id} ReadOpgave
        PUT /measuring-plans/{id} DraftPlan
        POST /measuring-plans/{id}/amendments DraftPlan
        POST /measuring-plans/{id}/confirmations DraftPlan
        POST /measuring-plans/{id}/measurements Measure
        GET /members KeepAccounts
        POST /members KeepAccounts
        DELETE /members/{id} KeepAccounts
        GET /members/{id} KeepAccounts
        POST /members/{id}/links KeepAccounts
        PUT /members/{id}/roles KeepAccounts
        GET /opgaven ReadOpgave
        POST /opgaven OpenOpgave
        GET /opgaven/{id} ReadOpgave
        GET /opgaven/{id}/advice ReadOpgave
        POST /opgaven/{id}/advice ReadOpgave
        GET /opgaven/{id}/approach ReadOpgave
        PUT /opgaven/{id}/approach/chain ShapeApproach
        PUT /opgaven/{id}/approach/roles/{level} ShapeApproach
        GET /opgaven/{id}/evidence ReadOpgave
        POST /opgaven/{id}/evidence PublishEvidence
        PUT /opgaven/{id}/expectation WriteExpectation
        GET /opgaven/{id}/handovers ReadOpgave
        POST /opgaven/{id}/handovers AskHandover
        GET /opgaven/{id}/judgements ReadOpgave
        PUT /opgaven/{id}/judgements/{level} Judge
        GET /opgaven/{id}/links ReadOpgave
        POST /opgaven/{id}/links MoveOpgave
        GET /opgaven/{id}/measurements ReadOpgave
        GET /opgaven/{id}/measuring-plans ReadOpgave
        POST /opgaven/{id}/measuring-plans DraftPlan
        GET /opgaven/{id}/missing ReadOpgave
        POST /opgaven/{id}/moves MoveOpgave
        PUT /opgaven/{id}/no-figures WriteExpectation
        POST /opgaven/{id}/parts MoveOpgave
        GET /opgaven/{id}/places ReadOpgave
        POST /opgaven/{id}/places WriteExpectation
        POST /opgaven/{id}/policy-gaps RaiseGap
        GET /opgaven/{id}/positions ReadOpgave
        POST /opgaven/{id}/positions AddPosition
        GET /opgaven/{id}/seats ReadOpgave
        PUT /opgaven/{id}/seats KeepNetwork
        GET /opgaven/{id}/story ReadOpgave
        PUT /opgaven/{id}/yield TellYield
        GET /organisations ReadOpgave
        POST /organisations KeepNetwork
        GET /places/{code}/story ReadOpgave
        GET /policy-gaps ReadOpgave
        GET /policy-gaps/{id} ReadOpgave
        POST /policy-gaps/{id}/answers AnswerGap
        GET /reflections Reflect
        POST /reflections Reflect
        DELETE /reflections/{id} ShareReflection        GET /reflections/{id} Reflect
        PUT /reflections/{id}/state ShareReflection
        GET /security-log ReadSecurityLog
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
