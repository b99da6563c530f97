// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Answers;

/// <summary>Splits the time of a command by what was done: <c>read, join, graph, compute, fit</c>.</summary>
internal sealed class Stages(TimeProvider clock)
{
    private readonly long start = clock.GetTimestamp();
    private readonly List<(string Name, TimeSpan Spent)> spent = [];

    internal TimeSpan Total => clock.GetElapsedTime(start);

    /// <summary>Does a piece of work and adds its time to a stage.</summary>
    internal T Measure<T>(string stage, Func<T> work)
    {
        var before = clock.GetTimestamp();
        var result = work();
        Add(stage, clock.GetElapsedTime(before));
        return result;
    }

    internal void Write(AnswerJson json)
    {
        json.Number("durationMs", Rounded(Total));
        json.Object("stagesMs", () =>
        {
            foreach (var (name, time) in spent)
                json.Number(name, Rounded(time));
        });
    }

    private void Add(string stage, TimeSpan time)
    {
        var known = spent.FindIndex(entry => entry.Name == stage);
        if (known < 0)
            spent.Add((stage, time));
        else
            spent[known] = (stage, spent[known].Spent + time);
    }

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
