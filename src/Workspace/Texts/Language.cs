// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Texts;

/// <summary>Language of what people read.</summary>
public enum Language
{
    /// <summary>Dutch at B1 level, the default.</summary>
    Dutch,

    /// <summary>English.</summary>
    English,
}
