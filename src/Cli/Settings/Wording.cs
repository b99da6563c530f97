// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Texts;

namespace Schakel.Cli.Settings;

/// <summary>Picks the Dutch or the English text where both stand side by side.</summary>
/// <param name="Language">Language of the reader.</param>
internal readonly record struct Wording(Language Language)
{
    internal string this[string dutch, string english] => Language == Language.Dutch ? dutch : english;
}
