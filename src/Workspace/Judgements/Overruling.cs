// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Advice;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Judgements;

/// <summary>People chose another role than the rules did: rule, choice and reason, side by side.</summary>
public sealed class Overruling : Item, INeverChanges
{
    private Overruling()
    {
    }

    public Guid OpgaveId { get; private set; }

    public Guid AdviceId { get; private set; }

    public string Level { get; private set; } = "";

    public ApproachRole Precise { get; private set; }

    public ApproachRole Flexible { get; private set; }

    public ApproachRole Choice { get; private set; }

    public string Because { get; private set; } = "";

    protected override string Kind => "overruling";

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<Overruling> Of(Advice advice, string level, ApproachRole choice, string because, Act act)
    {
        if (string.IsNullOrWhiteSpace(because))
            return new Reason("overruling-needs-reason", "You choose otherwise than the advice. Say why.");
        if (Words.TooLong("because", because) is { } tooLong)
            return tooLong;

        var readings = advice.Readings();
        var overruling = new Overruling
        {
            OpgaveId = advice.OpgaveId,
            AdviceId = advice.Id,
            Level = level,
            Choice = choice,
            Because = because.Trim(),
            Precise = readings.Precise.GetValueOrDefault(level, ApproachRole.None),
            Flexible = readings.Flexible.GetValueOrDefault(level, ApproachRole.None),
        };
        overruling.Begin(act);
        overruling.Tell("overruling", $"{level}: {Words.Of(overruling.Flexible)}", $"{level}: {Words.Of(choice)}", overruling.Because, act);
        return overruling;
    }
}
