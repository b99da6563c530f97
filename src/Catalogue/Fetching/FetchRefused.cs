// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Schakel.Catalogue.Fetching;

/// <summary>Stops fetching one source, deep inside its requests; <see cref="Fetch"/> turns it into a <see cref="Refusal"/>.</summary>
/// <remarks>As with reading files: a refusal is an answer to callers, but inside it would have to pass a dozen levels.</remarks>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a code there is nothing to say.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It does not leave this project.")]
internal class FetchRefused(string code, string detail, string where) : Exception(detail)
{
    internal string Code { get; } = code;

    internal string Where { get; } = where;

    /// <summary>What the service answered with; null when it did not come to that.</summary>
    internal HttpStatusCode? Status { get; init; }

    internal object[] Arguments { get; init; } = [];

    internal string? Value { get; init; }

    internal string? Expected { get; init; }

    internal Refusal AsRefusal() => new(Code, Message, Where) { Arguments = Arguments, Value = Value, Expected = Expected };
}
