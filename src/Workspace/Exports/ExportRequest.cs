// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Exports.Results;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Exports;

/// <summary>What somebody wants to take away from a catalogue.</summary>
public sealed record ExportRequest
{
    /// <summary>Level ids; null = every level with boundaries but squares.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Indicator ids; null = all.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }

    /// <summary>Years; null = of each figure the latest with values.</summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>Only areas inside this one (a code of any level).</summary>
    public string? Within { get; init; }

    /// <summary>Whether what is written may leave the house: then module J decides what is in it.</summary>
    public bool Publish { get; init; }

    /// <summary>Answers of analyses, to be joined to the areas.</summary>
    public IReadOnlyList<ResultTable> Results { get; init; } = [];

    /// <summary>Language of titles and account.</summary>
    public Language Language { get; init; } = Language.Dutch;

    internal string Say(string dutch, string english) => Language == Language.Dutch ? dutch : english;
}
