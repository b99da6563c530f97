// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.Json.Serialization;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Runs;

/// <summary>The two small files of a run.</summary>
internal static class RunRecord
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new ArgumentJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>What was asked; never changes.</summary>
    internal sealed record Asked(string Kind, string Request, int Shards, DateTimeOffset AskedAt);

    /// <summary>Where it stands.</summary>
    internal sealed record Standing(RunState State, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, int PartsAtStart, string? Code, string? Detail)
    {
        /// <summary>What the sentence of the reason is filled with.</summary>
        public IReadOnlyList<object> Arguments { get; init; } = [];
    }

    internal static T? Read<T>(string file) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), json);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal static void Write<T>(string file, T record) => Replace(file, JsonSerializer.SerializeToUtf8Bytes(record, json));

    /// <summary>The old bytes or the new ones, never half of either, also after a power failure.</summary>
    internal static void Replace(string file, byte[] bytes)
    {
        var next = $"{file}.{Guid.NewGuid():N}.next";
        try
        {
            using (var stream = new FileStream(next, FileMode.CreateNew))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(next, file, overwrite: true);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }
}
