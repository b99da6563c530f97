// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Web.Runs;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Evidence.Stored;
using Schakel.Workspace.Runs;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Evidence;

/// <summary>
/// The evidence that was asked for lately. It is made as a run, stored by what it depends on, and never changes; what is in memory here is only
/// what was read lately.
/// </summary>
public sealed class Evidences(IRuns runs, AskedRuns askedRuns, TimeProvider clock) : IDisposable
{
    /// <summary>Somebody stopped the run; who wants it after all asks again.</summary>
    public const string Stopped = "run-stopped";

    private const int Kept = 64, TriedKept = 256, Waiting = 64;

    /// <summary>How often one looks whether a run has ended.</summary>
    private static readonly TimeSpan glance = TimeSpan.FromMilliseconds(40);

    // Waiting for a run costs nothing; how many are computed at the same time is for the runs to say.
    private readonly AskedLately<Findings> asked = new(clock, Kept, Waiting, reason => reason.Code is Stopped or Pictures.TooBusy or "catalogue-changed" or "run-broke");

    private readonly AskedLately<Findings> stored = new(clock, Kept, Environment.ProcessorCount, reason => reason.Code is "no-such-evidence" or "evidence-not-done");

    private readonly AskedLately<Tried> tried = new(clock, TriedKept, 1);

    // A program that computes no long work makes it here, one at a time: the parts of one question use all cores.
    private readonly SemaphoreSlim own = new(1);

    /// <summary>Asks for the evidence; the work starts at the first time of asking.</summary>
    public AnswerInTheMaking<Findings> Ask(IGround ground, StudyQuestion question) => asked.Ask((ground.Fingerprint, question), () => Through(ground, question));

    /// <summary>The evidence of a key, when it is there: it may be about figures that are no longer loaded.</summary>
    public Task<Outcome<Findings>> Find(string key) => stored.Ask(key, () => Read(key)).Outcome;

    /// <summary>How far the run of a question is; null when nobody asked it here yet.</summary>
    public Run? RunOf(IGround ground, StudyQuestion question) => askedRuns.Find(ground.Fingerprint, EvidenceRun.Name, EvidenceRun.Request(question));

    /// <summary>Names of the steps of a run that are done, and of those that are not.</summary>
    public IEnumerable<(string Step, bool IsDone)> StepsOf(Run run)
    {
        var missing = runs.Missing(run);
        return EvidenceRun.Steps.Select((step, shard) => (step, !missing.Contains(shard)));
    }

    /// <summary>Stops making evidence, for everybody who waits for it; parts that are there stay.</summary>
    public async Task Stop(IGround ground, StudyQuestion question, CancellationToken cancel)
    {
        // After a restart nobody asked it here yet; asking gives the key, and a run that has ended stays as it is.
        if ((await Begin(ground, question, again: false, cancel)).TryGet(out var run, out _))
            await runs.Cancel(run.Key, cancel);
    }

    /// <summary>Begins again what was stopped or has failed.</summary>
    public async Task Resume(IGround ground, StudyQuestion question, CancellationToken cancel)
    {
        await Begin(ground, question, again: true, cancel);
        _ = Ask(ground, question);
    }

    /// <summary>What comes of what a reader tries out; the usual needs no work.</summary>
    public Task<Outcome<Tried>> Try(Findings findings, Trial trial) => trial == new Trial()
        ? Task.FromResult(new Outcome<Tried>(Tried.Of(findings, trial)))
        : tried.Ask((findings.Key, trial), () => new Outcome<Tried>(Tried.Of(findings, trial))).Outcome;

    public void Dispose()
    {
        asked.Dispose();
        stored.Dispose();
        tried.Dispose();
        own.Dispose();
    }

    private async Task<Outcome<Findings>> Through(IGround ground, StudyQuestion question)
    {
        if (!(await Begin(ground, question, again: false, CancellationToken.None)).TryGet(out var run, out var reason))
            return reason.Code == "runs-off" ? await Here(ground, question) : reason;
        if (await Ended(run) is not { } ended)
            return new Reason(Stopped, "This computation was thrown away.");
        if (ended.State == RunState.Done && !(await Find(ended.Key)).TryGet(out _, out _))
        {
            // The file is not what was written: made again, under the same name.
            runs.Discard(ended.Key);
            if (!(await Begin(ground, question, again: true, CancellationToken.None)).TryGet(out run, out reason))
                return reason;
            ended = await Ended(run);
        }

        return ended switch
        {
            { State: RunState.Done } => await Find(ended.Key),
            { Why: { } why } => why,
            _ => new Reason(Stopped, "This computation was stopped."),
        };
    }

    private Task<Outcome<Run>> Begin(IGround ground, StudyQuestion question, bool again, CancellationToken cancel) =>
        askedRuns.Ask(ground.Fingerprint, EvidenceRun.Name, EvidenceRun.Request(question), again, cancel);

    private async Task<Run?> Ended(Run run)
    {
        while (!run.HasEnded)
        {
            await Task.Delay(glance, clock);
            if (!runs.Find(run.Key).TryGet(out var now, out _))
                return null;
            run = now;
        }

        return run;
    }

    private async Task<Outcome<Findings>> Here(IGround ground, StudyQuestion question)
    {
        await own.WaitAsync();
        try
        {
            return ground.Evidence(question);
        }
        finally
        {
            own.Release();
        }
    }

    private Outcome<Findings> Read(string key)
    {
        if (!runs.Find(key).TryGet(out var run, out _) || run.Kind != EvidenceRun.Name)
            return new Reason("no-such-evidence", $"There is no evidence '{key}'.") { Arguments = [key] };
        if (runs.Result(key) is not { } bytes)
            return new Reason("evidence-not-done", $"The evidence '{key}' is not there yet, or it was stopped.") { Arguments = [key] };
        return StoredFindings.Read(bytes) is { } findings ? findings : new Reason("no-such-evidence", $"There is no evidence '{key}'.") { Arguments = [key] };
    }
}
