// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schakel.Analysis;

namespace Schakel.Web.WorkApi;

/// <summary>
/// Reads what a program sent, and nothing but that: a member that is not known is a typing error and not something to pass over, a number is no
/// word of a list, and a text holds no NUL, which no store keeps.
/// </summary>
internal static class SentBody
{
    private static readonly JsonSerializerOptions strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new TextWithoutNul() },
    };

    internal static async Task<Outcome<T>> Read<T>(HttpRequest request)
        where T : notnull
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, strict, request.HttpContext.RequestAborted) is { } body ? body : Refusal<T>("$");
        }
        catch (JsonException unreadable)
        {
            return Refusal<T>(unreadable.Path ?? "$");
        }
    }

    /// <summary>The members of a body, with what each of them is: <c>level: text?</c>.</summary>
    internal static string MembersOf(Type type) => string.Join(", ", type.GetConstructors()[0].GetParameters().Select(member =>
        $"{JsonNamingPolicy.CamelCase.ConvertName(member.Name!)}: {WordFor(member.ParameterType)}{(IsOptional(member) ? "?" : "")}"));

    /// <summary>Whether a member may be left out.</summary>
    internal static bool IsOptional(ParameterInfo member) => member.HasDefaultValue;

    private static Reason Refusal<T>(string path) => new("body-not-readable", $"This cannot be read at {path}. Send one JSON object with: {MembersOf(typeof(T))}.")
    {
        Arguments = [path, MembersOf(typeof(T))],
    };

    private static string WordFor(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? WordFor(inner)
        : type == typeof(string) ? "text"
        : type == typeof(int) || type == typeof(double) ? "number"
        : type == typeof(bool) ? "true/false"
        : type == typeof(Guid) ? "id"
        : type == typeof(DateOnly) ? "yyyy-mm-dd"
        : type.IsEnum ? string.Join('/', Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
        : type.IsGenericType && type.GetGenericArguments() is [var element] ? $"[{WordFor(element)}]"
        : "{…}";

    private sealed class TextWithoutNul : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException();
            return reader.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new JsonException();
        }

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
