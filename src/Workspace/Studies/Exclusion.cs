// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Columns;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Studies;

/// <summary>Why a unit does not take part.</summary>
public enum ExclusionReason
{
    /// <summary>It takes part.</summary>
    None,

    /// <summary>The source leaves it empty.</summary>
    Missing,

    /// <summary>The source keeps it secret.</summary>
    Secret,

    /// <summary>There is nothing to measure.</summary>
    Nil,

    /// <summary>Unknown at the source.</summary>
    Unknown,

    /// <summary>The source gives a class instead of a number.</summary>
    ClassOnly,

    /// <summary>Text in the place of a number.</summary>
    NotANumber,

    /// <summary>Nobody to divide by.</summary>
    NoResidents,

    /// <summary>Nothing is expected there.</summary>
    NothingExpected,

    /// <summary>No boundary on the map.</summary>
    NoBoundary,

    /// <summary>In no group of the level that was asked for.</summary>
    NoGroup,

    /// <summary>No neighbours.</summary>
    Island,
    BorderChanged,
}

/// <summary>A unit that does not take part, with the reason: left out, and listed.</summary>
/// <param name="Id">Code of the unit.</param>
/// <param name="Reason">Why.</param>
public readonly record struct Exclusion(string Id, ExclusionReason Reason)
{
    /// <summary>The same from what a file says of a cell.</summary>
    /// <param name="missing">Why a value is missing.</param>
    /// <returns><see cref="ExclusionReason.None"/> for a value that is there.</returns>
    public static ExclusionReason Of(MissingReason missing) => missing switch
    {
        MissingReason.Present => ExclusionReason.None,
        MissingReason.Secret => ExclusionReason.Secret,
        MissingReason.Nil => ExclusionReason.Nil,
        MissingReason.Unknown => ExclusionReason.Unknown,
        MissingReason.ClassOnly => ExclusionReason.ClassOnly,
        MissingReason.NotANumber => ExclusionReason.NotANumber,
        MissingReason.BorderChanged => ExclusionReason.BorderChanged,
        _ => ExclusionReason.Missing,
    };

    /// <summary>Nobody is left: how many were left out, and why.</summary>
    /// <param name="language">Language of the reader.</param>
    /// <param name="why">One a unit.</param>
    /// <returns><c>no-usable-units</c>.</returns>
    public static Reason Everybody(Language language, IReadOnlyList<ExclusionReason> why)
    {
        string In(Language tongue) => string.Join(", ", why.GroupBy(reason => reason).Select(group => $"{new Exclusion("", group.Key).Text(tongue)} ({group.Count()})"));
        return new Reason("no-usable-units", $"None of the {why.Count} units can take part: {In(Language.English)}.") { Arguments = [why.Count, In(language)] };
    }

    /// <summary>The reason in a few words.</summary>
    /// <param name="language">Language of the reader.</param>
    /// <returns>A few words.</returns>
    public string Text(Language language)
    {
        var (dutch, english) = Reason switch
        {
            ExclusionReason.Secret => ("geheim", "secret"),
            ExclusionReason.Nil => ("niets te meten (nihil)", "missing: nothing to measure"),
            ExclusionReason.Unknown => ("onbekend of geheim", "missing: unknown or secret"),
            ExclusionReason.ClassOnly => ("een klasse in plaats van een getal", "missing: a class instead of a number"),
            ExclusionReason.NotANumber => ("geen getal", "missing: not a number"),
            ExclusionReason.NoResidents => ("geen inwoners", "no residents"),
            ExclusionReason.NothingExpected => ("er wordt niets verwacht", "nothing is expected"),
            ExclusionReason.NoBoundary => ("geen grens op de kaart", "no boundary"),
            ExclusionReason.NoGroup => ("hoort bij geen enkele groep", "in no group"),
            ExclusionReason.BorderChanged => ("grens of code veranderd: niet te vergelijken", "border or code changed: not comparable"),
            ExclusionReason.Island => ("eiland: geen buren", "island"),
            _ => ("ontbreekt", "missing"),
        };
        return language == Language.Dutch ? dutch : english;
    }
}
