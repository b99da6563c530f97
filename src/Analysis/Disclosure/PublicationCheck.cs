// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Disclosure;

/// <summary>May these figures leave the house, side by side?</summary>
public static class PublicationCheck
{
    /// <summary>Applies the rules of publication: small figures, dominance, rounding, and what follows from figures beside each other.</summary>
    /// <remarks>
    /// <para><b>Definition.</b> Withheld by themselves: 1–4 cases, a denominator below 20 (proportions) or 10, fewer than 10 respondents
    /// (<c>minimum</c>); nobody or everybody of fewer than 50 (<c>group</c>); <c>dominance</c> and <c>p-rule</c>. Withheld to protect others: the
    /// smallest cell with cases, again and again, until nothing below 5 events or 10 people follows from a parent and its published descendants, no
    /// withheld cell follows at all, and no union of areas of one division minus a union of areas of another leaves less
    /// (<c>differencing</c>). Shown: counts in fives, rates in whole percents.</para>
    /// <para><b>Units.</b> Persons, events.</para>
    /// <para><b>Shapes.</b> One record a cell of every level; leaves are cells without parts. A parent is taken to be the sum of its leaves.</para>
    /// <para><b>Missing values.</b> Leave out cells without a figure. Without denominators the rules about people are not applied.</para>
    /// <para><b>No answer.</b> <c>cell-twice</c>, <c>parent-unknown</c>, <c>parent-cycle</c>, <c>zoning-of-unknown-cell</c>.</para>
    /// <para><b>Cost.</b> O(cells) a withheld cell; with zonings a minimum cut for each small leaf and pair of divisions.</para>
    /// <para><b>Source.</b> Hundepool et al. (2012), <i>Statistical Disclosure Control</i>; the cut: Picard (1976), <i>Maximal closure of a graph</i>.</para>
    /// <para><b>Checked against.</b> By hand: <c>reference/disclosure/J-3.json</c>, <c>reference/disclosure/J-5.json</c>; and in the tests an attack by all
    /// linear combinations and all unions on small cases.</para>
    /// </remarks>
    /// <param name="cells">Every cell that is to be published, all levels.</param>
    /// <param name="zonings">Divisions of the leaves that are published as well.</param>
    /// <param name="rules">Thresholds.</param>
    /// <returns>What may be shown.</returns>
    /// <exception cref="ArgumentException">A number is negative or not finite.</exception>
    public static Outcome<PublicationResult> Compute(
        IReadOnlyList<PublicationCell> cells, IReadOnlyList<PublishedZoning>? zonings = null, PublicationRules? rules = null)
    {
        rules ??= new PublicationRules();
        foreach (var cell in cells)
        {
            double[] numbers = [cell.Cases, cell.Population ?? 0, cell.Respondents ?? 0];
            Require.Finite(numbers, cell.Id);
            Require.NotNegative(numbers, cell.Id);
        }

        if (!PublicationTable.Read(cells, zonings ?? []).TryGet(out var table, out var reason))
            return reason;

        var primary = Primary(table, rules);
        var secondary = new SuppressionLoop(table, primary, rules).Run();
        return Report(table, primary, secondary, rules);
    }

    private static Dictionary<string, string> Primary(PublicationTable table, PublicationRules rules)
    {
        var primary = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (family, index, cell) in table.Figures)
        {
            var why = OwnRule(cell, rules);
            if (why is null)
                continue;
            primary[cell.Id] = why;
            family.Published[index] = false;
        }

        return primary;
    }

    private static string? OwnRule(PublicationCell cell, PublicationRules rules)
    {
        if ((cell.Cases > 0 && cell.Cases < rules.LeastCases) || cell.Population < rules.LeastDenominator || cell.Respondents < rules.LeastRespondents)
            return "minimum";
        if (cell.Population is { } people && people < rules.LeastGroup && (cell.Cases == 0 || cell.Cases >= people))
            return "group";
        return cell.Contributions is { } contributions ? DominanceRule.Compute([.. contributions]).Withhold : null;
    }

    private static PublicationResult Report(
        PublicationTable table, Dictionary<string, string> primary, SortedDictionary<string, (bool IsArea, SortedSet<string> Protects)> secondary, PublicationRules rules)
    {
        // Areas of a zoning are withheld against differencing; cells of the hierarchy to protect their likes.
        var suppressed = primary.Select(cell => new SuppressedCell(cell.Key, cell.Value))
            .Concat(secondary.Where(cell => cell.Value.IsArea).Select(cell => new SuppressedCell(cell.Key, "differencing")))
            .OrderBy(cell => cell.Id, StringComparer.Ordinal).ToArray();
        var protecting = secondary.Where(cell => !cell.Value.IsArea).Select(cell => new SecondaryCell(cell.Key, [.. cell.Value.Protects])).ToArray();
        var shown = table.Figures.Select(entry => Show(entry.Cell, entry.Family.Published[entry.Index], rules))
            .OrderBy(figure => figure.Id, StringComparer.Ordinal).ToArray();
        return new PublicationResult(suppressed, protecting, shown, suppressed.Length == 0 && protecting.Length == 0);
    }

    private static PublishedFigure Show(PublicationCell cell, bool published, PublicationRules rules)
    {
        var dominance = cell.Contributions is { } contributions ? DominanceRule.Compute([.. contributions]) : null;
        double? rate = null, low = null, high = null;
        if (published && cell.Population is > 2.5 and var people)
        {
            // Whole percents from unrounded counts: the exact rate would give the count back.
            rate = rules.IsRounded ? cell.Cases / people : Math.Floor((100 * cell.Cases / people) + 0.5) / 100;
            (low, high) = rules.IsRounded ? CountRounding.RateInterval(cell.Cases, people) : (Math.Max(0, rate.Value - 0.005), rate + 0.005);
        }

        return new PublishedFigure(
            cell.Id, !published ? null : rules.IsRounded ? cell.Cases : CountRounding.ToFive(cell.Cases), rate, low, high, dominance?.Share.Value, dominance?.Rest.Value);
    }
}
