// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Schakel.Workspace.Approaches;
using Schakel.Workspace.History;
using Schakel.Workspace.Opgaven;
using static Schakel.Workspace.Tests.Invariants.Somebody;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>What holds for any order in which people try things.</summary>
public sealed class LifeProperties
{
    private static readonly Gen<OpgaveState[]> tries = Gen.Enum<OpgaveState>().Array[0, 30];

    [Fact]
    public void Whatever_is_tried_the_history_is_the_path_that_was_walked_and_nothing_else() => tries.Sample(wanted =>
    {
        var opgave = Answer(Opgave.Open("Overlast", "Wat zien we?", Doing));
        List<string> walked = ["noticed"];
        foreach (var state in wanted)
        {
            var before = opgave.State;
            var moved = state switch
            {
                OpgaveState.Agreed => opgave.Agree("zo", [], Doing),
                OpgaveState.Closed => opgave.Close(OpgaveOutcome.Unknown, "klaar", [], null, Doing),
                _ => opgave.MoveTo(state, "verder", Doing),
            };
            Assert.Equal(Lives.Opgave.Allows(before, state), moved.TryGet(out _, out _));
            Assert.Equal(Lives.Opgave.Allows(before, state) ? state : before, opgave.State);
            if (moved.TryGet(out _, out _))
                walked.Add(Words.Of(state));
        }

        Assert.Equal(walked, opgave.Told.Where(line => line.What == "state").Select(line => line.To));
    });

    [Fact]
    public void However_links_are_made_no_opgave_ever_becomes_a_part_of_itself() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 20].Sample(pairs =>
    {
        var opgaven = Enumerable.Range(0, 6).Select(number => Answer(Opgave.Open($"Opgave {number}", "Wat?", Doing))).ToList();
        var links = new List<OpgaveLink>();
        foreach (var (from, to) in pairs)
            if (OpgaveLink.Between(opgaven[from], opgaven[to], LinkKind.PartOf, "hoort erbij", links, Doing).TryGet(out var link, out _))
                links.Add(link);

        // What has no parts left can be taken away, again and again, until nothing is left: so there is no circle.
        var left = links.ToList();
        while (left.RemoveAll(link => left.All(other => other.To != link.From)) > 0)
        {
        }

        Assert.Empty(left);
    });

    [Fact]
    public void A_chain_is_refused_exactly_when_it_goes_round() => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5]).Array[0, 12].Sample(arrows =>
    {
        var chain = new Chain([.. Enumerable.Range(1, 5).Select(number => new ChainStep(number, ChainPart.Condition, "stap", null, null))], [.. arrows.Select(arrow => new ChainArrow(arrow.Item1, arrow.Item2))]);
        var reaches = Enumerable.Range(1, 5).Any(start => Reaches(start, start, arrows, []));

        Assert.Equal(reaches, chain.Check() is not null);
    });

    private static bool Reaches(int from, int goal, (int From, int To)[] arrows, HashSet<int> seen) => arrows.Where(arrow => arrow.From == from)
        .Any(arrow => arrow.To == goal || (seen.Add(arrow.To) && Reaches(arrow.To, goal, arrows, seen)));
}
