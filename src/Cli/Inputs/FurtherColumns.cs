// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Inputs;

/// <summary>Columns that an analysis needs besides the figure itself; a unit without a number in one of them does not take part.</summary>
/// <param name="Asked">Option and column.</param>
internal sealed record FurtherColumns(IReadOnlyList<(string Option, string Column)> Asked)
{
    /// <summary>Whether the levels must be named.</summary>
    internal bool NeedsLevels { get; init; } = true;

    /// <summary>Refuses a unit for what stands in its columns, in the order asked.</summary>
    internal Func<IReadOnlyList<Cells>, int, Reason?> Check { get; init; } = (_, _) => null;

    internal IEnumerable<string> Names => Asked.Select(column => column.Column);

    internal Outcome<IReadOnlyList<double[]>> Read(Units units, ExclusionReason[] why)
    {
        var columns = new List<Cells>();
        foreach (var (option, name) in Asked)
        {
            if (!units.Numbers(option, name).TryGet(out var cells, out var reason))
                return reason;
            for (var unit = 0; unit < why.Length; unit++)
                if (why[unit] == ExclusionReason.None)
                    why[unit] = Exclusion.Of(cells.Missing[unit]);
            columns.Add(cells);
        }

        for (var unit = 0; unit < why.Length; unit++)
            if (why[unit] == ExclusionReason.None && Check(columns, unit) is { } wrong)
                return wrong;
        return new Outcome<IReadOnlyList<double[]>>([.. columns.Select(column => column.Values)]);
    }
}
