// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Evidence;
using Schakel.Workspace.Evidence.Words;

namespace Schakel.Cli.Analysing;

/// <summary>The evidence for people at a shell: what to remember first, then each part, and what it does not say.</summary>
internal static class EvidencePage
{
    private const int Width = 100;

    internal static void Write(TextPage page, Findings findings)
    {
        var words = EvidenceWords.Of(findings, page.Language);
        var picture = findings.Picture;
        page.Title($"{picture.Indicator.Id}, {picture.Place ?? page.Say("alles wat geladen is", "everything that is loaded")}, {picture.Year}");
        foreach (var line in Lines(string.Join(' ', words.Opening)))
            page.Line(line);
        foreach (var (part, at) in words.Parts.Select((part, at) => (part, at + 1)))
        {
            page.Line();
            page.Line($"{at}  {part.Title}");
            foreach (var line in Lines(string.Join(' ', part.Claims)))
                page.Line($"   {line}");
            if (part.Unknown.Count > 0)
                page.Line($"   {page.Say("Wat weten we niet?", "What do we not know?")}");
            foreach (var line in Lines(string.Join(' ', part.Unknown)))
                page.Line($"     {line}");
        }

        page.Line();
        page.Line(page.Say("Dit zegt waar het zich laat zien, niet waar de oorzaak ligt.", "This says where it shows, not where the cause lies."));
        page.Line(page.Say("Bron: ", "Source: ") + string.Join(" · ", picture.Attributions.Select(line => line.StartsWith("Bron: ", StringComparison.Ordinal) ? line[6..] : line)));
        page.Line(page.Say("Sleutel: ", "Key: ") + findings.Key);
    }

    private static IEnumerable<string> Lines(string text)
    {
        var line = "";
        foreach (var word in text.Replace("*", "", StringComparison.Ordinal).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : ' ' + word;
        }

        if (line.Length > 0)
            yield return line;
    }
}
