// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Voorbeeldstad.Events;
using Schakel.Voorbeeldstad.Figures;
using Schakel.Voorbeeldstad.Map;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>Tables that only the municipality itself has.</summary>
internal static class MunicipalTables
{
    /// <summary>Which stadsdeel, kern and region a buurt lies in.</summary>
    internal static void WriteDivision(string path, TownFigures figures)
    {
        var stadsdelen = TownPlan.Wijken.Select(wijk => wijk.Stadsdeel).Distinct(StringComparer.Ordinal).ToList();
        string[] regions = [NeighbourPlan.HomeRegion, NeighbourPlan.North, NeighbourPlan.South];
        var text = new StringBuilder("buurtcode;buurtnaam;wijkcode;gemeentecode;stadsdeelcode;stadsdeelnaam;kerncode;kernnaam;regiocode;regionaam\n");
        foreach (var buurt in figures.Buurten)
        {
            var wijk = buurt.Wijk;
            var stadsdeel = wijk.Stadsdeel is null ? ";" : string.Create(CultureInfo.InvariantCulture, $"SD9901{stadsdelen.IndexOf(wijk.Stadsdeel) + 1:00};{wijk.Stadsdeel}");
            var kern = buurt.Kern is null ? ";" : string.Create(CultureInfo.InvariantCulture, $"KN{wijk.Gemeente.Code[2..]}{Array.FindIndex(NeighbourPlan.Kernen, kern => kern.Name == buurt.Kern) + 1:00};{buurt.Kern}");
            var region = string.Create(CultureInfo.InvariantCulture, $"RG{91 + Array.IndexOf(regions, wijk.Gemeente.Region):00};{wijk.Gemeente.Region}");
            text.Append(CultureInfo.InvariantCulture, $"{buurt.Code};{buurt.Name};{wijk.Code};{wijk.Gemeente.Code};{stadsdeel};{kern};{region}\n");
        }

        TextFile.Save(path, text.ToString());
    }

    /// <summary>What was registered day by day, a file a year.</summary>
    internal static void WriteRegistration(string directory, Registration registration)
    {
        foreach (var ofYear in registration.Events.GroupBy(happened => happened.Date.Year))
        {
            var text = new StringBuilder("datum;x;y\n");
            foreach (var happened in ofYear)
                text.Append(CultureInfo.InvariantCulture, $"{happened.Date:yyyy-MM-dd};{happened.X};{happened.Y}\n");
            TextFile.Save(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{registration.Waterbed.Registered}_{ofYear.Key}.csv")), text.ToString());
        }
    }

    /// <summary>Counts before and after a measure, a row for each square and year.</summary>
    internal static void WriteWaterbed(string directory, Waterbed waterbed, TownFigures figures)
    {
        var text = new StringBuilder("vierkant;zone;jaar;").Append(waterbed.Column).Append('\n');
        foreach (var (zone, cell, before, after) in waterbed.Rows(figures.Cells))
            text.Append(CultureInfo.InvariantCulture, $"{cell};{zone};{Waterbed.Before};{before}\n{cell};{zone};{Waterbed.After};{after}\n");
        TextFile.Save(Path.Combine(directory, $"waterbed_{waterbed.Name}_2023_2024.csv"), text.ToString());
    }
}
