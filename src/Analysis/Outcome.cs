// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;

namespace Schakel.Analysis;

/// <summary>An answer, or the reason why there is none. For a "no" that a user can understand; bugs throw.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed class Outcome<T>
    where T : notnull
{
    private readonly T? answer;
    private readonly Reason? reason;

    /// <summary>Wraps an answer.</summary>
    /// <param name="answer">The answer.</param>
    public Outcome(T answer) => this.answer = answer;

    /// <summary>Wraps a reason.</summary>
    /// <param name="reason">Why there is no answer.</param>
    public Outcome(Reason reason) => this.reason = reason;

    /// <summary>Asks for the answer.</summary>
    /// <param name="answer">The answer, when there is one.</param>
    /// <param name="reason">Why not, when there is none.</param>
    /// <returns>Whether there is an answer.</returns>
    public bool TryGet([NotNullWhen(true)] out T? answer, [NotNullWhen(false)] out Reason? reason)
    {
        answer = this.answer;
        reason = this.reason;
        return this.reason is null;
    }

    /// <summary>An answer is an outcome.</summary>
    /// <param name="answer">The answer.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the named alternates.")]
    public static implicit operator Outcome<T>(T answer) => new(answer);

    /// <summary>A reason is an outcome.</summary>
    /// <param name="reason">Why there is no answer.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the named alternates.")]
    public static implicit operator Outcome<T>(Reason reason) => new(reason);
}
