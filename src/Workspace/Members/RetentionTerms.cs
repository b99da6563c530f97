// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>How long personal data stay, in the order of the table in docs/guide/workspace.md.</summary>
/// <param name="ColleagueMonths">After leaving; then the name becomes the function.</param>
/// <param name="SignalContactDays">After closing.</param>
/// <param name="SignalTextMonths">After closing.</param>
/// <param name="OfferMonths">Unrenewed.</param>
/// <param name="DrawingMonths">Since drawn.</param>
/// <param name="RequestMonths">Contact of an initiative or challenge request, after its end.</param>
/// <param name="ReflectionMonths">Since written.</param>
/// <param name="SecurityLogMonths">Since logged.</param>
/// <param name="DecisionFileYears">History of a closed opgave.</param>
/// <param name="OpenSignalMonths">How long a signal may stay open before its terms run as if it had been closed; terms that were set before this one was there have the default.</param>
public sealed record RetentionTerms(
    int ColleagueMonths, int SignalContactDays, int SignalTextMonths, int OfferMonths, int DrawingMonths,
    int RequestMonths, int ReflectionMonths, int SecurityLogMonths, int DecisionFileYears, int OpenSignalMonths = 12) : IWrittenAsJson
{
    public static RetentionTerms Default { get; } = new(12, 30, 24, 12, 24, 12, 24, 6, 10);

    /// <summary>Refuses terms that keep nothing at all, or keep for ever.</summary>
    public Reason? Check()
    {
        int[] terms = [ColleagueMonths, SignalContactDays, SignalTextMonths, OfferMonths, DrawingMonths, RequestMonths, ReflectionMonths, SecurityLogMonths, DecisionFileYears, OpenSignalMonths];
        return terms.All(term => term is >= 1 and <= 240) ? null : new Reason("term-out-of-range", "A term is a whole number from 1 to 240.");
    }
}
