// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>The pictures that were asked for lately.</summary>
public sealed class Pictures(TimeProvider clock) : IDisposable
{
    /// <summary>Too many other questions are waiting for their answer.</summary>
    public const string TooBusy = "server-busy";

    /// <summary>Enough for a team at work; a picture of the whole country is a few megabytes.</summary>
    private const int Kept = 48;

    // A picture keeps a core busy; more at once would only make each of them later.
    private readonly AskedLately<ScalePicture> asked = new(clock, Kept, Math.Max(1, Environment.ProcessorCount));

    /// <summary>Asks for a picture; the work starts at the first time of asking.</summary>
    public AnswerInTheMaking<ScalePicture> Ask(IGround ground, StudyQuestion question) => asked.Ask((ground.Fingerprint, question), () => ground.Picture(question));

    public void Dispose() => asked.Dispose();
}
