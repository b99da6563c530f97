// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web;

/// <summary>The addresses of the work, each with the action of the table of permissions that opens it. What a table asks beyond a role is tested with the use cases.</summary>
public sealed class WorkAccessTests
{
    private static readonly string[] rooms = ["/opgaven", "/tafel", "/lacunes", "/reflecties", "/waterbed", "/taken", "/signalen", "/richting", "/visies", "/vakwerk", "/bewoners", "/aanbod"];

    private static readonly Dictionary<string, WorkAction> needs = new(StringComparer.Ordinal)
    {
        ["GET /opgaven/{id:guid}/openbaar"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/openbaar"] = WorkAction.MoveOpgave,
        ["POST /opgaven/{id:guid}/openbaar/weg"] = WorkAction.MoveOpgave,
        ["GET /bewoners"] = WorkAction.ReadOpgave,
        ["POST /bewoners/uitnodiging"] = WorkAction.InviteResidents,
        ["POST /bewoners/uitnodiging/{id:guid}"] = WorkAction.InviteResidents,
        ["POST /bewoners/initiatief/{id:guid}"] = WorkAction.InviteResidents,
        ["POST /bewoners/initiatief/{id:guid}/contact"] = WorkAction.InviteResidents,
        ["POST /bewoners/uitdaging/{id:guid}"] = WorkAction.DecideChallenge,
        ["POST /bewoners/uitdaging/{id:guid}/openbaar"] = WorkAction.DecideChallenge,
        ["POST /bewoners/uitdaging/{id:guid}/contact"] = WorkAction.DecideChallenge,
        ["GET /aanbod"] = WorkAction.AskOfferer,
        ["POST /aanbod/{id:guid}"] = WorkAction.AskOfferer,
        ["POST /aanbod/vraag/{id:guid}/antwoord"] = WorkAction.AskOfferer,
        ["POST /aanbod/vraag/{id:guid}/contact"] = WorkAction.AskOfferer,
        ["GET /opgaven"] = WorkAction.ReadOpgave,
        ["GET /opgaven/nieuw"] = WorkAction.OpenOpgave,
        ["POST /opgaven/nieuw"] = WorkAction.OpenOpgave,
        ["GET /opgaven/{id:guid}"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/verwachting"] = WorkAction.WriteExpectation,
        ["POST /opgaven/{id:guid}/geen-cijfers"] = WorkAction.WriteExpectation,
        ["POST /opgaven/{id:guid}/opbrengst"] = WorkAction.TellYield,
        ["POST /opgaven/{id:guid}/standpunt"] = WorkAction.AddPosition,
        ["POST /opgaven/{id:guid}/advies"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/rol"] = WorkAction.ShapeApproach,
        ["POST /opgaven/{id:guid}/keten"] = WorkAction.ShapeApproach,
        ["POST /opgaven/{id:guid}/deel"] = WorkAction.MoveOpgave,
        ["POST /opgaven/{id:guid}/verband"] = WorkAction.MoveOpgave,
        ["POST /opgaven/{id:guid}/plek"] = WorkAction.WriteExpectation,
        ["POST /opgaven/{id:guid}/tekening"] = WorkAction.WriteExpectation,
        ["POST /opgaven/{id:guid}/cijfers"] = WorkAction.PublishEvidence,
        ["POST /opgaven/{id:guid}/waterbedkans"] = WorkAction.DraftPlan,
        ["GET /opgaven/cijfers"] = WorkAction.PublishEvidence,
        ["POST /opgaven/cijfers"] = WorkAction.PublishEvidence,
        ["POST /opgaven/{id:guid}/stoel"] = WorkAction.KeepNetwork,
        ["POST /opgaven/{id:guid}/lacune"] = WorkAction.RaiseGap,
        ["POST /opgaven/{id:guid}/lacunes/{gap:guid}"] = WorkAction.AnswerGap,
        ["POST /opgaven/{id:guid}/verder"] = WorkAction.MoveOpgave,
        ["GET /opgaven/{id:guid}/oordeel"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/oordeel"] = WorkAction.Judge,
        ["GET /opgaven/{id:guid}/veranderd"] = WorkAction.ReadOpgave,
        ["GET /opgaven/{id:guid}/schakelen"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/schakelen"] = WorkAction.AskHandover,
        ["POST /opgaven/{id:guid}/schakelen/{handover:guid}"] = WorkAction.AnswerHandover,
        ["POST /opgaven/{id:guid}/schakelen/{handover:guid}/intrekken"] = WorkAction.AskHandover,
        ["GET /opgaven/{id:guid}/meetplan"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/meetplan"] = WorkAction.DraftPlan,
        ["POST /opgaven/{id:guid}/meetplan/bevestigen"] = WorkAction.DraftPlan,
        ["POST /opgaven/{id:guid}/meetplan/wijzigen"] = WorkAction.DraftPlan,
        ["POST /opgaven/{id:guid}/meetplan/cijfers"] = WorkAction.Measure,
        ["GET /waterbed"] = WorkAction.ReadOpgave,
        ["GET /waterbed/{meting:guid}"] = WorkAction.ReadOpgave,
        ["GET /tafel"] = WorkAction.ReadOpgave,
        ["GET /lacunes"] = WorkAction.ReadOpgave,
        ["POST /opgaven/{id:guid}/visie"] = WorkAction.WriteExpectation,
        ["POST /lacunes/nieuw"] = WorkAction.RaiseGap,
        ["POST /lacunes/{gap:guid}"] = WorkAction.AnswerGap,
        ["GET /taken"] = WorkAction.ReadDirection,
        ["GET /taken/nieuw"] = WorkAction.KeepTasks,
        ["POST /taken/nieuw"] = WorkAction.KeepTasks,
        ["GET /taken/{id:guid}"] = WorkAction.ReadDirection,
        ["POST /taken/{id:guid}/herschrijven"] = WorkAction.KeepTasks,
        ["POST /taken/{id:guid}/ingaan"] = WorkAction.KeepTasks,
        ["POST /taken/{id:guid}/stoppen"] = WorkAction.KeepTasks,
        ["POST /taken/{id:guid}/opvolger"] = WorkAction.KeepTasks,
        ["GET /signalen"] = WorkAction.HandleSignal,
        ["GET /signalen/nieuw"] = WorkAction.GiveSignal,
        ["POST /signalen/nieuw"] = WorkAction.GiveSignal,
        ["GET /signalen/{id:guid}"] = WorkAction.HandleSignal,
        ["POST /signalen/{id:guid}/doorsturen"] = WorkAction.HandleSignal,
        ["POST /signalen/{id:guid}/verbinden"] = WorkAction.HandleSignal,
        ["POST /signalen/{id:guid}/antwoord"] = WorkAction.HandleSignal,
        ["POST /signalen/{id:guid}/sluiten"] = WorkAction.HandleSignal,
        ["POST /signalen/{id:guid}/heropenen"] = WorkAction.HandleSignal,
        ["POST /signalen/{id:guid}/splitsen"] = WorkAction.HandleSignal,
        ["GET /richting"] = WorkAction.ReadDirection,
        ["POST /richting/nieuw"] = WorkAction.SetDirection,
        ["GET /richting/{id:guid}"] = WorkAction.ReadDirection,
        ["POST /richting/{id:guid}/herschrijven"] = WorkAction.SetDirection,
        ["POST /richting/{id:guid}/ingaan"] = WorkAction.SetDirection,
        ["POST /richting/{id:guid}/stoppen"] = WorkAction.SetDirection,
        ["POST /richting/{id:guid}/opvolger"] = WorkAction.SetDirection,
        ["GET /visies"] = WorkAction.ReadDirection,
        ["POST /visies/nieuw"] = WorkAction.WriteVision,
        ["GET /visies/{id:guid}"] = WorkAction.ReadDirection,
        ["POST /visies/{id:guid}/herschrijven"] = WorkAction.WriteVision,
        ["POST /visies/{id:guid}/ingaan"] = WorkAction.WriteVision,
        ["POST /visies/{id:guid}/stoppen"] = WorkAction.WriteVision,
        ["POST /visies/{id:guid}/opvolger"] = WorkAction.WriteVision,
        ["GET /vakwerk"] = WorkAction.Reflect,
        ["POST /vakwerk/aanbod"] = WorkAction.KeepPeerGroup,
        ["POST /vakwerk/aanbod/{id:guid}/stoppen"] = WorkAction.KeepPeerGroup,
        ["POST /vakwerk/groep"] = WorkAction.KeepPeerGroup,
        ["POST /vakwerk/groep/{id:guid}/notitie"] = WorkAction.ReadPeerNotes,
        ["POST /vakwerk/groep/{id:guid}/erbij"] = WorkAction.ReadPeerNotes,
        ["POST /vakwerk/groep/{id:guid}/eruit"] = WorkAction.ReadPeerNotes,
        ["POST /vakwerk/groep/{id:guid}/verder"] = WorkAction.ReadPeerNotes,
        ["POST /vakwerk/uitwisseling"] = WorkAction.ShareOutside,
        ["POST /vakwerk/uitwisseling/{id:guid}"] = WorkAction.ShareOutside,
        ["GET /reflecties"] = WorkAction.Reflect,
        ["POST /reflecties/nieuw"] = WorkAction.Reflect,
        ["GET /reflecties/{id:guid}"] = WorkAction.Reflect,
        ["POST /reflecties/{id:guid}/delen"] = WorkAction.ShareReflection,
        ["POST /reflecties/{id:guid}/terugnemen"] = WorkAction.ShareReflection,
    };

    internal static bool Covers(RouteEndpoint endpoint) => rooms.Any(room => endpoint.RoutePattern.RawText is { } path && (path == room || path.StartsWith(room + "/", StringComparison.Ordinal)));

    [Fact]
    public void Every_address_of_the_work_opens_for_one_action_and_none_is_left_over()
    {
        using var site = new ServedSite(new SmallTown());

        var open = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(Covers)
            .ToDictionary(endpoint => $"{Assert.Single(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)} {endpoint.RoutePattern.RawText}", endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Action);

        Assert.Equal(needs.Keys.Order(StringComparer.Ordinal), open.Keys.Order(StringComparer.Ordinal));
        Assert.All(needs, rule => Assert.Equal(rule.Value, open[rule.Key]));
    }
}
