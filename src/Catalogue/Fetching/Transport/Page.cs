// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>One answer of a service, whole and readable.</summary>
/// <param name="Address">As asked.</param>
/// <param name="Retrieved">When.</param>
/// <param name="Sha256">Of the body.</param>
/// <param name="Crs">What the head says about coordinates (<c>Content-Crs</c>).</param>
/// <param name="Body">JSON.</param>
internal sealed record Page(Uri Address, DateTimeOffset Retrieved, string Sha256, string? Crs, byte[] Body)
{
    internal JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }
}
