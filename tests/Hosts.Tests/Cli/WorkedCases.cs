// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The small files of the worked cases in the methods.</summary>
internal static class WorkedCases
{
    /// <summary>E-2: a grid of three by three.</summary>
    internal const string Grid = "id,value\nc1,9\nc2,8\nc3,2\nc4,7\nc5,6\nc6,1\nc7,3\nc8,2\nc9,1\n";

    /// <summary>A-1: twelve buurten in five wijken in two gemeenten.</summary>
    internal const string Nested = """
        buurt,wijk,gemeente,y,n
        b01,W1,G1,24,400
        b02,W1,G1,30,600
        b03,W1,G1,27,300
        b04,W2,G1,40,400
        b05,W2,G1,66,600
        b06,W3,G2,36,900
        b07,W3,G2,12,400
        b08,W3,G2,10,500
        b09,W4,G2,56,700
        b10,W4,G2,18,300
        b11,W5,G2,15,500
        b12,W5,G2,20,800

        """;

    /// <summary>A-5: eight buurten, two years.</summary>
    internal const string TwoYears = """
        buurt,wijk,n,y1,y2
        b1,w0,400,24,28
        b2,w0,600,30,27
        b3,w0,300,27,24
        b4,w1,400,40,46
        b5,w1,600,66,60
        b6,w2,900,36,33
        b7,w2,400,12,10
        b8,w2,500,10,16

        """;

    /// <summary>Rook neighbours of the grid of three by three, both directions.</summary>
    internal static string GridNeighbours { get; } = Neighbours();

    private static string Neighbours()
    {
        var lines = new StringBuilder("from,to\n");
        for (var cell = 0; cell < 9; cell++)
        {
            var (row, column) = Math.DivRem(cell, 3);
            foreach (var (down, right) in new[] { (-1, 0), (1, 0), (0, -1), (0, 1) })
                if (row + down is >= 0 and < 3 && column + right is >= 0 and < 3)
                    lines.Append(CultureInfo.InvariantCulture, $"c{cell + 1},c{((row + down) * 3) + column + right + 1}\n");
        }

        return lines.ToString();
    }
}
