// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>The text that lies beside the files.</summary>
internal static class ReadMe
{
    internal static void Write(string path, int seed) => TextFile.Save(path, string.Create(CultureInfo.InvariantCulture, $"""
        # Voorbeeldstad

        Alles in deze map is verzonnen: de stad, de buren, de namen en de cijfers. Er bestaat geen GM9901.
        De bestanden zien eruit zoals CBS, PDOK, StatLine en de politie ze uitgeven, maar komen daar niet vandaan.
        De kaart ligt in de Noordzee, zodat niemand haar met een echte plaats verwart.

        Licentie: CC0 1.0. Gebruik het waarvoor u wilt.

        Inladen: schakel import . --into voorbeeldstad.catalogue

        Gemaakt met startgetal {seed}. Hetzelfde startgetal geeft dezelfde cijfers.

        | bestand | inhoud |
        | --- | --- |
        | wijkenbuurten_JAAR_v*.gpkg | buurten, wijken en gemeenten van dat jaar; tot en met 2020 met de oude kolomnamen |
        | cbs_vk100_JAAR_v1.gpkg | vierkanten van 100 m: inwoners, woningen, meldingen van zwerfafval |
        | statline_kerncijfers_2019_2024.csv | eenzaamheid, schulden, laag inkomen, fietswrakken |
        | statline_inkomensgroepen_2024.csv | huishoudens naar inkomen |
        | politie_fietsdiefstal_2019_2024.csv | aangiften per buurt en gemeente |
        | gebiedsindeling_2024.csv | in welk stadsdeel, welke kern en welke regio een buurt ligt |
        | meldingen_openbare_ruimte_2024.csv | meldingen van bewoners: wie (een schuilnaam), wat, wanneer en waar |
        | inspecties_2024.csv | per buurt: meldingen, en wat de inspecteur zag |
        | bijplaatsingen_2023.csv, bijplaatsingen_2024.csv | afval naast containers, per dag en plek; in 2024 na de ingreep |
        | overlast_2023.csv, overlast_2024.csv | overlast, per dag en plek; in 2024 na de ingreep op het plein |
        | herkomst.json | bron en licentie, zodat geen scherm deze cijfers aan CBS toeschrijft |
        | ondergrond.gpkg | straten, water, park en bos, om de weg te vinden |
        | barrieres.gpkg | spoorlijn en kanaal, en waar je eroverheen kunt (ook voor `--barriers` en `--links`) |
        | tekeningen.gpkg | 220 getekende buurten van bewoners (ook voor `schakel perceive`) |
        | waterbed_containers_2023_2024.csv, waterbed_plein_2023_2024.csv | tellingen voor en na een ingreep, in de ring eromheen en ter vergelijking |

        In heel het land heeft van de laagste 20% inkomens 25% schulden, van 20% tot 40% is dat 11%, van 40% tot 80% 4% en van de hoogste 20% 1%.
        Die cijfers zijn nodig voor `schakel composition`: hoeveel van de verschillen in schulden komt doordat er andere mensen wonen?

        Let op, want zo gaat het in het echt ook:
        - -99997 en . betekenen: geen cijfer. In twee buurten wonen minder dan tien mensen; in de Industriehaven niemand.
        - Boterbloem is in 2022 gesplitst. De nieuwe helft heet Koekoeksbloem; daar is sinds 2019 veel gebouwd.
        - Schulden worden sinds 2021 ruimer geteld. Vergelijk ze niet met 2019 en 2020.
        - Water staat als apart gebied op de kaart.

        """));
}
