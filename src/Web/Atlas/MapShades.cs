// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.Atlas;

/// <summary>Which of the five sequential shades a class gets.</summary>
public static class MapShades
{
    /// <summary>1 to 5; with fewer classes they are spread, so that neighbours on the scale stay apart.</summary>
    public static int Of(int index, int classes) => classes <= 1 ? 2 : 1 + (int)Math.Round(index * 4.0 / (classes - 1), MidpointRounding.AwayFromZero);
}
