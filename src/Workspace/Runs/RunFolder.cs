// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Globalization;
using Schakel.Analysis;

namespace Schakel.Workspace.Runs;

/// <summary>
/// Runs and their results as files: a folder a run, named by its key. Every file appears whole or not at all (written beside, then renamed), so
/// a process that dies leaves shards that the next one can use. Several machines may share the folder.
/// </summary>
/// <remarks>
/// <c>KEY/run.json</c> what was asked · <c>KEY/state.json</c> where it stands · <c>KEY/parts/0007</c> a shard · <c>KEY/result</c> ·
/// <c>KEY/stop</c> somebody asked to stop · <c>open/KEY</c> the run has not ended, so that a start need not look at every run there ever was.
/// </remarks>
/// <param name="path">Where; made when the first run comes.</param>
/// <param name="mostBytes">[bytes] of all results together; those made longest ago go, and are made again when somebody asks.</param>
public sealed class RunFolder(string path, long mostBytes = RunFolder.UsualBytes)
{
    /// <summary>[bytes] two gibibytes: a few thousand questions about one municipality.</summary>
    public const long UsualBytes = 2L << 30;

    private static readonly SearchValues<char> hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Makes the record of a run, or finds the one that is there.</summary>
    /// <param name="kind">Kind of work.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The present.</param>
    public Run Create(string kind, RunPlan plan, DateTimeOffset now)
    {
        if (!IsKey(plan.Key))
            throw new ArgumentException($"{plan.Key} is not a hash in 64 hex digits.", nameof(plan));
        if (Find(plan.Key) is { } known)
            return known;

        Directory.CreateDirectory(Path.Combine(path, "open"));
        File.WriteAllBytes(Open(plan.Key), []);
        Directory.CreateDirectory(Path.Combine(Of(plan.Key), "parts"));
        RunRecord.Write(Of(plan.Key, "run.json"), new RunRecord.Asked(kind, plan.Request, plan.Shards, now));
        return Find(plan.Key) ?? throw new IOException($"The record of run {plan.Key} cannot be read back.");
    }

    /// <summary>The run of a key; null when there is none.</summary>
    /// <param name="key">As somebody typed it.</param>
    public Run? Find(string key)
    {
        if (!IsKey(key) || RunRecord.Read<RunRecord.Asked>(Of(key, "run.json")) is not { } asked)
            return null;
        var standing = RunRecord.Read<RunRecord.Standing>(Of(key, "state.json")) ?? new RunRecord.Standing(RunState.Queued, null, null, 0, null, null);
        return new Run(
            asked.Kind, new RunPlan(key, asked.Request, asked.Shards), asked.AskedAt, standing.State, standing.StartedAt, standing.EndedAt, standing.PartsAtStart,
            standing.State == RunState.Done ? asked.Shards : Count(key), standing.Code is null ? null : new Reason(standing.Code, standing.Detail ?? "") { Arguments = standing.Arguments });
    }

    /// <summary>Keys of runs that have not ended, in order of name.</summary>
    public IReadOnlyList<string> Unfinished() =>
        Directory.Exists(Path.Combine(path, "open")) ? [.. Directory.EnumerateFiles(Path.Combine(path, "open")).Select(Path.GetFileName).OfType<string>().Where(IsKey).Order(StringComparer.Ordinal)] : [];

    /// <summary>Shards that are still to be computed.</summary>
    /// <param name="run">The run.</param>
    public IReadOnlyList<int> Missing(Run run) => [.. Enumerable.Range(0, run.Plan.Shards).Where(shard => !File.Exists(Part(run.Key, shard)))];

    /// <summary>Keeps a shard.</summary>
    /// <param name="key">The run.</param>
    /// <param name="shard">Its number.</param>
    /// <param name="bytes">What was computed.</param>
    public void Keep(string key, int shard, byte[] bytes) => RunRecord.Replace(Part(key, shard), bytes);

    /// <summary>The bytes of all shards, in order.</summary>
    /// <param name="run">A run of which none is missing.</param>
    public IReadOnlyList<byte[]> Parts(Run run) => [.. Enumerable.Range(0, run.Plan.Shards).Select(shard => File.ReadAllBytes(Part(run.Key, shard)))];

    /// <summary>Says that an attempt begins.</summary>
    /// <param name="run">The run.</param>
    /// <param name="now">The present.</param>
    public void Begin(Run run, DateTimeOffset now) => Put(run.Key, new RunRecord.Standing(RunState.Running, now, null, run.Parts, null, null));

    /// <summary>Keeps the result; the shards it was made of may go.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">The bytes of the result.</param>
    /// <param name="now">The present.</param>
    public void Finish(Run run, byte[] result, DateTimeOffset now)
    {
        RunRecord.Replace(Of(run.Key, "result"), result);
        Close(run, now);
        Trim();
    }

    /// <summary>Closes a run whose result is there already: the last attempt died between the two.</summary>
    /// <param name="run">The run.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether there was one.</returns>
    public bool FinishIfThere(Run run, DateTimeOffset now)
    {
        if (!File.Exists(Of(run.Key, "result")))
            return false;
        Close(run, now);
        return true;
    }

    /// <summary>Says that an attempt ended without a result.</summary>
    /// <param name="run">The run.</param>
    /// <param name="state">Cancelled or failed.</param>
    /// <param name="why">Why, when it failed.</param>
    /// <param name="now">The present.</param>
    public void End(Run run, RunState state, Reason? why, DateTimeOffset now)
    {
        Put(run.Key, new RunRecord.Standing(state, run.StartedAt, now, run.PartsAtStart, why?.Code, why?.Detail) { Arguments = why?.Arguments ?? [] });
        File.Delete(Open(run.Key));
    }

    /// <summary>Puts a run that was stopped or failed back in the queue.</summary>
    /// <param name="run">The run.</param>
    public void Requeue(Run run)
    {
        File.Delete(Of(run.Key, "stop"));
        File.WriteAllBytes(Open(run.Key), []);
        Put(run.Key, new RunRecord.Standing(RunState.Queued, null, null, 0, null, null));
    }

    /// <summary>Asks for a run to be stopped; outlives the process that was asked.</summary>
    /// <param name="key">The run.</param>
    public void AskToStop(string key) => File.WriteAllBytes(Of(key, "stop"), []);

    /// <summary>Whether somebody asked to stop.</summary>
    /// <param name="key">The run.</param>
    public bool MustStop(string key) => File.Exists(Of(key, "stop"));

    /// <summary>The result; null when the run is not done.</summary>
    /// <param name="key">As somebody typed it.</param>
    public byte[]? Result(string key) => Find(key) is { State: RunState.Done } ? File.ReadAllBytes(Of(key, "result")) : null;

    /// <summary>Throws away a run that has ended.</summary>
    /// <param name="key">The run.</param>
    public void Discard(string key)
    {
        if (Find(key) is not { HasEnded: true })
            return;
        // Renamed first: a folder that is half gone must not be found under its name.
        var away = Path.Combine(path, $"away-{Guid.NewGuid():N}");
        try
        {
            Directory.Move(Of(key), away);
            Directory.Delete(away, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another program on the same folder was first.
        }
    }

    private void Trim()
    {
        var left = mostBytes;
        foreach (var result in Directory.EnumerateDirectories(path).Select(run => new FileInfo(Path.Combine(run, "result"))).Where(file => file.Exists).OrderByDescending(file => file.LastWriteTimeUtc).ToArray())
        {
            left -= result.Length;
            if (left < 0)
                Discard(result.Directory!.Name);
        }
    }

    private void Close(Run run, DateTimeOffset now)
    {
        if (Directory.Exists(Path.Combine(Of(run.Key), "parts")))
            Directory.Delete(Path.Combine(Of(run.Key), "parts"), recursive: true);
        End(run, RunState.Done, null, now);
    }

    private static bool IsKey(string key) => key.Length == 64 && !key.AsSpan().ContainsAnyExcept(hex);

    private void Put(string key, RunRecord.Standing standing) => RunRecord.Write(Of(key, "state.json"), standing);

    private int Count(string key)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(Of(key), "parts")).Count(file => Path.GetFileName(file).All(char.IsAsciiDigit));
        }
        catch (DirectoryNotFoundException)
        {
            // The run was finished while we looked: shards go when the result is there.
            return File.Exists(Of(key, "result")) ? RunRecord.Read<RunRecord.Asked>(Of(key, "run.json"))?.Shards ?? 0 : 0;
        }
    }

    private string Of(string key, string file = "") => Path.Combine(path, key, file);

    private string Open(string key) => Path.Combine(path, "open", key);

    private string Part(string key, int shard) => Of(key, Path.Combine("parts", shard.ToString("D4", CultureInfo.InvariantCulture)));
}
