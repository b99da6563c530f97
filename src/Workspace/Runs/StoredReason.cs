// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Runs;

/// <summary>A reason on its way between machines: what its sentence is filled with goes along, so that each language can say it.</summary>
public static class StoredReason
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Converters = { new ArgumentJson() } };

    /// <summary>The reason as text.</summary>
    /// <param name="reason">The reason.</param>
    public static string Write(Reason reason) => JsonSerializer.Serialize(new Reason(reason.Code, reason.Detail) { Arguments = reason.Arguments }, json);

    /// <summary>The reason again.</summary>
    /// <param name="text">As <see cref="Write"/> gave it.</param>
    public static Reason Read(string text) => JsonSerializer.Deserialize<Reason>(text, json) ?? throw new JsonException("There is no reason here.");
}
