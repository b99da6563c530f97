// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>How a reader gets the same figures without a browser.</summary>
internal static class ProfileCommand
{
    internal static string Of(IGround ground, StudyQuestion question)
    {
        var command = $"schakel profile --catalogue {Quoted(ground.Name)} --indicator {Quoted(question.Indicator)}";
        if (question.Year is { } year)
            command += string.Create(CultureInfo.InvariantCulture, $" --year {year}");
        if (question.Within is { } place)
            command += $" --within {Quoted(place)}";
        return command + string.Create(CultureInfo.InvariantCulture, $" --seed {question.Seed} --json");
    }

    internal static string ApiUrl(StudyQuestion question)
    {
        var query = new QueryString().Add("indicator", question.Indicator);
        if (question.Year is { } year)
            query = query.Add("year", year.ToString(CultureInfo.InvariantCulture));
        if (question.Within is { } place)
            query = query.Add("within", place);
        return "/api/v1/scale-picture" + query;
    }

    /// <summary>Safe for a POSIX shell: plain words as they are, anything else between single quotes.</summary>
    internal static string Quoted(string word) => word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "._-/:".Contains(letter, StringComparison.Ordinal))
        ? word
        : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
