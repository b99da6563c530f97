// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Words;

/// <summary>A part that the figures cannot answer: why, in words that need no manual, and what would help.</summary>
internal static class NoAnswer
{
    internal static PartWords Of(string id, string title, Reason reason, EvidenceTexts texts)
    {
        var (why, help) = reason.Code switch
        {
            "no-cases-known" => (texts["cannot.noCases"], texts["help.cases"]),
            "no-year-before" => (texts["cannot.noYear"], texts["help.year"]),
            "units-too-large" => (texts["cannot.tooLarge"], texts["help.cells"]),
            _ => (ReasonTexts.Of(reason, texts.Language), null),
        };
        return new PartWords(id, title, [texts["cannot"], why], help is null ? [] : [help], false);
    }
}
