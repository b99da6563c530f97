// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;

namespace Schakel.Analysis.Perception;

/// <summary>Which cells each respondent drew as the own neighbourhood.</summary>
/// <remarks>
/// <para><b>Shapes.</b> R respondents, C cells, both numbered from 0. Immutable.</para>
/// </remarks>
public sealed class Drawings
{
    private readonly ulong[][] rows;

    /// <summary>Takes the cells of each respondent.</summary>
    /// <param name="cellCount">C.</param>
    /// <param name="cellsOf">Per respondent 0-based cells, at least one, any order.</param>
    /// <exception cref="ArgumentException">A respondent drew no cell, or a cell does not exist.</exception>
    public Drawings(int cellCount, IReadOnlyList<IReadOnlyList<int>> cellsOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cellCount);
        CellCount = cellCount;
        rows = new ulong[cellsOf.Count][];
        for (var respondent = 0; respondent < rows.Length; respondent++)
        {
            if (cellsOf[respondent].Count == 0)
                throw new ArgumentException($"Respondent {respondent} drew no cell; set such drawings aside and count them.", nameof(cellsOf));
            var row = rows[respondent] = new ulong[(cellCount + 63) / 64];
            foreach (var cell in cellsOf[respondent])
            {
                ArgumentOutOfRangeException.ThrowIfNegative(cell);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, cellCount);
                row[cell >> 6] |= 1UL << (cell & 63);
            }
        }
    }

    /// <summary>R.</summary>
    public int RespondentCount => rows.Length;

    /// <summary>C.</summary>
    public int CellCount { get; }

    /// <summary>Whether a respondent drew a cell.</summary>
    /// <param name="respondent">0-based.</param>
    /// <param name="cell">0-based.</param>
    /// <returns>Inside the drawing or not.</returns>
    public bool Holds(int respondent, int cell) => (rows[respondent][cell >> 6] >> (cell & 63) & 1) == 1;

    internal double Jaccard(int one, int other)
    {
        int both = 0, either = 0;
        for (var word = 0; word < rows[one].Length; word++)
        {
            both += BitOperations.PopCount(rows[one][word] & rows[other][word]);
            either += BitOperations.PopCount(rows[one][word] | rows[other][word]);
        }

        return (double)both / either;
    }

    internal void RequireWeights(ReadOnlySpan<double> weights)
    {
        Require.SameLength(weights.Length, RespondentCount, nameof(weights));
        Require.Finite(weights, nameof(weights));
        Require.NotNegative(weights, nameof(weights));
    }
}
