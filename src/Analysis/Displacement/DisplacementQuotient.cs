// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>The weighted displacement quotient: a description, without a valid margin.</summary>
/// <param name="Value">WDQ: above 1 the benefit around exceeds the effect, 0 to 1 the benefit spread, −1 to 0 the shift is smaller than the gain, below −1 larger.</param>
/// <param name="Success">Change of the treated area relative to the control; negative = success.</param>
/// <param name="Buffer">Change of the ring relative to the control.</param>
/// <param name="Gross">[events] GE = before − after in the treated area.</param>
/// <param name="TotalNet">[events] TNE: events prevented, here and around.</param>
public sealed record QuotientOfDisplacement(Figure Value, Figure Success, Figure Buffer, double Gross, Figure TotalNet);

/// <summary>How does the change around compare with the change here? (descriptive)</summary>
public static class DisplacementQuotient
{
    /// <summary>Bowers and Johnson's quotient, from raw counts.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> success = Rₐ/Cₐ − R_b/C_b, buffer = Dₐ/Cₐ − D_b/C_b, WDQ = buffer/success, GE = R_b − Rₐ,
    /// TNE = R_b·Cₐ/C_b − Rₐ + D_b·Cₐ/C_b − Dₐ; R treated, D ring, C control, b before, a after.</para>
    /// <para><b>Units.</b> WDQ, success and buffer have none; GE and TNE are events.</para>
    /// <para><b>Shapes.</b> Treated, control and ring; the ring's own control is not used.</para>
    /// <para><b>Missing values.</b> Without a ring only success and GE.</para>
    /// <para><b>No answer.</b> <c>no-ring</c>; <c>control-count-zero</c>: a control count is 0; <c>no-success</c>: success ≥ 0, so that the
    /// quotient has no meaning.</para>
    /// <para><b>Cost.</b> Constant.</para>
    /// <para><b>Source.</b> Bowers and Johnson (2003), <i>Measuring the geographical displacement and diffusion of benefit effects of crime
    /// prevention activity</i>, Journal of Quantitative Criminology 19, 275–301.</para>
    /// <para><b>Checked against.</b> Own recomputation in R: <c>reference/displacement/F-5.json</c>.</para>
    /// </remarks>
    /// <param name="counts">[events] ≥ 0.</param>
    /// <returns>The quotient and its parts.</returns>
    public static QuotientOfDisplacement Compute(DisplacementCounts counts)
    {
        counts.Check();
        var (treated, control, ring) = (counts.Treated, counts.Control, counts.Ring);
        var gross = treated.Before - treated.After;
        if (control.Before == 0 || control.After == 0)
        {
            var zero = new Reason("control-count-zero", "A count of the control area is 0, so nothing can be divided by it.");
            return new QuotientOfDisplacement(zero, zero, zero, gross, zero);
        }

        var success = (treated.After / control.After) - (treated.Before / control.Before);
        if (ring is null)
            return new QuotientOfDisplacement(DisplacementDifference.NoRing, success, DisplacementDifference.NoRing, gross, DisplacementDifference.NoRing);

        var trend = control.After / control.Before;
        var buffer = (ring.After / control.After) - (ring.Before / control.Before);
        var net = (treated.Before * trend) - treated.After + (ring.Before * trend) - ring.After;
        // Asked of the counts, not of the difference of two rounded ratios.
        var succeeded = treated.After * control.Before < treated.Before * control.After;
        Figure value = succeeded
            ? buffer / success
            : new Reason("no-success", "The treated area did not improve on its control, so a quotient has no meaning.");
        return new QuotientOfDisplacement(value, success, buffer, gross, net);
    }
}
