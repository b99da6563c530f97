// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>How many residents live where there is no usable figure.</summary>
internal static class StudyResidents
{
    private const string Residents = "aantal_inwoners";

    /// <summary>[0..1] part of all residents in excluded units; NaN when it is not known who lives where.</summary>
    internal static double Share(CatalogueFolder catalogue, CatalogueUnits units, int[] excluded)
    {
        if (excluded.Length == 0)
            return 0;
        if (!catalogue.Values(Residents, units.Layer, units.Year).TryGet(out var residents, out _))
            return double.NaN;

        double Of(int unit) => residents.Missing[units.Places[unit]] == MissingReason.Present ? residents.Values[units.Places[unit]] : 0;
        var all = Enumerable.Range(0, units.Count).Sum(Of);
        return all > 0 ? excluded.Sum(Of) / all : double.NaN;
    }
}
