// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;

namespace Schakel.Web.WorkApi;

/// <summary>What is answered: the body, the version of the item behind it, and where it stands.</summary>
/// <param name="Body">What leaves as JSON.</param>
/// <param name="Version">Version of the item, for <c>ETag</c> and <c>If-Match</c>; null when nobody changes it.</param>
/// <param name="At">Address of what was made.</param>
internal sealed record Said<T>(T Body, int? Version = null, string? At = null);

internal static class Said
{
    internal static Said<T> By<T>(Item item, T body, string? at = null) => new(body, item.Version, at);
}

/// <summary>Some of a list; the header <c>Link</c> names the address of the rest.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items);
