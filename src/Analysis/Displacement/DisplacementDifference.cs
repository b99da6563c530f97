// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis.Numerics;

namespace Schakel.Analysis.Displacement;

/// <summary>Did it help here, and did it come back next door?</summary>
public static class DisplacementDifference
{
    // What is tried when nobody knows φ: twice the variance of pure chance.
    private const double TriedOverdispersion = 2;

    internal static readonly Reason NoRing = new("no-ring", "No ring was counted, so displacement and diffusion cannot be seen.");

    /// <summary>Compares the change where something was done, and around it, with the change in control areas.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> local = ΔT − ΔC_T, ring = ΔD − ΔC_D, total (WDD) = local + ring, each count first divided by (period length τ ·
    /// area weight w); Var = φ Σ count/(τw)² over the counts that enter; z = estimate/√Var; 95 % interval = estimate ± 1.959963984540054 √Var;
    /// minimum detectable effect = (1.959963984540054 + 0.8416212335729143) √Var.</para>
    /// <para><b>Units.</b> Events, or events per unit of weight. Negative = fewer events.</para>
    /// <para><b>Shapes.</b> Two counts each for treated and control, and for ring and ring control where there is a ring.</para>
    /// <para><b>Missing values.</b> Not accepted: an area that was not counted in both periods cannot be compared.</para>
    /// <para><b>No answer.</b> None for the whole. Inside it: <c>no-ring</c>, <c>no-events</c> (z and p when every count is 0), and the reasons of
    /// <see cref="DisplacementRatio"/>, <see cref="RatioEffect"/> and <see cref="DisplacementQuotient"/>.</para>
    /// <para><b>Cost.</b> A few dozen operations.</para>
    /// <para><b>Source.</b> Wheeler and Ratcliffe (2018), <i>A simple weighted displacement difference test to evaluate place based crime
    /// interventions</i>, Crime Science 7:11; power and exaggeration: Gelman and Carlin (2014).</para>
    /// <para><b>Checked against.</b> The published case and own recomputation in R: <c>reference/displacement/F-1.json</c> to <c>F-4.json</c>.</para>
    /// </remarks>
    /// <param name="counts">[events] ≥ 0.</param>
    /// <param name="options">Overdispersion, weights and earlier periods.</param>
    /// <returns>The measurement with its verdict.</returns>
    /// <exception cref="ArgumentException">A count is negative or not finite, a weight is not above 0, φ is below 1, or the ring has no control.</exception>
    public static DisplacementMeasurement Compute(DisplacementCounts counts, DisplacementOptions? options = null)
    {
        options ??= new DisplacementOptions();
        counts.Check();
        options.Check();

        var phi = options.Overdispersion ?? 1;
        var time = options.TimeWeights;
        var sizes = options.AreaWeights;
        var localParts = Difference(Part.Of(counts.Treated, sizes.Treated, time), Part.Of(counts.Control, sizes.Control, time));
        Part? ringParts = counts is { Ring: { } around, RingControl: { } aroundControl }
            ? Difference(Part.Of(around, sizes.Ring, time), Part.Of(aroundControl, sizes.RingControl, time))
            : null;
        var totalParts = ringParts is { } moved ? Add(localParts, moved) : localParts;

        var local = Effect(localParts, phi);
        var ring = ringParts is { } parts ? Effect(parts, phi) : null;
        var total = Effect(totalParts, phi);
        var mde = new MinimumDetectable(Detectable(local), ring is null ? NoRing : Detectable(ring), Detectable(total));
        var treatedBefore = counts.Treated.Before / (time.Before * sizes.Treated);
        var verdict = VerdictOnDisplacement.Of(local, ring, total, mde, treatedBefore);

        return new DisplacementMeasurement(
            local, ring, ring is null ? NoRing : null, total, mde,
            new DisplacementRatios(
                DisplacementRatio.Compute(local, ring),
                RatioEffect.Compute(counts.Treated, counts.Control, phi),
                counts is { Ring: { } r, RingControl: { } rc } ? RatioEffect.Compute(r, rc, phi) : RatioInterval.Missing(NoRing)),
            DisplacementQuotient.Compute(counts),
            options.Overdispersion is null ? new DisplacementSensitivity(TriedOverdispersion, Effect(totalParts, TriedOverdispersion)) : null,
            verdict, DisplacementWarnings.Of(counts, options, verdict, mde));
    }

    internal static double Detectable(DisplacementEffect effect) => (NormalQuantile.Of975 + NormalQuantile.Of80) * effect.StandardError;

    private static DisplacementEffect Effect(Part part, double phi)
    {
        var error = Math.Sqrt(phi * part.Variance);
        // Asked of the counts: the variance is a sum of counts, so it is 0 only when there was no event at all.
        Figure z = part.Variance > 0
            ? part.Change / error
            : new Reason("no-events", "Not one event was counted, so there is nothing to compare.");
        Figure p = z.Value is { } value ? ChiSquare.TwoSidedNormal(value) : z.Reason!;
        return new DisplacementEffect(
            part.Change, error, part.Change - (NormalQuantile.Of975 * error), part.Change + (NormalQuantile.Of975 * error), z, p);
    }

    private static Part Difference(Part area, Part control) => new(area.Change - control.Change, area.Variance + control.Variance);

    private static Part Add(Part one, Part other) => new(one.Change + other.Change, one.Variance + other.Variance);

    private readonly record struct Part(double Change, double Variance)
    {
        internal static Part Of(BeforeAfter counts, double size, TimeWeights time)
        {
            double before = time.Before * size, after = time.After * size;
            return new Part(
                (counts.After / after) - (counts.Before / before),
                (counts.Before / (before * before)) + (counts.After / (after * after)));
        }
    }
}
