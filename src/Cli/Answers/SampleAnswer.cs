// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Answers;

/// <summary>What every command on areas says about its units: how many took part, who did not, how the join went.</summary>
internal static class SampleAnswer
{
    internal static void Write(AnswerJson json, IReadOnlyList<Exclusion> excluded, JoinReport? join)
    {
        json.Objects("excluded", excluded, exclusion =>
        {
            json.Text("id", exclusion.Id);
            json.Text("reason", exclusion.Text(json.Language));
        });
        join?.Write(json);
    }

    internal static void Write(TextPage page, int used, IReadOnlyList<Exclusion> excluded, JoinReport? join)
    {
        page.Line(page.Say($"Eenheden: {page.Count(used)} gebruikt, {page.Count(excluded.Count)} weggelaten.", $"Units: {page.Count(used)} used, {page.Count(excluded.Count)} left out."));
        foreach (var group in excluded.GroupBy(exclusion => exclusion.Reason).OrderByDescending(group => group.Count()))
        {
            var ids = group.Select(exclusion => exclusion.Id).ToList();
            page.Line($"  {group.First().Text(page.Language)} ({page.Count(ids.Count)}): {string.Join(", ", ids.Take(8))}{(ids.Count > 8 ? ", …" : "")}");
        }

        join?.Write(page);
    }
}
