// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.History;

/// <summary>What people write: not empty, and not without end.</summary>
public static class Words
{
    public const int Longest = 4000, LongestTitle = 200;

    /// <summary>Refuses the first of these texts that says nothing or goes on too long.</summary>
    public static Reason? Missing(params ReadOnlySpan<(string Name, string? Text)> texts)
    {
        foreach (var (name, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
                return new Reason("text-missing", $"Fill in: {name}.") { Arguments = [new Term($"text.{name}")] };
            if (TooLong(name, text) is { } tooLong)
                return tooLong;
        }

        return null;
    }

    public static Reason? TooLong(string name, string? text)
    {
        var longest = name == "title" ? LongestTitle : Longest;
        return text?.Length > longest
            ? new Reason("text-too-long", $"This is longer than {longest} characters: {name}.") { Arguments = [longest, new Term($"text.{name}")] }
            : null;
    }

    /// <summary>A value as it stands in history and in JSON: <c>steeredCentrally</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
