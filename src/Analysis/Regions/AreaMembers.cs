// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Regions;

/// <summary>Who is in which area.</summary>
internal static class AreaMembers
{
    /// <summary>Rising units of each area; units below 0 are in none.</summary>
    internal static int[][] Of(int[] areaOf, int areas)
    {
        var counts = new int[areas];
        foreach (var area in areaOf)
            if (area >= 0)
                counts[area]++;
        var members = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (var unit = 0; unit < areaOf.Length; unit++)
            if (areaOf[unit] >= 0)
                members[areaOf[unit]][counts[areaOf[unit]]++] = unit;
        return members;
    }

    /// <summary>Numbers areas by their first unit, from 0. Equal plans become equal columns.</summary>
    internal static int Renumber(int[] areaOf)
    {
        var numbers = new Dictionary<int, int>();
        for (var unit = 0; unit < areaOf.Length; unit++)
        {
            if (areaOf[unit] < 0)
                continue;
            if (!numbers.TryGetValue(areaOf[unit], out var number))
                numbers[areaOf[unit]] = number = numbers.Count;
            areaOf[unit] = number;
        }

        return numbers.Count;
    }
}
