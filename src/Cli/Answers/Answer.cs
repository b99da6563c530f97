// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Answers;

/// <summary>What a command found, in the two forms it can leave: members of a JSON object, and a page for people.</summary>
/// <param name="Method">Name and definition in a few words, for the provenance: <c>moran (Cliff and Ord 1981)</c>.</param>
/// <param name="Members">Writes the members.</param>
/// <param name="Page">Writes the page.</param>
internal sealed record Answer(string Method, Action<AnswerJson> Members, Action<TextPage> Page)
{
    /// <summary>Doubts; written as <c>warnings</c> and under the page.</summary>
    internal IReadOnlyList<Warning> Warnings { get; init; } = [];
}
