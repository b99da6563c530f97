// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Atlas;
using Schakel.Workspace.Texts;

namespace Schakel.Web.Evidence;

/// <summary>One bar: how many areas lie here.</summary>
/// <param name="From">[unit of the axis].</param>
/// <param name="UpTo">[unit of the axis].</param>
/// <param name="Clear">Areas that differ from the mean.</param>
/// <param name="LikeMean">Areas that cannot be told apart from it: drawn in the one fill that they have everywhere.</param>
public sealed record AreaBin(double From, double UpTo, int Clear, int LikeMean)
{
    public int Areas => Clear + LikeMean;
}

/// <summary>How many areas have which figure: a chart that areas can be picked from, and that names none of them.</summary>
/// <param name="By">Name of the chart in the address.</param>
/// <param name="Bins">Rising.</param>
/// <param name="BinOf">By place in <see cref="EvidenceView.Reading"/>; −1 without a figure.</param>
public sealed record AreaBins(string By, IReadOnlyList<AreaBin> Bins, int[] BinOf)
{
    private const int MostBins = 16, Tens = 10;

    internal static IEnumerable<AreaBins> Of(EvidenceView view)
    {
        // Where it is mostly chance, a chart of the values shows chance, and picking from it would make the list that we advise against.
        if (view.Picture.Profile.Noise.Dominates)
            yield break;
        if (Figures(view) is { } figures)
            yield return figures;
        if (OtherBorders(view) is { } borders)
            yield return borders;
    }

    /// <summary>The bins that lie whole in a range.</summary>
    internal bool IsIn(Pick pick, int bin)
    {
        var tie = 1e-9 * Math.Max(1, Math.Max(Math.Abs(Bins[0].From), Math.Abs(Bins[^1].UpTo)));
        return bin >= 0 && Bins[bin].From >= pick.From - tie && Bins[bin].UpTo <= pick.UpTo + tie;
    }

    private static AreaBins? Figures(EvidenceView view)
    {
        var level = view.Reading;
        var showing = Enumerable.Range(0, level.Codes.Length).Select(area => AreaFigure.Of(level, area)).ToArray();
        double[] values = [.. Enumerable.Range(0, level.Codes.Length).Select(area => showing[area] is Showing.Figure or Showing.LikeMean ? level.Estimates[area] * view.Measure.Factor : double.NaN)];
        var known = values.Where(double.IsFinite).ToArray();
        if (known.Length < 2 || known.Min() >= known.Max())
            return null;

        var step = Step((known.Max() - known.Min()) / MostBins);
        var first = Math.Floor(known.Min() / step);
        var number = (int)(Math.Floor(known.Max() / step) - first) + 1;
        int[] binOf = [.. values.Select(value => double.IsFinite(value) ? Math.Min(number - 1, (int)(Math.Floor(value / step) - first)) : -1)];
        return Counted(Pick.Figure, number, bin => (Clean((first + bin) * step), Clean((first + bin + 1) * step)), binOf, showing);
    }

    /// <summary>In how many of ten other divisions an area would be chosen.</summary>
    private static AreaBins? OtherBorders(EvidenceView view)
    {
        var level = view.Reading;
        var elsewhere = view.ElsewhereChosen;
        if (elsewhere.Count < 2)
            return null;
        var showing = Enumerable.Range(0, level.Codes.Length).Select(area => AreaFigure.Of(level, area)).ToArray();
        int[] binOf = [.. level.Codes.Select((code, area) => showing[area] != Showing.TooFew && elsewhere.TryGetValue(code, out var share) ? EvidenceTexts.OfTen(share) : -1)];
        return Counted(Pick.Borders, Tens + 1, bin => (bin, bin), binOf, showing);
    }

    private static AreaBins Counted(string by, int number, Func<int, (double From, double UpTo)> range, int[] binOf, Showing[] showing) => new(by,
        [.. Enumerable.Range(0, number).Select(bin => new AreaBin(
            range(bin).From, range(bin).UpTo,
            binOf.Zip(showing).Count(area => area.First == bin && area.Second != Showing.LikeMean), binOf.Zip(showing).Count(area => area.First == bin && area.Second == Showing.LikeMean)))],
        binOf);

    /// <summary>The next of 1, 2, 5 times a power of ten: ends of bars that can be read aloud.</summary>
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * ((least / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }

    // 3 · 0.1 is not exactly 0.3.
    private static double Clean(double value) => Math.Round(value, 9, MidpointRounding.AwayFromZero);
}
