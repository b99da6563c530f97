// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Evidence;

/// <summary>The evidence that was asked for lately: made once a question, kept by what it depends on, never changed.</summary>
public sealed class Evidences(TimeProvider clock) : IDisposable
{
    private const int Kept = 64, TriedKept = 256;

    // The parts of one question use all cores already.
    private readonly AskedLately<Findings> asked = new(clock, Kept, 1);

    private readonly AskedLately<Tried> tried = new(clock, TriedKept, 1);

    /// <summary>Asks for the evidence; the work starts at the first time of asking.</summary>
    public AnswerInTheMaking<Findings> Ask(IGround ground, StudyQuestion question) => asked.Ask((ground.Fingerprint, question), () => ground.Evidence(question));

    /// <summary>What comes of what a reader tries out; the usual needs no work.</summary>
    public Task<Outcome<Tried>> Try(Findings findings, Trial trial) => trial == new Trial()
        ? Task.FromResult(new Outcome<Tried>(Tried.Of(findings, trial)))
        : tried.Ask((findings.Key, trial), () => new Outcome<Tried>(Tried.Of(findings, trial))).Outcome;

    public void Dispose()
    {
        asked.Dispose();
        tried.Dispose();
    }
}
