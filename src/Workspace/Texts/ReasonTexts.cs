// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Workspace.Texts;

/// <summary>Language of what people read.</summary>
public enum Language
{
    /// <summary>Dutch at B1 level, the default.</summary>
    Dutch,

    /// <summary>English.</summary>
    English,
}

/// <summary>Reasons and warnings in the reader's language.</summary>
public static class ReasonTexts
{
    /// <summary>One sentence for a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The translation of its code with its arguments; the English detail where there is none.</returns>
    public static string Of(Reason reason, Language language) => throw new NotImplementedException();

    /// <summary>One sentence for a warning.</summary>
    /// <param name="warning">The warning.</param>
    /// <param name="language">Language of the reader.</param>
    /// <returns>The translation of its code with its arguments; the English text where there is none.</returns>
    public static string Of(Warning warning, Language language) => throw new NotImplementedException();
}
