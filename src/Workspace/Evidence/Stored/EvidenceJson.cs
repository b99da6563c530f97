// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Evidence.Stored;

/// <summary>Evidence as bytes and back, without losing a digit: numbers are written in the shortest form that reads back the same.</summary>
internal static class EvidenceJson
{
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // What is worked out from the rest is worked out again.
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Pairs have fields.
        IncludeFields = true,
        Converters = { new OutcomeJson(), new FigureJson(), new UnitTreeJson(), new NeighboursJson(), new ArgumentJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    internal static byte[] Write<T>(T what) => JsonSerializer.SerializeToUtf8Bytes(what, options);

    internal static T Read<T>(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<T>(bytes, options) ?? throw new JsonException("Nothing is stored here.");

    /// <summary>A figure, or why there is none.</summary>
    private sealed class FigureJson : JsonConverter<Figure>
    {
        public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? Figure.Of(reader.GetDouble())
            : JsonSerializer.Deserialize<Reason>(ref reader, options) is { } reason ? Figure.Missing(reason) : default;

        public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
        {
            if (value.Value is { } number)
                writer.WriteNumberValue(number);
            else
                JsonSerializer.Serialize(writer, value.Reason, options);
        }

        public override bool HandleNull => true;
    }

    private sealed record Tree(string[] Levels, int Units, int[][] Ancestors);

    private sealed class UnitTreeJson : JsonConverter<UnitTree>
    {
        public override UnitTree Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var tree = JsonSerializer.Deserialize<Tree>(ref reader, options)!;
            return UnitTree.Create(tree.Levels, tree.Units, tree.Ancestors).TryGet(out var made, out var reason) ? made : throw new JsonException(reason.Detail);
        }

        public override void Write(Utf8JsonWriter writer, UnitTree value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Tree([.. value.Levels], value.UnitCount, value.Ancestors), options);
    }

    private sealed record Graph(int[] Offsets, int[] Targets, double[] Weights);

    private sealed class NeighboursJson : JsonConverter<Neighbours>
    {
        public override Neighbours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var graph = JsonSerializer.Deserialize<Graph>(ref reader, options)!;
            var edges = new (int From, int To, double Weight)[graph.Targets.Length];
            for (var (from, edge) = (0, 0); edge < edges.Length; edge++)
            {
                while (edge >= graph.Offsets[from + 1])
                    from++;
                edges[edge] = (from, graph.Targets[edge], graph.Weights.Length > 0 ? graph.Weights[edge] : 1);
            }

            var made = Neighbours.FromWeightedEdges(graph.Offsets.Length - 1, edges);
            return graph.Weights.Length > 0 ? made : made.Binary();
        }

        public override void Write(Utf8JsonWriter writer, Neighbours value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Graph(value.Offsets.ToArray(), value.Targets.ToArray(), value.Weights.ToArray()), options);
    }
}
