// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Figures of 108 buurten in 36 wijken in 6 gemeenten, with differences at each level; no map.</summary>
internal static class SmallTown
{
    internal static string Figures(int year = 2024) => Lines("code,naam,inwoners,zwerfafval", year, (code, people, cases) =>
        string.Create(CultureInfo.InvariantCulture, $"{code},Buurt {code},{people},{cases}"));

    /// <summary>The same figures with the groups written out.</summary>
    internal static string Tree() => Lines("code,wijk,gemeente,inwoners,zwerfafval", 2024, (code, people, cases) =>
        string.Create(CultureInfo.InvariantCulture, $"{code},WK{code[2..8]},GM{code[2..6]},{people},{cases}"));

    private static string Lines(string heading, int year, Func<string, int, int, string> line)
    {
        var text = new StringBuilder(heading).Append('\n');
        for (var buurt = 0; buurt < 108; buurt++)
        {
            var (gemeente, wijk) = (buurt / 18, buurt % 18 / 3);

            // Fixed waves instead of chance: the same town on every machine.
            var people = 500 + (buurt * 37 % 1500);
            var rate = 0.05 + (0.02 * Math.Sin(gemeente * 2.1)) + (0.01 * Math.Sin((wijk * 1.7) + gemeente)) + (0.012 * Math.Sin((buurt * 2.9) + (0.3 * (year - 2024))));
            text.Append(line(string.Create(CultureInfo.InvariantCulture, $"BU99{gemeente:00}{wijk:00}{buurt % 3:00}"), people, (int)Math.Round(people * rate))).Append('\n');
        }

        return text.ToString();
    }
}
