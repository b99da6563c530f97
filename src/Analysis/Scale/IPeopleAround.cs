// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>Meets the people around a place, nearest first.</summary>
internal interface IPeopleAround
{
    /// <summary>Fills the rates around a place.</summary>
    /// <param name="place">Index of the place.</param>
    /// <param name="sizes">[people] rising, none above all people together.</param>
    /// <param name="rates">[rate] by size.</param>
    void Collect(int place, ReadOnlySpan<double> sizes, Span<double> rates);
}
