// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>Solves small symmetric positive definite systems: covariance matrices of a handful of figures.</summary>
internal static class Cholesky
{
    // A pivot this much smaller than its diagonal means that one row is a sum of others.
    private const double SingularShare = 1e-12;

    /// <summary>Solves matrix · x = right; false when the matrix is singular (or not positive definite) to working precision.</summary>
    internal static bool TrySolve(double[,] matrix, ReadOnlySpan<double> right, double[] solution)
    {
        var n = right.Length;
        var root = new double[n, n];
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[row, column];
                for (var k = 0; k < column; k++)
                    sum -= root[row, k] * root[column, k];
                if (row != column)
                    root[row, column] = sum / root[column, column];
                else if (sum > matrix[row, row] * SingularShare)
                    root[row, row] = Math.Sqrt(sum);
                else
                    return false;
            }
        }

        for (var row = 0; row < n; row++)
        {
            solution[row] = right[row];
            for (var k = 0; k < row; k++)
                solution[row] -= root[row, k] * solution[k];
            solution[row] /= root[row, row];
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++)
                solution[row] -= root[k, row] * solution[k];
            solution[row] /= root[row, row];
        }

        return true;
    }
}
