// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>A change against its control, with what chance could make of it.</summary>
/// <param name="Estimate">[events per weight] negative = reduction.</param>
/// <param name="StandardError">[events per weight].</param>
/// <param name="Low">[events per weight] lower end of the 95 % interval.</param>
/// <param name="High">[events per weight] upper end.</param>
/// <param name="Z">Estimate / standard error; missing with <c>no-events</c> when every count is 0.</param>
/// <param name="P">[0..1] two-sided; missing together with z.</param>
public sealed record DisplacementEffect(double Estimate, double StandardError, double Low, double High, Figure Z, Figure P)
{
    internal bool ExcludesZero => Low > 0 || High < 0;
}

/// <summary>What could have been seen with these numbers, at 80 % power and 5 % two-sided.</summary>
/// <param name="Local">[events per weight].</param>
/// <param name="Ring">[events per weight]; missing with <c>no-ring</c>.</param>
/// <param name="Total">[events per weight].</param>
public sealed record MinimumDetectable(double Local, Figure Ring, double Total);

/// <summary>A ratio with its 95 % limits.</summary>
/// <param name="Estimate">[no unit].</param>
/// <param name="Low">[no unit].</param>
/// <param name="High">[no unit].</param>
public sealed record RatioInterval(Figure Estimate, Figure Low, Figure High)
{
    internal static RatioInterval Missing(Reason reason) => new(reason, reason, reason);
}

/// <summary>The ratios of one measurement.</summary>
/// <param name="Displacement">ρ: which part of the local gain came back in the ring (1 = all of it; negative = the ring gained as well).</param>
/// <param name="Treated">RR of the treated area against its control.</param>
/// <param name="Ring">RR of the ring against its control.</param>
public sealed record DisplacementRatios(RatioInterval Displacement, RatioInterval Treated, RatioInterval Ring);

/// <summary>The total once more, had the counts varied more than assumed.</summary>
/// <param name="Overdispersion">The φ tried.</param>
/// <param name="Total">The total with it.</param>
public sealed record DisplacementSensitivity(double Overdispersion, DisplacementEffect Total);

/// <summary>What may be said, in the fixed words of the command line.</summary>
/// <param name="Local"><c>reduction</c>, <c>increase</c> or <c>not-shown</c>.</param>
/// <param name="Total">The same words.</param>
/// <param name="Ring"><c>displacement</c>, <c>diffusion</c>, <c>not-shown</c>, or null without a ring.</param>
/// <param name="Power"><c>adequate</c>, <c>too-few-cases</c> or <c>size-overstated</c>.</param>
/// <param name="Sentences">The text, in the order in which it may be said.</param>
public sealed record DisplacementVerdict(string Local, string Total, string? Ring, string Power, IReadOnlyList<Sentence> Sentences);

/// <summary>A measured waterbed: what happened here, what happened around it, and what these numbers cannot tell.</summary>
/// <param name="Local">Change in the treated area against its control.</param>
/// <param name="Ring">Change in the ring against its control; null without a ring.</param>
/// <param name="RingReason">Why there is no ring; null when there is one.</param>
/// <param name="Total">Local and ring together (local alone without a ring).</param>
/// <param name="Mde">What could have been seen; to be shown before the result.</param>
/// <param name="Ratios">ρ and the ratio effects.</param>
/// <param name="Quotient">The weighted displacement quotient, descriptive.</param>
/// <param name="Sensitivity">The total at φ = 2 when φ is unknown; else null.</param>
/// <param name="Verdict">What may be said.</param>
/// <param name="Warnings"><c>phi-unknown</c>, <c>low-power</c>, <c>regression-to-mean</c>.</param>
public sealed record DisplacementMeasurement(
    DisplacementEffect Local, DisplacementEffect? Ring, Reason? RingReason, DisplacementEffect Total, MinimumDetectable Mde,
    DisplacementRatios Ratios, QuotientOfDisplacement Quotient, DisplacementSensitivity? Sensitivity,
    DisplacementVerdict Verdict, IReadOnlyList<Warning> Warnings);
