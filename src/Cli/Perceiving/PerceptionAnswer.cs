// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Perception;

namespace Schakel.Cli.Perceiving;

/// <summary>The neighbourhood as residents draw it, as it is written down.</summary>
internal sealed record PerceptionAnswer(
    string[] Cells, MembershipResult Surface, IReadOnlyList<Affinity> Affinities, Outcome<double> Agreement, PerceiveVoices Voices, string[] Respondents)
{
    internal required IReadOnlyList<Exclusion> Excluded { get; init; }

    internal void Write(AnswerJson json)
    {
        json.Count("n", Cells.Length);
        json.Count("respondents", Voices.Used.Length);
        json.Number("effectiveRespondents", Surface.EffectiveRespondents);
        json.Figure("meanJaccard", Agreement.TryGet(out var jaccard, out var reason) ? jaccard : reason);
        json.Object("membership", () => Each(cell => json.Number(Cells[cell], Surface.Cells[cell].Membership)));
        json.Object("entropy", () => Each(cell => json.Number(Cells[cell], Surface.Cells[cell].Entropy)));
        json.Strings("core", Core());
        json.Objects("affinity", Affinities, pair =>
        {
            json.Text("a", Cells[pair.A]);
            json.Text("b", Cells[pair.B]);
            json.Figure("value", pair.Value);
            json.Number("effectiveRespondents", pair.EffectiveRespondents);
        });
        if (Voices.Raked is { } raked)
            json.Object("weights", () =>
            {
                for (var voice = 0; voice < raked.Count; voice++)
                    json.Number(Respondents[Voices.Used[voice]], raked[voice]);
            });
        json.Objects("setAside", Voices.SetAside, drawing =>
        {
            json.Text("respondent", drawing.Respondent);
            json.Text("reason", Workspace.Texts.ReasonTexts.Of(drawing.Reason, json.Language));
        });
        SampleAnswer.Write(json, Excluded, join: null);
    }

    internal void Write(TextPage page)
    {
        const int most = 60;
        page.Title(page.Say("De buurt zoals bewoners die tekenen", "The neighbourhood as residents draw it"));
        page.Pairs(
            (page.Say("tekeningen", "drawings"), page.Count(Voices.Used.Length)), (page.Say("stemmen (effectief)", "voices (effective)"), page.Number(Surface.EffectiveRespondents, 1)),
            (page.Say("gelijkenis van tekeningen", "likeness of drawings"), Agreement.TryGet(out var jaccard, out _) ? page.Percent(jaccard) : "–"),
            (page.Say("kern", "core"), Core() is { Length: > 0 } core ? string.Join(", ", core.Take(10)) + (core.Length > 10 ? ", …" : "") : page.Say("geen", "none")));
        page.Line();
        var drawn = Enumerable.Range(0, Cells.Length).Where(cell => Surface.Cells[cell].Membership > 0).OrderByDescending(cell => Surface.Cells[cell].Membership).ToArray();
        page.Table([page.Say("vak", "cell"), page.Say(">hoort erbij", ">belongs"), page.Say(">onenigheid", ">disagreement")],
            [.. drawn.Take(most).Select(cell => new[] { Cells[cell], page.Percent(Surface.Cells[cell].Membership), page.Number(Surface.Cells[cell].Entropy, 2) })]);
        if (drawn.Length > most)
            page.Line(page.Say($"  … en {page.Count(drawn.Length - most)} meer; --json geeft ze alle.", $"  … and {page.Count(drawn.Length - most)} more; --json gives all."));
        if (Voices.SetAside.Count > 0)
            page.Line(page.Say($"Opzij gelegd: {page.Count(Voices.SetAside.Count)} tekeningen.", $"Set aside: {page.Count(Voices.SetAside.Count)} drawings."));
        foreach (var group in Voices.SetAside.GroupBy(drawing => page.Reason(drawing.Reason)))
            page.Line($"  {group.Key} ({page.Count(group.Count())})");
    }

    private string[] Core() => [.. Enumerable.Range(0, Cells.Length).Where(cell => Surface.Cells[cell].Band == "core").Select(cell => Cells[cell])];

    private void Each(Action<int> write)
    {
        for (var cell = 0; cell < Cells.Length; cell++)
            write(cell);
    }
}
