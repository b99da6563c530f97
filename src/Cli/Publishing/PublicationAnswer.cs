// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Disclosure;

namespace Schakel.Cli.Publishing;

/// <summary>What may leave the house, as it is written down.</summary>
internal sealed class PublicationAnswer
{
    private static readonly Reason withheld = new("withheld", "This figure is withheld.");
    private static readonly Reason noPeople = new("no-people-given", "There is no denominator, so there is no rate.");
    private static readonly Reason noContributions = new("contributions-unknown", "Who contributes to this figure is unknown.");

    private readonly PublicationResult found;
    private readonly PublicationInput input;
    private readonly SuppressedCell[] suppressed;

    internal PublicationAnswer(PublicationResult found, PublicationInput input)
    {
        (this.found, this.input) = (found, input);
        // Cells that held no figure to begin with are listed as such.
        var empty = input.Withheld.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
        suppressed = [.. found.Suppressed.Where(cell => !empty.Contains(cell.Id))];
    }

    private bool IsSafe => suppressed.Length == 0 && found.Secondary.Count == 0;

    internal void Write(AnswerJson json)
    {
        json.Count("n", input.Cells.Count - input.Withheld.Count);
        json.Flag("safe", IsSafe);
        json.Objects("suppressed", suppressed, cell =>
        {
            json.Text("id", cell.Id);
            json.Text("reason", cell.Reason);
        });
        json.Objects("secondary", found.Secondary, cell =>
        {
            json.Text("id", cell.Id);
            json.Strings("protects", cell.Protects);
        });
        json.Objects("cells", found.Cells, cell =>
        {
            json.Text("id", cell.Id);
            json.Figure("published", cell.Published is { } published ? published : withheld);
            var why = cell.Published is null ? withheld : noPeople;
            json.Figure("rate", cell.Rate is { } rate ? rate : why);
            json.Figure("rateLow", cell.RateLow is { } low ? low : why);
            json.Figure("rateHigh", cell.RateHigh is { } high ? high : why);
            json.Figure("dominance", cell.Dominance is { } dominance ? dominance : noContributions);
            json.Figure("pRule", cell.PRule is { } rest ? rest : noContributions);
        });
        SampleAnswer.Write(json, input.Withheld, join: null);
    }

    internal void Write(TextPage page)
    {
        const int most = 60;
        page.Title(IsSafe
            ? page.Say("Alle cijfers mogen naast elkaar naar buiten", "All figures may leave the house, side by side")
            : page.Say($"{suppressed.Length} cijfers mogen niet naar buiten, en {found.Secondary.Count} moeten weg om andere te beschermen",
                $"{suppressed.Length} figures may not leave the house, and {found.Secondary.Count} must go to protect others"));
        var why = suppressed.ToDictionary(cell => cell.Id, cell => Rule(page, cell.Reason), StringComparer.Ordinal);
        foreach (var cell in found.Secondary)
            why[cell.Id] = cell.Protects.Count == 0 ? page.Say("om een verschil te verbergen", "to hide a difference") : page.Say("beschermt ", "protects ") + string.Join(", ", cell.Protects);
        foreach (var cell in input.Withheld)
            why[cell.Id] = cell.Text(page.Language);

        // What must go first: that is what somebody has to act on.
        var rows = found.Cells.OrderBy(cell => cell.Published is null ? 0 : 1).ToArray();
        page.Table(["id", page.Say(">te tonen", ">to show"), page.Say(">deel", ">rate"), page.Say("waarom niet", "why not")],
            [.. rows.Take(most).Select(cell => new[]
            {
                cell.Id, cell.Published is { } shown ? page.Number(shown) : "–", cell.Rate is { } rate ? page.Percent(rate) : "–", why.GetValueOrDefault(cell.Id, ""),
            })]);
        if (rows.Length > most)
            page.Line(page.Say($"  … en {page.Count(rows.Length - most)} meer; --json geeft ze alle.", $"  … and {page.Count(rows.Length - most)} more; --json gives all."));
    }

    private static string Rule(TextPage page, string reason) => reason switch
    {
        "minimum" => page.Say("te klein", "too small"),
        "group" => page.Say("iedereen of niemand van een kleine groep", "everybody or nobody of a small group"),
        "dominance" => page.Say("één bijdrager maakt het grootste deel", "one contributor makes most of it"),
        "p-rule" => page.Say("de grootste bijdrager is te berekenen", "the largest contributor can be worked out"),
        _ => page.Say("volgt uit twee indelingen", "follows from two divisions"),
    };
}
