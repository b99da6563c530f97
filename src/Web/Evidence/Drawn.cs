// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Web.Evidence;

/// <summary>Numbers as drawings and machines write them.</summary>
internal static class Drawn
{
    /// <summary>A share as a place on an axis from 0 to 100 %.</summary>
    internal static string Percent(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The number itself, for <c>data value</c>: what a program reads is what the command prints.</summary>
    internal static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
