// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Time.Testing;
using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Retention;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Tests.Storage;

/// <summary>A municipality of its own in the store under test, with people who have roles and organisations.</summary>
internal sealed class TestMunicipality
{
    private readonly Dictionary<string, Member> members = [];

    private TestMunicipality(StoreUnderTest store)
    {
        Stores = store.Stores;
        Room = new Workroom(store.Stores, store.Seal, Clock);
        (Opgaven, Judgements, Approaches, Evidence, Handovers, Plans) = (new(Room), new(Room), new(Room), new(Room), new(Room), new(Room));
    }

    internal Guid Tenant { get; } = Guid.NewGuid();

    internal StoreFactory Stores { get; }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    internal Workroom Room { get; }

    internal OpgaveWork Opgaven { get; }

    internal JudgementWork Judgements { get; }

    internal ApproachWork Approaches { get; }

    internal EvidenceWork Evidence { get; }

    internal HandoverWork Handovers { get; }

    internal PlanWork Plans { get; }

    internal SignalWork Signals => new(Room);

    internal StoryWork Stories => new(Room);

    internal Eraser Eraser => new(Stores, Clock);

    internal Actor Visitor => Actor.Visitor(Tenant);

    internal Organisation Wijkteam { get; private set; } = null!;

    internal Organisation Jeugd { get; private set; } = null!;

    internal Organisation Straatwerk { get; private set; } = null!;

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Somebody with a role: coordinator, colleague, analyst, adviser, director, partner, administrator.</summary>
    internal Actor this[string who] => members[who].Acting();

    internal Member MemberOf(string who) => members[who];

    internal static async Task<TestMunicipality> In(StoreUnderTest store)
    {
        var town = new TestMunicipality(store);
        await using var open = town.Stores.For(town.Tenant);
        open.Add(Answer(Municipality.Found(town.Tenant, "GM" + town.Tenant.ToString("N")[..8], "Proefstad", "Loket Proefstad, telefoon 14 099")));
        var act = new Act(new Actor(town.Tenant, null, null, new HashSet<AccessRole>()), town.Clock.GetUtcNow());
        town.Jeugd = Answer(Organisation.Found("Afdeling Jeugd", "youth", "gemeente", null, act));
        town.Wijkteam = Answer(Organisation.Found("Wijkteam Zuid", "social", "wijk", town.Jeugd.Id, act));
        town.Straatwerk = Answer(Organisation.Found("Stichting Straatwerk", "youth work", "buurt", null, act));
        open.AddRange(town.Jeugd, town.Wijkteam, town.Straatwerk);
        foreach (var (who, role, organisation) in new[]
        {
            ("coordinator", AccessRole.Coordinator, town.Wijkteam), ("colleague", AccessRole.Professional, town.Wijkteam), ("analyst", AccessRole.Analyst, town.Jeugd),
            ("adviser", AccessRole.PolicyAdviser, town.Jeugd), ("director", AccessRole.Director, town.Jeugd), ("partner", AccessRole.Partner, town.Straatwerk),
            ("administrator", AccessRole.TenantAdministrator, town.Jeugd),
        })
        {
            town.members[who] = Answer(Member.Join($"Naam van {who}", who, $"{who}@example.org", organisation.Id, [role], act));
            open.Add(town.members[who]);
        }

        await open.SaveChangesAsync(Cancel);
        return town;
    }

    /// <summary>An opgave with evidence, two judgements and an expectation: ready for an approach.</summary>
    internal async Task<Opgave> Judged(string waterbed = "low")
    {
        var opgave = Answer(await Opgaven.Open(this["coordinator"], "Overlast rond het plein", "Jongeren en buren zitten elkaar in de weg.", "buurt", Cancel));
        Answer(await Opgaven.Move(this["coordinator"], opgave.Id, null, OpgaveState.Explored, "Eerst kijken", Cancel));
        var evidence = Answer(await Evidence.Publish(this["analyst"], "Schaalbeeld", Samples.Figures(waterbed), Cancel));
        Answer(await Evidence.Attach(this["analyst"], opgave.Id, evidence.Id, "Gaat over dit plein", Cancel));
        foreach (var who in new[] { "coordinator", "colleague" })
            foreach (var (level, cause, lever, kind) in new[] { ("buurt", 3, 3, LeverKind.Direct), ("gemeente", 1, 2, LeverKind.Direct) })
                Answer(await Judgements.Give(this[who], opgave.Id, level, cause, lever, kind, Authority.Own, "Dat zien we elke avond", Cancel));
        return Answer(await Opgaven.Expect(this["coordinator"], opgave.Id, null, "Minder overlast na de zomer", Cancel));
    }

    /// <summary>The same, with an approach whose lead is local and whose counterpart is above the wijk.</summary>
    internal async Task<Opgave> WithApproach(string waterbed = "low")
    {
        var opgave = await Judged(waterbed);
        Answer(await Approaches.SetRole(this["coordinator"], opgave.Id, null, "buurt", ApproachRole.Lead, Wijkteam.Id, "Daar is de oorzaak", Cancel));
        Answer(await Approaches.SetRole(this["coordinator"], opgave.Id, null, "gemeente", ApproachRole.Partial, Jeugd.Id, "Jeugd doet een deel", Cancel));
        return opgave;
    }

    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.TryGet(out var answer, out var reason), $"{reason?.Code}: {reason?.Detail}");
        return answer;
    }

    internal static Reason Refused<T>(string code, Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.TryGet(out _, out var reason), $"Expected {code}, but it was allowed.");
        Assert.Equal(code, reason!.Code);
        return reason;
    }
}
