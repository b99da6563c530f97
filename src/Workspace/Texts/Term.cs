// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Texts;

/// <summary>An argument that is a word of ours and not a name: it is said in the reader's language.</summary>
/// <param name="Word">Key behind <c>word.</c> in the texts: <c>state.agreed</c>.</param>
public sealed record Term(string Word)
{
    public override string ToString() => Word[(Word.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
