// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Perception;

/// <summary>How far a cell belongs to the neighbourhood.</summary>
/// <param name="Membership">[0..1] share of the voices that drew it.</param>
/// <param name="Low">[0..1] 5th percentile over redrawn sets of respondents; missing with <c>draws-not-asked</c>.</param>
/// <param name="High">[0..1] 95th percentile.</param>
/// <param name="Entropy">[bits, 0..1] disagreement: 1 = half and half.</param>
/// <param name="Band"><c>core</c> (≥ .75), <c>shared</c> (≥ .50), <c>fringe</c> (≥ .25) or <c>outside</c>.</param>
public sealed record CellMembership(double Membership, Figure Low, Figure High, double Entropy, string Band);

/// <summary>The neighbourhood as its residents draw it.</summary>
/// <param name="Cells">One a cell.</param>
/// <param name="EffectiveRespondents">With how many equal voices they speak.</param>
public sealed record MembershipResult(IReadOnlyList<CellMembership> Cells, double EffectiveRespondents);

/// <summary>Where do residents see their neighbourhood?</summary>
public static class MembershipSurface
{
    /// <summary>[metres] how far around a home voices count, by default.</summary>
    public const double BandwidthInMetres = 300;

    private const double Core = 0.75, Shared = 0.50, Fringe = 0.25;

    /// <summary>The share of voices that drew each cell, for one named neighbourhood or around one home.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> m(c) = Σ wᵣ 1[c ∈ Pᵣ]/Σ wᵣ; entropy H = −m log₂ m − (1 − m) log₂(1 − m).</para>
    /// <para><b>Units.</b> Shares; bits.</para>
    /// <para><b>Shapes.</b> One weight a respondent; one answer a cell. Never pool a whole city: that only shows where respondents live. Take those
    /// who name one neighbourhood, or weights of <see cref="AroundHome"/>.</para>
    /// <para><b>Missing values.</b> Respondents without a usable drawing are left out and counted.</para>
    /// <para><b>No answer.</b> <c>no-respondents</c>: all weights are 0. Within an answer <c>draws-not-asked</c>.</para>
    /// <para><b>Cost.</b> O(respondents · cells · replicates).</para>
    /// <para><b>Source.</b> Coulton, Korbin, Chan and Su (2001), <i>Mapping residents' perceptions of neighborhood boundaries</i>; Kish (1965).</para>
    /// <para><b>Checked against.</b> R 4.2.2, base: <c>reference/perception/I-1.json</c>.</para>
    /// </remarks>
    /// <param name="drawings">Who drew what.</param>
    /// <param name="weights">≥ 0, one a respondent.</param>
    /// <param name="replicates">Redrawn sets of respondents for the range; 0 = none.</param>
    /// <param name="seed">The same seed gives the same range.</param>
    /// <returns>The surface.</returns>
    public static Outcome<MembershipResult> Compute(Drawings drawings, ReadOnlySpan<double> weights, int replicates = 199, int seed = 2009)
    {
        drawings.RequireWeights(weights);
        ArgumentOutOfRangeException.ThrowIfNegative(replicates);
        if (!weights.ContainsAnyExcept(0.0))
            return new Reason("no-respondents", "Nobody's drawing counts here.");

        double[] used = [.. weights];
        var membership = Surface(drawings, used);
        var ranges = Redraw(drawings, used, replicates, seed);
        var unasked = new Reason("draws-not-asked", "The range was not asked for.");
        var cells = new CellMembership[membership.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var m = membership[cell];
            cells[cell] = new CellMembership(
                m, ranges is null ? unasked : ranges[cell].Low, ranges is null ? unasked : ranges[cell].High, Bits(m) + Bits(1 - m),
                m >= Core ? "core" : m >= Shared ? "shared" : m >= Fringe ? "fringe" : "outside");
        }

        return new MembershipResult(cells, EffectiveNumber.Of(weights));
    }

    /// <summary>Weights of voices around one home: w · exp(−½(d/λ)²).</summary>
    /// <param name="weights">≥ 0, one a respondent.</param>
    /// <param name="distancesInMetres">[metres] from the home to theirs.</param>
    /// <param name="bandwidthInMetres">[metres] λ, above 0.</param>
    /// <returns>One weight a respondent.</returns>
    public static double[] AroundHome(ReadOnlySpan<double> weights, ReadOnlySpan<double> distancesInMetres, double bandwidthInMetres = BandwidthInMetres)
    {
        Require.SameLength(distancesInMetres.Length, weights.Length, nameof(distancesInMetres));
        Require.NotNegative(weights, nameof(weights));
        Require.NotNegative(distancesInMetres, nameof(distancesInMetres));
        Require.Positive([bandwidthInMetres], nameof(bandwidthInMetres));
        var near = new double[weights.Length];
        for (var r = 0; r < near.Length; r++)
        {
            var d = distancesInMetres[r] / bandwidthInMetres;
            near[r] = weights[r] * Math.Exp(-0.5 * d * d);
        }

        return near;
    }

    private static double[] Surface(Drawings drawings, double[] weights)
    {
        var surface = new double[drawings.CellCount];
        var total = weights.Sum();
        for (var r = 0; r < weights.Length; r++)
            for (var cell = 0; cell < surface.Length && weights[r] > 0; cell++)
                if (drawings.Holds(r, cell))
                    surface[cell] += weights[r];
        // Sums of the same weights in the same order are equal to the bit, so a cell that all drew is exactly 1.
        for (var cell = 0; cell < surface.Length; cell++)
            surface[cell] = Math.Min(1, surface[cell] / total);
        return surface;
    }

    private static (double Low, double High)[]? Redraw(Drawings drawings, double[] weights, int replicates, int seed)
    {
        var drawn = new List<double[]>();
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var chance = new RandomSequence(seed, replicate);
            var redrawn = new double[weights.Length];
            for (var r = 0; r < weights.Length; r++)
            {
                var chosen = chance.NextInt(weights.Length);
                redrawn[chosen] += weights[chosen];
            }

            if (redrawn.AsSpan().ContainsAnyExcept(0.0))
                drawn.Add(Surface(drawings, redrawn));
        }

        if (drawn.Count == 0)
            return null;
        var ranges = new (double, double)[drawings.CellCount];
        for (var cell = 0; cell < ranges.Length; cell++)
        {
            double[] values = [.. drawn.Select(surface => surface[cell])];
            ranges[cell] = (Percentile.Of(values, 0.05), Percentile.Of(values, 0.95));
        }

        return ranges;
    }

    private static double Bits(double share) => share > 0 ? -share * Math.Log2(share) + 0.0 : 0;
}
