// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Tests;

/// <summary>Asks an outcome the way a test does: the other side is a failure.</summary>
internal static class Answers
{
    internal static T Answer<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.TryGet(out var answer, out var reason), $"Expected an answer, got {reason}.");
        return answer;
    }

    internal static string Refusal<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.TryGet(out var answer, out var reason), $"Expected a reason, got {answer}.");
        return reason.Code;
    }
}
