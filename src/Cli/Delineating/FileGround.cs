// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Delineating;

/// <summary>Units from a map, a table, or both.</summary>
internal static class FileGround
{
    internal static Outcome<GroundUnits> Read(Run run, GroundSettings settings, (string Option, string[] Columns) values, (string Option, string? Column) zones)
    {
        if (run.Get(run.Shared.Catalogue.Indicator) is not null)
            return WrongUse.With("no-catalogue-given", "--indicator needs --catalogue DIR.");

        string[] columns = [.. new[] { run.Get(settings.Population), run.Get(settings.Dwellings), zones.Column }.OfType<string>(), .. values.Columns];
        if (!UnitReader.Read(run, columns, borders: true).TryGet(out var units, out var reason))
            return reason;

        var why = new ExclusionReason[units.Count];
        if (!Amounts(run, units, settings.Population, why).TryGet(out var population, out reason))
            return reason;
        if (!Amounts(run, units, settings.Dwellings, why).TryGet(out var dwellings, out reason))
            return reason;

        var figures = new List<double?[]>();
        foreach (var column in values.Columns)
        {
            if (!units.Numbers(values.Option, column).TryGet(out var cells, out reason))
                return reason;
            figures.Add([.. Enumerable.Range(0, units.Count).Select(unit => cells.IsPresent(unit) ? cells.Values[unit] : (double?)null)]);
        }

        string?[] zoned = [];
        if (zones.Column is { } division && !units.Codes(zones.Option, division).TryGet(out zoned!, out reason))
            return reason;

        return new GroundUnits(units.Ids, why)
        {
            Population = population.Given,
            Dwellings = dwellings.Given,
            Values = figures,
            Zones = zoned,
            Borders = units.Borders,
            Srid = units.Map?.Srid ?? 0,
            Join = units.Join,
            Warnings = units.Warnings,
        };
    }

    private static Outcome<OptionalColumn> Amounts(Run run, Units units, Setting<string?> setting, ExclusionReason[] why)
    {
        if (run.Get(setting) is not { } column)
            return new OptionalColumn(null);
        if (!units.Numbers(setting.Name, column).TryGet(out var cells, out var reason))
            return reason;
        if (cells.FindNoCount() is { } negative)
            return negative;
        for (var unit = 0; unit < why.Length; unit++)
            if (why[unit] == ExclusionReason.None)
                why[unit] = Exclusion.Of(cells.Missing[unit]);
        return new OptionalColumn(cells.Values);
    }

    /// <summary>Wraps a column that may be absent, since an outcome holds an object.</summary>
    private sealed record OptionalColumn(double[]? Given);
}
