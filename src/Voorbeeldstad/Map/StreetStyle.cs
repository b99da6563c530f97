// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Map;

/// <summary>How the streets of a wijk run: it tells when the wijk was built.</summary>
/// <param name="Row">[m] between two long streets.</param>
/// <param name="Cross">[m] between two cross streets; they do not run on.</param>
/// <param name="Sway">[m] how far a street bends aside.</param>
/// <param name="Bend">[m] length of a bend.</param>
internal sealed record StreetStyle(double Row, double Cross, double Sway, double Bend)
{
    private static readonly StreetStyle terraces = new(68, 190, 2, 900), gardenTown = new(105, 260, 4, 1_200),
        curls = new(88, 130, 20, 420), villas = new(150, 230, 45, 620);

    internal static StreetStyle Of(string wijk) => wijk switch
    {
        "Singelkwartier" or "Stationskwartier" or "Spoorwijk" or "Havenkwartier" => terraces,
        "De Weiden" or "Rietlanden" => curls,
        "Hoge Dennen" => villas,
        _ => gardenTown,
    };
}
