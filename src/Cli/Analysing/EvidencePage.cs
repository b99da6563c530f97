// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Evidence;

namespace Schakel.Cli.Analysing;

/// <summary>The evidence for people at a shell: the page of each part under each other.</summary>
internal static class EvidencePage
{
    internal static void Write(TextPage page, Findings findings, IReadOnlyList<(string Name, Outcome<Answer> Answer)> parts)
    {
        foreach (var (name, part) in parts)
        {
            if (part.TryGet(out var answer, out var reason))
            {
                answer.Page(page);
            }
            else
            {
                page.Title(name);
                page.Line(page.Reason(reason));
            }

            page.Line();
        }

        page.Line(page.Say("Sleutel: ", "Key: ") + findings.Key);
    }
}
