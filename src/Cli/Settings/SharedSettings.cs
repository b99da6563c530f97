// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Every option that more than one command knows, made once. Commands take the groups they need.</summary>
internal sealed class SharedSettings
{
    internal SharedSettings(Wording say)
    {
        Make = new SettingFactory(say);
        Units = new UnitSettings(Make);
        Catalogue = new CatalogueSettings(Make);
        Figures = new FigureSettings(Make);
        Graph = new GraphSettings(Make);
        Chance = new ChanceSettings(Make);
        Output = new OutputSettings(Make);
    }

    internal SettingFactory Make { get; }

    internal UnitSettings Units { get; }

    internal CatalogueSettings Catalogue { get; }

    internal FigureSettings Figures { get; }

    internal GraphSettings Graph { get; }

    internal ChanceSettings Chance { get; }

    internal OutputSettings Output { get; }
}
