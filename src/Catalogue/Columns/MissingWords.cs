// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Columns;

/// <summary>The words for a missing figure in files of our own: <c>NAME_reden</c> beside a column <c>NAME</c>.</summary>
public static class MissingWords
{
    /// <summary>What a column with reasons is called, behind the name of its column.</summary>
    public const string Suffix = "_reden";

    /// <summary>What words for figures that were withheld on the way out begin with.</summary>
    public const string Withheld = "achtergehouden";

    private static readonly (MissingReason Reason, string Word)[] words =
    [
        (MissingReason.Empty, "leeg"), (MissingReason.Secret, "geheim"), (MissingReason.Nil, "nihil"), (MissingReason.Unknown, "onbekend"),
        (MissingReason.ClassOnly, "klasse"), (MissingReason.NotANumber, "geen getal"),
    ];

    /// <summary>The word for a reason; null where there is a figure.</summary>
    /// <param name="reason">Why a figure is not there.</param>
    public static string? Of(MissingReason reason) => Array.Find(words, pair => pair.Reason == reason).Word;

    /// <summary>The reason behind a word; one that is not known tells only that there is no figure.</summary>
    /// <param name="word">As it stands in the file.</param>
    public static MissingReason Read(string? word) =>
        word is null ? MissingReason.Empty
        : word.StartsWith(Withheld, StringComparison.Ordinal) ? MissingReason.Secret
        : Array.Find(words, pair => pair.Word == word) is { Word: not null } known ? known.Reason : MissingReason.Unknown;
}
