// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Voorbeeldstad.Signals;
using Schakel.Writers.GeoPackages;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>Reports of residents, findings of inspectors and drawn neighbourhoods.</summary>
internal static class SignalFiles
{
    internal static void WriteReports(string path, Reports reports)
    {
        var text = new StringBuilder("id,reporter,category,date,x,y\n");
        foreach (var (number, report) in reports.All.Index())
            text.Append(CultureInfo.InvariantCulture, $"S{number + 1:00000},{report.Reporter},{report.Category},{report.Date:yyyy-MM-dd},{report.X},{report.Y}\n");
        TextFile.Save(path, text.ToString());
    }

    internal static void WriteInspections(string path, Reports reports)
    {
        var text = new StringBuilder("buurtcode;jaar;Aantal inwoners;Meldingen openbare ruimte;Inspectiepunten\n");
        foreach (var buurt in Reports.Town)
            text.Append(CultureInfo.InvariantCulture, $"{buurt.Code};{Map.TownPlan.LastYear};{buurt.Residents};{reports.Reported.GetValueOrDefault(buurt.Code)};{reports.Inspected[buurt.Code]}\n");
        TextFile.Save(path, text.ToString());
    }

    internal static void WriteDrawings(string path, IReadOnlyList<Drawing> drawings)
    {
        using var file = TownMap.Begin(path);
        file.AddLayer(
            new("tekeningen", "POLYGON",
            [
                new("respondent", GeoPackageType.Text), new("homeX", GeoPackageType.Number), new("homeY", GeoPackageType.Number),
                new("leeftijd", GeoPackageType.Text), new("eigendom", GeoPackageType.Text),
            ]),
            drawings.Select(drawing => new GeoPackageFeature(drawing.Shape, [drawing.Respondent, drawing.Home.X, drawing.Home.Y, drawing.Age, drawing.Tenure])));
        file.Finish();
    }
}
