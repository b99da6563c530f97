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
        GET /asks AskOfferer
        GET /asks/{id}/contact AskOfferer
        POST /asks/{id}/heard AskOfferer
        POST /asks/{id}/replies MakeOffer
        GET /challenge-requests ReadOpgave
        POST /challenge-requests RequestChallenge
        GET /challenge-requests/{id} ReadOpgave
        POST /challenge-requests/{id}/moves DecideChallenge
        PUT /challenge-requests/{id}/publication DecideChallenge
        GET /desk ReadOpgave
        GET /directions ReadDirection
        POST /directions SetDirection
        GET /directions/{id} ReadDirection
        PUT /directions/{id} SetDirection
        POST /directions/{id}/moves SetDirection
        POST /drawings DrawNeighbourhood
        GET /published-evidence ReadOpgave
        POST /published-evidence PublishEvidence
        GET /published-evidence/{id} ReadOpgave
        GET /exchanges ShareOutside
        POST /exchanges ShareOutside
        PUT /exchanges/{id}/acceptance ShareOutside
        GET /handovers/{id} ReadOpgave
        POST /handovers/{id}/answers AnswerHandover
        POST /handovers/{id}/withdrawal AskHandover
        GET /initiatives ReadOpgave
        POST /initiatives StartInitiative
        GET /initiatives/{id} ReadOpgave
        POST /initiatives/{id}/moves InviteResidents
        GET /invitations ReadOpgave
        POST /invitations InviteResidents
        GET /invitations/{id} ReadOpgave
        POST /invitations/{id}/moves InviteResidents
        GET /keys KeepOwnAccount
        POST /keys KeepOwnAccount
        DELETE /keys/{id} KeepOwnAccount
        GET /ladder ReadOpgave
        GET /ladders KeepLadder
        POST /ladders KeepLadder
        GET /ladders/{id} KeepLadder
        POST /ladders/{id}/moves KeepLadder
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
        GET /offers AskOfferer
        POST /offers MakeOffer
        POST /offers/{id}/asks AskOfferer
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
        GET /opgaven/{id}/public-story ReadOpgave
        PUT /opgaven/{id}/public-story MoveOpgave
        POST /opgaven/{id}/public-story/removal MoveOpgave
        GET /opgaven/{id}/seats ReadOpgave
        PUT /opgaven/{id}/seats KeepNetwork
        GET /opgaven/{id}/story ReadOpgave
        GET /opgaven/{id}/visions ReadOpgave
        POST /opgaven/{id}/visions WriteExpectation
        PUT /opgaven/{id}/yield TellYield
        GET /organisations ReadOpgave
        POST /organisations KeepNetwork
        POST /own-drawing/withdrawal DrawNeighbourhood
        POST /own-offer MakeOffer
        POST /own-offer/wishes MakeOffer
        GET /peer-groups ReadPeerNotes
        POST /peer-groups KeepPeerGroup
        GET /peer-groups/{id}/notes ReadPeerNotes
        POST /peer-groups/{id}/notes ReadPeerNotes
        GET /places/{code} ReadPublicPage
        GET /places/{code}/story ReadOpgave
        GET /policy-gaps ReadOpgave
        GET /policy-gaps/{id} ReadOpgave
        POST /policy-gaps/{id}/answers AnswerGap
        GET /reflections Reflect
        POST /reflections Reflect
        DELETE /reflections/{id} ShareReflection
        GET /reflections/{id} Reflect
        PUT /reflections/{id}/state ShareReflection
        GET /retention-terms KeepTerms
        PUT /retention-terms KeepTerms
        GET /scale-experiences ReadOpgave
        POST /scale-experiences TellScale
        GET /security-log ReadSecurityLog
        GET /signals HandleSignal
        POST /signals GiveSignal
        GET /signals/{id} HandleSignal
        POST /signals/{id}/answers HandleSignal
        GET /signals/{id}/contact SeeContact
        POST /signals/{id}/link HandleSignal
        POST /signals/{id}/moves HandleSignal
        POST /signals/{id}/pieces HandleSignal
        POST /signals/{id}/route HandleSignal
        GET /tasks ReadDirection
        POST /tasks KeepTasks
        GET /tasks/{id} ReadDirection
        PUT /tasks/{id} KeepTasks
        POST /tasks/{id}/moves KeepTasks
        GET /teams ReadOpgave
        POST /teams KeepNetwork
        GET /visions ReadDirection
        POST /visions WriteVision
        GET /visions/{id} ReadDirection
        PUT /visions/{id} WriteVision
        POST /visions/{id}/moves WriteVision
        GET /work-area-decisions ReadOpgave
        POST /work-area-decisions DecideAreas
        GET /work-area-proposals ReadOpgave
        POST /work-area-proposals ProposeAreas
        GET /work-area-proposals/{id} ReadOpgave
        PUT /work-area-proposals/{id}/areas ProposeAreas
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
