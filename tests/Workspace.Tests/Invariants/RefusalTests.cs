// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Advice;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Ladders;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using static Schakel.Workspace.Tests.Invariants.Somebody;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>Refusals that no story of the other tests comes across.</summary>
public sealed class RefusalTests
{
    private static readonly LadderLevel buurt = LadderLevels.Known.Find("buurt")!, gemeente = LadderLevels.Known.Find("gemeente")!;

    private static Judgement Given(LadderLevel level, int cause) =>
        Answer(Judgement.Give(Guid.NewGuid(), level, cause, 2, LeverKind.Direct, Authority.Own, "omdat", Acts(AccessRole.Professional)));

    [Fact]
    public void Inv5_Evidence_that_was_changed_outside_the_program_is_found_out()
    {
        var evidence = Answer(PublishedEvidence.Publish("Schaalbeeld", Storage.Samples.Figures(), Doing));
        Answer(evidence.Figures());

        Forge(evidence, nameof(PublishedEvidence.Content), evidence.Content.Replace("0.15", "0.95", StringComparison.Ordinal));

        Refused("evidence-changed", evidence.Figures());
    }

    [Fact]
    public void Inv5_Advice_that_no_longer_follows_from_what_it_names_is_found_out()
    {
        Judgement[] judgements = [Given(buurt, 3), Given(gemeente, 1)];
        var advice = Answer(Advice.Make(Guid.NewGuid(), "Overlast", LadderLevels.Known, judgements, [], Doing));
        Answer(advice.Recompute(judgements, []));

        Forge(judgements[0], nameof(Judgement.Cause), 0);
        Refused("advice-does-not-recompute", advice.Recompute(judgements, []));
        Forge(judgements[0], nameof(Judgement.Cause), 3);
        Forge(advice, nameof(Advice.Content), advice.Content + " ");
        Refused("advice-does-not-recompute", advice.Recompute(judgements, []));
        Forge(advice, nameof(Advice.MethodVersion), "H 1999");
        Refused("advice-other-method", advice.Recompute(judgements, []));
    }

    [Fact]
    public void Advice_needs_judgements() => Refused("no-judgement", Advice.Make(Guid.NewGuid(), "Overlast", LadderLevels.Known, [], [], Doing));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(4, 2)]
    [InlineData(2, 4)]
    public void A_judgement_outside_the_four_words_is_refused(int cause, int lever) =>
        Refused("judgement-out-of-range", Judgement.Give(Guid.NewGuid(), buurt, cause, lever, LeverKind.Direct, Authority.Own, "omdat", Doing));

    [Fact]
    public void An_agreed_or_closed_opgave_is_not_made_by_a_plain_move()
    {
        var opgave = Answer(Opgave.Open("Overlast", "Wat zien we?", Doing));
        Answer(opgave.MoveTo(OpgaveState.Explored, "kijken", Doing));

        Refused("agree-by-agreeing", opgave.MoveTo(OpgaveState.Agreed, "zo", Doing));
        Answer(opgave.Close(OpgaveOutcome.Unknown, "klaar", [], null, Doing));
        Refused("handover-of-closed", Handover.Ask(opgave, HandoverKind.Part, Organisation("Een"), buurt, Organisation("Twee"), gemeente, "help", null, [], Doing));
    }

    [Fact]
    public void A_plan_whose_periods_overlap_is_refused() => Refused("plan-periods-not-usable", MeasuringPlan.Draft(
        Guid.NewGuid(), "overlast", new(["A"], ["B"], ["C"], ["D"]), new(Day("2023-01-01"), Day("2024-01-01")), new(Day("2024-01-01"), Day("2024-12-31")), "stadsdeel", Doing));

    [Fact]
    public void A_ladder_has_every_level_once_with_a_rank_of_its_own()
    {
        Refused("ladder-not-usable", Ladder.Draft("Dubbel", [buurt, buurt, gemeente], Doing));
        Refused("ladder-not-usable", Ladder.Draft("Gelijk", [buurt, gemeente with { Rank = buurt.Rank }], Doing));
    }

    [Fact]
    public void A_municipality_exchanges_with_another_one() => Refused("exchange-with-oneself", Exchange.Offer(Tenant, "Ladder", "Onze ladder", Doing));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    // As somebody with the administrator's password could: past the program.
    private static void Forge(object item, string property, object value) => item.GetType().GetProperty(property)!.SetValue(item, value);
}
