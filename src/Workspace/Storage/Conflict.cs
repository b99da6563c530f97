// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Storage;

/// <summary>A field that two people wrote differently.</summary>
public sealed record BothVersions(string Field, string? Theirs, string? Yours);

/// <summary>Somebody saved first. The second sees both versions and chooses.</summary>
public sealed record Conflict(int CurrentVersion, IReadOnlyList<BothVersions> Differences)
    : Reason("someone-saved-first", "Somebody saved a change before you. Both versions are shown; nothing of yours is lost and nothing is written.")
{
    /// <param name="entry">The item as it is now, with one's own change applied on top.</param>
    internal static Conflict Of(EntityEntry entry)
    {
        var differences = entry.Properties
            .Where(property => property.Metadata.Name is not (nameof(Item.Version) or nameof(Item.Id) or nameof(Item.Tenant)) && property.IsModified)
            .Select(property => new BothVersions(property.Metadata.Name, Text(property.OriginalValue), Text(property.CurrentValue)))
            .Where(both => both.Theirs != both.Yours)
            .ToList();
        return new Conflict((int)entry.Property(nameof(Item.Version)).OriginalValue!, differences);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        byte[] => "(sealed)",
        NetTopologySuite.Geometries.Geometry geometry => geometry.AsText(),
        _ => JsonSerializer.Serialize(value, value.GetType(), CanonicalJson.Options).Trim('"'),
    };
}
