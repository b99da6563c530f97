// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Web.Measuring;

/// <summary>One line of the drawing of changes.</summary>
/// <param name="Name">Which part.</param>
/// <param name="Detail">What it is.</param>
/// <param name="Estimate">Best estimate; null before measuring.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="NotSeen">A change smaller than this could not have been seen.</param>
public sealed record ChangeRow(string Name, string Detail, double? Estimate, double Low, double High, double NotSeen);

/// <summary>Where numbers stand on the axis, in per cent of its width: the drawing fits any screen without shrinking its words.</summary>
internal sealed class ChangeAxis
{
    private readonly double from, to;

    internal ChangeAxis(IReadOnlyList<ChangeRow> rows)
    {
        from = Math.Min(0, rows.Min(row => Math.Min(-row.NotSeen, row.Estimate is null ? 0 : row.Low)));
        to = Math.Max(0, rows.Max(row => Math.Max(row.NotSeen, row.Estimate is null ? 0 : row.High)));
        var step = Step((to - from) / 4);
        Ticks = [.. Enumerable.Range((int)Math.Ceiling(from / step), (int)Math.Floor(to / step) - (int)Math.Ceiling(from / step) + 1).Select(at => at * step)];
        var air = (to - from) * 0.04;
        (from, to) = (from - air, to + air);
    }

    internal IReadOnlyList<double> Ticks { get; }

    internal string At(double value) => string.Create(CultureInfo.InvariantCulture, $"{Share(value):F2}%");

    internal string Length(double low, double high) => string.Create(CultureInfo.InvariantCulture, $"{Share(high) - Share(low):F2}%");

    private double Share(double value) => to > from ? 100 * (value - from) / (to - from) : 50;

    // 1, 2 or 5 times a power of ten: steps people can count in.
    private static double Step(double rough)
    {
        if (!(rough > 0))
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
