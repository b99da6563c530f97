// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Cli.Running;

/// <summary>Everything a command touches of the outside world: where answers go, where people are told things, what time it is.</summary>
/// <param name="Output">Answers, and nothing else.</param>
/// <param name="Errors">Progress, warnings and problems, for people.</param>
/// <param name="Clock">Time.</param>
/// <param name="Language">Language of the reader.</param>
internal sealed record Surroundings(Stream Output, TextWriter Errors, TimeProvider Clock, Language Language)
{
    /// <summary>Whether a person watches the errors: then a bar, otherwise a line now and then.</summary>
    internal bool IsWatched { get; init; }

    /// <summary>Picks the text in the reader's language.</summary>
    internal string Say(string dutch, string english) => Language == Language.Dutch ? dutch : english;
}
