// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Settings;

/// <summary>Heading of the manual page that an option stands under.</summary>
internal enum Topic
{
    Units,
    Catalogue,
    Figures,
    Graph,
    Chance,
    Method,
    Answer,
    Output,
}
