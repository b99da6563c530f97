// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Schakel.Web.WorkApi;

/// <summary>Names in the description. Two resources may call something alike, as <c>AskBody</c>; then both get the name of their resource before it, or one would stand for the other.</summary>
internal static class SchemaNames
{
    private static readonly HashSet<string> shared =
        [.. typeof(SchemaNames).Assembly.GetTypes().Where(type => type.IsNestedPublic || type.IsPublic).GroupBy(type => type.Name, StringComparer.Ordinal).Where(alike => alike.Count() > 1).Select(alike => alike.Key)];

    internal static string? Of(JsonTypeInfo info) => OpenApiOptions.CreateDefaultSchemaReferenceId(info) is { } name
        ? info.Type.IsGenericType && info.Type.GetGenericTypeDefinition() == typeof(Page<>) ? $"PageOf{Of(info.Type.GetGenericArguments()[0])}"
            : shared.Contains(info.Type.Name) ? Of(info.Type) : name
        : null;

    private static string Of(Type type) => shared.Contains(type.Name) && type.DeclaringType is { } resource ? $"{resource.Name.Replace("Api", "", StringComparison.Ordinal)}{type.Name}" : type.Name;
}
