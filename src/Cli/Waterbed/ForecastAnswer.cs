// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Displacement;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Waterbed;

/// <summary>How likely a waterbed is thought to be before anything is done, as it is written down: a risk, not a prediction.</summary>
internal sealed record ForecastAnswer(DisplacementForecastResult Forecast)
{
    internal static Outcome<ForecastAnswer> Measure(WaterbedSettings settings, string[] words)
    {
        if (words.Length != 4)
            return WrongUse.With("numbers-do-not-fit", $"{settings.Forecast.Name} needs 4 numbers; there are {words.Length}.", settings.Forecast.Name, 4, words.Length);
        var answers = new int?[4];
        for (var question = 0; question < 4; question++)
        {
            if (words[question] is not ("0" or "1" or "2" or "unknown"))
                return WrongUse.With("not-an-answer", $"{settings.Forecast.Name}: '{words[question]}' is not possible. Choose from: 0, 1, 2, unknown.", settings.Forecast.Name, words[question]);
            answers[question] = words[question] == "unknown" ? null : words[question][0] - '0';
        }

        return new ForecastAnswer(DisplacementForecast.Compute(new DisplacementQuestions(answers[0], answers[1], answers[2], answers[3])));
    }

    internal void Write(AnswerJson json) => json.Object("forecast", () =>
    {
        json.Text("risk", Forecast.Risk.ToString().ToLowerInvariant());
        json.Count("sum", Forecast.Sum);
        json.Count("unknown", Forecast.Unknown);
        json.Number("displacementSeen", DisplacementForecast.DisplacementSeen);
        json.Number("diffusionSeen", DisplacementForecast.DiffusionSeen);
        json.Text("text", SentenceTexts.Of(Forecast.BaseRate, json.Language));
    });

    internal void Write(TextPage page)
    {
        page.Title(page.Say("Kans op een waterbed, vooraf (een inschatting, geen voorspelling): ", "Risk of a waterbed, beforehand (a judgement, no prediction): ") + Forecast.Risk switch
        {
            DisplacementRisk.Low => page.Say("laag", "low"),
            DisplacementRisk.Medium => page.Say("middel", "medium"),
            DisplacementRisk.High => page.Say("hoog", "high"),
            _ => page.Say("onbekend: twee of meer antwoorden ontbreken", "unknown: two or more answers are missing"),
        });
        page.Line(SentenceTexts.Of(Forecast.BaseRate, page.Language));
    }
}
