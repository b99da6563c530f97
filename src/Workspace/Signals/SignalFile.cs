// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Tasks;

namespace Schakel.Workspace.Signals;

/// <summary>Where a signal lies for the one who reads.</summary>
public enum SignalLies
{
    /// <summary>It waits for the reader's organisation.</summary>
    WithUs,

    /// <summary>Nobody took it up yet.</summary>
    WithNobody,

    /// <summary>The reader's organisation knows the area and got a copy; another one answers.</summary>
    Copy,

    WithOthers,
    Closed,
}

/// <summary>A signal in a list.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Lies">Where it lies for the reader.</param>
/// <param name="Owner">Who has to answer, by name.</param>
/// <param name="Task">The task it is a complaint about.</param>
/// <param name="Opgave">The opgave it was linked to, if the reader may read that one.</param>
public sealed record SignalEntry(Signal Signal, SignalLies Lies, string? Owner, MunicipalTask? Task, Opgave? Opgave);

/// <summary>One signal with everything the reader may know and do.</summary>
/// <param name="Entry">The signal and where it lies.</param>
/// <param name="AreaContact">Who got the copy.</param>
/// <param name="MaySeeContact">Whether the reader is one of those who answer.</param>
/// <param name="DataGo">When what is left of contact and words is erased, at the latest; null when nothing is left.</param>
/// <param name="Near">Others of the last months from the same surroundings.</param>
/// <param name="Story">What happened to it.</param>
/// <param name="Tasks">Tasks in force it can turn out to be about.</param>
/// <param name="Opgaven">Opgaven it can be linked to.</param>
/// <param name="Organisations">Who it can be passed to.</param>
public sealed record SignalFile(
    SignalEntry Entry, string? AreaContact, bool MaySeeContact, DateTimeOffset? DataGo, IReadOnlyList<SignalEntry> Near, IReadOnlyList<StoryLine> Story,
    IReadOnlyList<MunicipalTask> Tasks, IReadOnlyList<Opgave> Opgaven, IReadOnlyList<Organisation> Organisations);

/// <summary>What can be chosen where a colleague writes a signal down.</summary>
public sealed record SignalChoices(IReadOnlyList<MunicipalTask> Tasks);
