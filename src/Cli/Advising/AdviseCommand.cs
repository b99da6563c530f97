// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;

namespace Schakel.Cli.Advising;

/// <summary><c>schakel advise</c>: which level does what, from evidence and judgement?</summary>
internal static class AdviseCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var file = runner.Make.Text("--case", Topic.Figures, "FILE.json", runner.Say(
            "Het vraagstuk: problem, levels[]{level,cause[],lever[],authority,kind,location,reach} en evidence{maup,composition,noise,localShare,waterbed}.",
            "The case: problem, levels[]{level,cause[],lever[],authority,kind,location,reach} and evidence{maup,composition,noise,localShare,waterbed}."));
        file.Required = true;
        var command = new ManualCommand("advise", runner.Say("Welke schaal doet wat, naar bewijs en oordeel?", "Which level does what, from evidence and judgement?"))
        {
            Synopsis = "--case FILE.json",
            Text = runner.Say(
                "Verdeelt rollen over schalen, in twee lezingen: precies (lokaal alleen wat lokaal ontstaat) en rekkelijk (ook deeloplossingen, met kanttekeningen). "
                + "Oorzaak en handelingsruimte zijn oordelen van 0 tot en met 3, één getal per beoordelaar. Wat onbekend is, blijft onbekend en maakt het advies minder zeker.\n\n"
                + "authority is own, shared of none; kind is direct, partial, enabling of detect. location en reach zijn een klasse van 0 tot en met 3, {class,low,high}, \"unknown\" of \"n.a.\". "
                + "Een eigen schaal heeft ook supraLocal en rank.",
                "Deals roles to levels, in two readings: precise (locally only what arises locally) and flexible (partial solutions too, with caveats). "
                + "Cause and lever are judgements from 0 to 3, one number a rater. What is unknown stays unknown and makes the advice less sure.\n\n"
                + "authority is own, shared or none; kind is direct, partial, enabling or detect. location and reach are a class from 0 to 3, {class,low,high}, \"unknown\" or \"n.a.\". "
                + "A level of your own also has supraLocal and rank."),
            Examples = [(runner.Say("Advies over een vraagstuk.", "Advice on a case."), "schakel advise --case eenzaamheid.json")],
        }.With(file);
        return runner.Does(command, run => Answer(run, run.Get(file)!));
    }

    private static Outcome<Answer> Answer(Run run, string file)
    {
        if (!CaseFile.Read(run, file).TryGet(out var question, out var reason))
            return reason;
        if (!run.Stages.Measure("compute", () => ScaleAdvice.Compute(question)).TryGet(out var advice, out reason))
            return reason;

        var answer = new AdviceAnswer(advice, question);
        return new Answer("rules and an additive score that orders levels", answer.Write, answer.Write) { Warnings = advice.Warnings };
    }
}
