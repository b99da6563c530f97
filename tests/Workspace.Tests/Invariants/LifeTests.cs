// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>The table of lives as a whole.</summary>
public sealed class LifeTests
{
    // From the design: kind, then from > to. Written by hand, so that a change of the table is a change here too. What residents are told came later (ADR 0138).
    private const string Design = """
        opgave: noticed>explored noticed>closed explored>agreed explored>closed agreed>underway agreed>explored agreed>closed underway>learned underway>explored underway>closed learned>explored learned>closed closed>explored
        signal: received>linked received>routed received>answered linked>closed routed>closed answered>closed closed>received
        judgement: given>revised
        advice: computed>stale
        approach: draft>agreed agreed>revised revised>revised
        measuringPlan: draft>fixed fixed>amended amended>amended
        measurement: awaited>done awaited>unreliable
        workAreaProposal: proposed>adjusted proposed>decided proposed>setAside adjusted>adjusted adjusted>decided adjusted>setAside
        workAreaDecision: announced>inForce inForce>replaced
        handover: asked>accepted asked>declined asked>withdrawn accepted>completed accepted>returned
        invitation: draft>open open>underway underway>ended ended>open
        initiative: draft>open open>underway underway>ended ended>open
        peerGroup: forming>meeting meeting>ended
        challengeRequest: submitted>inConversation inConversation>granted inConversation>partlyGranted inConversation>refused inConversation>withdrawn
        offer: open>paused open>expired open>withdrawn paused>open paused>expired paused>withdrawn
        ask: sent>yes sent>no sent>noAnswer
        policyGap: raised>received received>adopted received>explained received>forwarded forwarded>raised
        reflection: private>shared shared>private
        direction: draft>inForce inForce>replaced
        vision: draft>inForce inForce>replaced
        municipalTask: draft>inForce inForce>replaced
        ladder: draft>inForce inForce>replaced
        publicStory: inForce>replaced
        """;

    [Fact]
    public void The_table_is_the_one_of_the_design()
    {
        var lines = typeof(Lives).GetProperties().Select(property => property.GetValue(null)!).Select(life =>
        {
            var state = life.GetType().GetGenericArguments()[0];
            var allows = life.GetType().GetMethod("Allows")!;
            var moves = Enum.GetValues(state).Cast<object>().SelectMany(before => Enum.GetValues(state).Cast<object>().Where(after => (bool)allows.Invoke(life, [before, after])!).Select(after => $"{Camel(before)}>{Camel(after)}"));
            return ($"{life.GetType().GetProperty("Kind")!.GetValue(life)}: ", moves.Order(StringComparer.Ordinal));
        }).Select(life => life.Item1 + string.Join(' ', life.Item2));
        var design = Design.Split('\n').Select(line => line.Trim().Split(": ")).Select(pair => $"{pair[0]}: {string.Join(' ', pair[1].Split(' ').Order(StringComparer.Ordinal))}");

        Assert.Equal(design.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_state_has_a_word_in_both_languages()
    {
        foreach (var life in typeof(Lives).GetProperties())
            foreach (var state in Enum.GetValues(life.PropertyType.GetGenericArguments()[0]))
                Assert.All([Language.Dutch, Language.English], language => Assert.NotEqual($"state.{Camel(state)}", SentenceTexts.WordOf($"state.{Camel(state)}", language)));
    }

    [Fact]
    public void Every_action_has_a_word_in_both_languages() => Assert.All(Enum.GetValues<Workspace.Members.WorkAction>(), action =>
        Assert.All([Language.Dutch, Language.English], language => Assert.NotEqual($"action.{Camel(action)}", SentenceTexts.WordOf($"action.{Camel(action)}", language))));

    private static string Camel(object value) => char.ToLowerInvariant(value.ToString()![0]) + value.ToString()![1..];
}
