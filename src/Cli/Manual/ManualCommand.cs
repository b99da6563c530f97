// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;

namespace Schakel.Cli.Manual;

/// <summary>A command with its page in the manual.</summary>
internal sealed class ManualCommand : Command
{
    private readonly List<ISetting> settings = [];

    internal ManualCommand(string name, string summary)
        : base(name, summary)
    {
    }

    /// <summary>How it is called, after the name: <c>--areas FILE --value COLUMN</c>.</summary>
    internal required string Synopsis { get; init; }

    /// <summary>What it does and how to read the answer, in a few sentences.</summary>
    internal required string Text { get; init; }

    /// <summary>What somebody would really type; at least one.</summary>
    internal required (string Says, string Line)[] Examples { get; init; }

    /// <summary>Whether chance plays a part: then the seed is in the provenance.</summary>
    internal bool UsesChance { get; init; }

    /// <summary>Whether it works on the middles of areas.</summary>
    internal bool NeedsMiddles { get; init; }

    /// <summary>Whether a run draws areas, so that their whole shapes are read.</summary>
    internal Func<Run, bool> NeedsShapes { get; init; } = _ => false;

    internal IReadOnlyList<ISetting> Settings => settings;

    /// <summary>Accepts options that are common to a family but do nothing here, so that one set of options serves them all.</summary>
    internal ManualCommand Accepting(params ReadOnlySpan<ISetting> more)
    {
        foreach (var setting in more)
            if (!Options.Contains((Option)setting))
                Options.Add((Option)setting);
        return this;
    }

    /// <summary>Takes options; the manual and the provenance keep this order.</summary>
    internal ManualCommand With(params ReadOnlySpan<ISetting> more)
    {
        foreach (var setting in more)
        {
            settings.Add(setting);
            Options.Add((Option)setting);
        }

        return this;
    }
}
