// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Tests.Storage;
using static Schakel.Workspace.Tests.Storage.TestMunicipality;

namespace Schakel.Workspace.Tests.Measuring;

public sealed class PlanningOnSqlite(SqliteUnderTest store) : PlanningOnStore(store), IClassFixture<SqliteUnderTest>;

public sealed class PlanningOnPostgres(PostgresUnderTest store) : PlanningOnStore(store), IClassFixture<PostgresUnderTest>;

/// <summary>A plan from draft to outcome, by the people who may, on a real store.</summary>
public abstract class PlanningOnStore(StoreUnderTest store)
{
    private static readonly PlanAreas areas = new(["BU1"], ["BU2"], ["BU3"], ["BU4"]);
    private static readonly PlanPeriod before = new(new(2023, 1, 1), new(2023, 12, 31)), after = new(new(2024, 1, 1), new(2024, 12, 31));
    private static readonly ZoneCounts counted = new(500, 300, 300, 300);

    private static MeasuredCounts Moved(MeasuringPlan plan) => new(plan.BeforeCounts!, new ZoneCounts(300, 460, 300, 300), 1, null, []);

    [Fact]
    public async Task A_plan_is_fixed_when_an_analyst_and_a_coordinator_have_both_confirmed_it()
    {
        var town = await In(store);
        var plan = await Drafted(town);
        Refused("not-allowed", await town.Plans.Confirm(town["colleague"], plan.Id, null, "ik vind het goed", Cancel));
        Refused("move-needs-reason", await town.Plans.Confirm(town["analyst"], plan.Id, null, " ", Cancel));

        plan = Answer(await town.Plans.Confirm(town["analyst"], plan.Id, plan.Version, "De cijfers kloppen", Cancel));
        Assert.Equal((MeasuringPlanState.Draft, town["analyst"].Member), (plan.State, plan.Confirmation!.Member));
        Refused("plan-needs-second", await town.Plans.Confirm(town["analyst"], plan.Id, null, "nog eens", Cancel));
        plan = Answer(await town.Plans.Confirm(town["coordinator"], plan.Id, plan.Version, "De rand klopt", Cancel));

        Assert.Equal((MeasuringPlanState.Fixed, true), (plan.State, plan.AfterHadBegun));
        Assert.Null(plan.Confirmation);
        Refused("nothing-to-confirm", await town.Plans.Confirm(town["coordinator"], plan.Id, null, "nog eens", Cancel));
        Refused("plan-not-draft", await Rewritten(town, plan, areas));
    }

    [Fact]
    public async Task Who_changes_the_draft_takes_away_what_was_confirmed()
    {
        var town = await In(store);
        var plan = await Drafted(town);
        plan = Answer(await town.Plans.Confirm(town["coordinator"], plan.Id, null, "De rand klopt", Cancel));

        plan = Answer(await Rewritten(town, plan, areas with { Ring = ["BU5"] }));

        Assert.Null(plan.Confirmation);
        Assert.Equal(counted, plan.BeforeCounts);
        Refused("counts-not-usable", await town.Plans.Write(town["analyst"], plan.OpgaveId, plan.Id, null, "overlast", areas, before, after, "stadsdeel", counted with { Ring = -1 }, "politie", Cancel));
    }

    [Fact]
    public async Task Before_it_is_fixed_a_plan_says_what_it_could_not_see_and_opens_no_figure_of_afterwards()
    {
        var town = await In(store);
        var plan = await Drafted(town);
        var asked = false;

        Refused("plan-not-fixed", await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", found => { asked = true; return Moved(found); }, "geteld", Cancel));

        Assert.False(asked);
        // 2.8016 × √(500 + 500 + 300 + 300), and four times 300 in the ring.
        Assert.Equal((112.06, 97.05), (Math.Round(plan.Foreseen()!.Mde.Local, 2), Math.Round(plan.Foreseen()!.Mde.Ring.Value!.Value, 2)));
    }

    [Fact]
    public async Task A_fixed_plan_is_measured_once_and_once_more_after_an_amendment_that_both_confirm_and_that_shows()
    {
        var town = await In(store);
        var plan = await Fixed(town);
        Refused("not-allowed", await town.Plans.Measure(town["coordinator"], plan.Id, "politie 2024", found => Moved(found), "geteld", Cancel));
        Refused("zone-not-counted", await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", _ => new Reason("zone-not-counted", "Area BU1 has no figure in 2024."), "geteld", Cancel));
        var first = Answer(await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", found => Moved(found), "geteld", Cancel));
        Assert.Equal((-200.0, 160.0, -40.0, MeasurementState.Done, false), (first.Inside!.Estimate, first.Outside!.Estimate, first.Together!.Estimate, first.State, first.AmendedAfterwards));
        Refused("measured-already", await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", found => Moved(found), "geteld", Cancel));

        town.Clock.Advance(TimeSpan.FromDays(1));
        Refused("plan-areas-not-usable", await town.Plans.AskToAmend(town["analyst"], plan.Id, null, areas with { Control = [] }, before, after, null, null, "weg", Cancel));
        Answer(await town.Plans.AskToAmend(town["analyst"], plan.Id, null, areas with { Control = ["BU6"] }, before, after, counted, "politie 2023", "De vergelijking viel weg", Cancel));
        Refused("plan-needs-second", await town.Plans.Confirm(town["analyst"], plan.Id, null, "zelf", Cancel));
        plan = Answer(await town.Plans.Confirm(town["coordinator"], plan.Id, null, "Dat klopt", Cancel));
        town.Clock.Advance(TimeSpan.FromDays(1));
        var second = Answer(await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", found => Moved(found), "opnieuw", Cancel));

        Assert.Equal((MeasuringPlanState.Amended, "BU6"), (plan.State, plan.Areas.Control[0]));
        Assert.True(second.AmendedAfterwards);
        await using var open = town.Stores.For(town.Tenant);
        var kept = await open.Measurements.SingleAsync(row => row.Id == first.Id, Cancel);
        Assert.True(kept.AmendedAfterwards);
        // From what is kept, the outcome is computed again.
        Assert.Equal(first.Counts!.Compute().Ratios.Displacement.Estimate.Value, kept.Counts!.Compute().Ratios.Displacement.Estimate.Value);
        Refused("measured-already", await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", found => Moved(found), "geteld", Cancel));
    }

    [Fact]
    public async Task Nobody_measures_before_the_period_afterwards_is_over()
    {
        var town = await In(store);
        var opgave = await town.Judged();
        // It is 2 March 2026 here.
        var plan = Answer(await town.Plans.Write(town["analyst"], opgave.Id, null, null, "overlast", areas, before, new(new(2025, 3, 3), new(2026, 3, 2)), "stadsdeel", counted, "politie 2023", Cancel));
        Answer(await town.Plans.Confirm(town["coordinator"], plan.Id, null, "De rand klopt", Cancel));
        Answer(await town.Plans.Confirm(town["analyst"], plan.Id, null, "De cijfers kloppen", Cancel));

        Refused("plan-after-not-over", await town.Plans.Measure(town["analyst"], plan.Id, "politie", found => Moved(found), "te vroeg", Cancel));
        town.Clock.Advance(TimeSpan.FromDays(1));

        Answer(await town.Plans.Measure(town["analyst"], plan.Id, "politie", found => Moved(found), "voorbij", Cancel));
    }

    [Fact]
    public async Task Without_a_single_event_we_cannot_tell()
    {
        var town = await In(store);
        var plan = await Fixed(town);

        var measurement = Answer(await town.Plans.Measure(town["analyst"], plan.Id, "politie 2024", _ => new MeasuredCounts(new(0, 0, 0, 0), new(0, 0, 0, 0), 1, null, []), "geteld", Cancel));

        Assert.Equal(MeasurementState.Unreliable, measurement.State);
        Assert.Null(measurement.Inside);
    }

    private static async Task<MeasuringPlan> Drafted(TestMunicipality town)
    {
        var opgave = await town.Judged();
        return Answer(await town.Plans.Write(town["analyst"], opgave.Id, null, null, "overlast", areas, before, after, "stadsdeel", counted, "politie 2023", Cancel));
    }

    private static async Task<MeasuringPlan> Fixed(TestMunicipality town)
    {
        var plan = await Drafted(town);
        Answer(await town.Plans.Confirm(town["coordinator"], plan.Id, null, "De rand klopt", Cancel));
        return Answer(await town.Plans.Confirm(town["analyst"], plan.Id, null, "De cijfers kloppen", Cancel));
    }

    private static Task<Outcome<MeasuringPlan>> Rewritten(TestMunicipality town, MeasuringPlan plan, PlanAreas changed) =>
        town.Plans.Write(town["analyst"], plan.OpgaveId, plan.Id, null, "overlast", changed, before, after, "stadsdeel", counted, "politie 2023", Cancel);
}
