// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>What may be over at the next attempt: a dropped connection, a busy service, half an answer.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a code there is nothing to say.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It does not leave this project.")]
internal sealed class PassingProblem(string code, string detail, string where) : FetchRefused(code, detail, where)
{
    /// <summary>How long the service asked to wait.</summary>
    internal TimeSpan? Wait { get; init; }

    /// <summary>A machine without a network does not get one by asking six times.</summary>
    internal bool IsUnreachable { get; init; }

    /// <summary>The service says, or may mean, that the question asks for too much at once: asking less may help where waiting does not.</summary>
    internal bool MayBeTooMuch { get; init; }

    /// <summary>It said so in words; then asking the same again is of no use.</summary>
    internal bool IsTooMuch { get; init; }
}
