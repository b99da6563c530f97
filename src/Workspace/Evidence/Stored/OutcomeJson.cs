// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.Json.Serialization;
using Schakel.Analysis;

namespace Schakel.Workspace.Evidence.Stored;

/// <summary>An answer under <c>answer</c>, or why there is none under <c>reason</c>.</summary>
internal sealed class OutcomeJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Outcome<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed record Either<T>(T? Answer, Reason? Reason);

    private sealed class Of<T> : JsonConverter<Outcome<T>>
        where T : class
    {
        public override Outcome<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Either<T>>(ref reader, options) switch
            {
                { Answer: { } answer } => new Outcome<T>(answer),
                { Reason: { } reason } => new Outcome<T>(reason),
                _ => throw new JsonException("Neither an answer nor a reason."),
            };

        public override void Write(Utf8JsonWriter writer, Outcome<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.TryGet(out var answer, out var reason) ? new Either<T>(answer, null) : new Either<T>(null, reason), options);
    }
}
