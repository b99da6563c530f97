// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Advice;

/// <summary>What the figures say about one level: a class 0–3 with its plausible range, unknown, or not applicable. Unknown is not 0.</summary>
public readonly record struct EvidenceClass
{
    private EvidenceClass(bool applicable, int? middle, int low, int high) => (IsApplicable, Middle, Low, High) = (applicable, middle, low, high);

    /// <summary>Not known: anything from 0 to 3.</summary>
    public static EvidenceClass Unknown { get; } = new(true, null, 0, 3);

    /// <summary>Cannot be computed for structural reasons; does not count.</summary>
    public static EvidenceClass NotApplicable { get; } = new(false, null, 0, 0);

    /// <summary>Whether this level could have such a figure at all.</summary>
    public bool IsApplicable { get; }

    /// <summary>0 none, 1 weak, 2 moderate, 3 strong; null when unknown or not applicable.</summary>
    public int? Middle { get; }

    /// <summary>Lowest plausible class.</summary>
    public int Low { get; }

    /// <summary>Highest plausible class.</summary>
    public int High { get; }

    /// <summary>Whether the class is missing where there should be one.</summary>
    public bool IsUnknown => IsApplicable && Middle is null;

    /// <summary>A class without a range of its own.</summary>
    /// <param name="middle">0..3.</param>
    /// <returns>The class.</returns>
    public static EvidenceClass Of(int middle) => Of(middle, middle, middle);

    /// <summary>A class with its plausible range.</summary>
    /// <param name="middle">0..3.</param>
    /// <param name="low">0..middle.</param>
    /// <param name="high">middle..3.</param>
    /// <returns>The class.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The three are not in order within 0..3.</exception>
    public static EvidenceClass Of(int middle, int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, middle);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(middle, high);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(high, 3);
        return new EvidenceClass(true, middle, low, high);
    }

    /// <summary>The class of a share: of a level in the true differences (A), or of the honest gain at 20 % (B).</summary>
    /// <param name="share">[0..1]; a gain below 0 is none.</param>
    /// <param name="low">[0..1] lower end of its plausible range.</param>
    /// <param name="high">[0..1] upper end.</param>
    /// <returns>3 from 0.50, 2 from 0.25, 1 from 0.10, else 0.</returns>
    public static EvidenceClass FromShare(double share, double low, double high) =>
        Of(ClassOf(share), Math.Min(ClassOf(low), ClassOf(share)), Math.Max(ClassOf(high), ClassOf(share)));

    private static int ClassOf(double share) => share >= 0.50 ? 3 : share >= 0.25 ? 2 : share >= 0.10 ? 1 : 0;
}
