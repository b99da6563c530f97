// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Atlas;

namespace Schakel.Web.Evidence;

/// <summary>What a reader tries out on the page; it stands in the address, so that a link shows the same.</summary>
public sealed record Trial
{
    /// <summary>[0..1] a fifth of the residents, as in the method.</summary>
    public const double UsualBudget = 0.20;

    private const int LeastBudget = 5, MostBudget = 50, LeastZones = 2, MostZones = 200;

    /// <summary>[0..1] share of the residents that one works for.</summary>
    public double Budget { get; init; } = UsualBudget;

    /// <summary>Number of zones to try; null = those of the method.</summary>
    public int? Zones { get; init; }

    public int BudgetPercent => (int)Math.Round(Budget * 100);

    /// <summary>Reads the address.</summary>
    internal static Outcome<Trial> Read(HttpRequest request)
    {
        var trial = new Trial();
        if (request.Query["budget"].ToString() is { Length: > 0 } budget)
        {
            if (!int.TryParse(budget, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < LeastBudget or > MostBudget)
                return AtlasQuestion.Bad("budget", budget);
            trial = trial with { Budget = percent / 100.0 };
        }

        if (request.Query["zones"].ToString() is { Length: > 0 } zones)
        {
            if (!int.TryParse(zones, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < LeastZones or > MostZones)
                return AtlasQuestion.Bad("zones", zones);
            trial = trial with { Zones = number };
        }

        return trial;
    }
}
