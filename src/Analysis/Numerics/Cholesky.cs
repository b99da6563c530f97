// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Numerics;

/// <summary>Takes apart small symmetric positive definite matrices: covariances and cross-products of a handful of figures.</summary>
internal static class Cholesky
{
    // A pivot this much smaller than its diagonal means that one row is a sum of others.
    private const double SingularShare = 1e-12;

    /// <summary>The lower triangle R with R R' = matrix; null when the matrix is singular (or not positive definite) to working precision.</summary>
    internal static double[,]? Root(double[,] matrix)
    {
        var n = matrix.GetLength(0);
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
                    return null;
            }
        }

        return root;
    }

    /// <summary>Solves R R' x = right.</summary>
    internal static double[] Solve(double[,] root, ReadOnlySpan<double> right)
    {
        var solution = right.ToArray();
        for (var row = 0; row < solution.Length; row++)
        {
            for (var k = 0; k < row; k++)
                solution[row] -= root[row, k] * solution[k];
            solution[row] /= root[row, row];
        }

        return SolveTransposed(root, solution);
    }

    /// <summary>Solves R' x = right.</summary>
    internal static double[] SolveTransposed(double[,] root, ReadOnlySpan<double> right)
    {
        var solution = right.ToArray();
        for (var row = solution.Length - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < solution.Length; k++)
                solution[row] -= root[k, row] * solution[k];
            solution[row] /= root[row, row];
        }

        return solution;
    }
}
