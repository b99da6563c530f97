// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis.Regions;

namespace Schakel.Cli.Delineating;

/// <summary>Proposals on the units that they divide.</summary>
internal sealed record Plans(WorkAreasResult Found, Ground Ground)
{
    /// <summary>What the drawings of residents told; null where there were none.</summary>
    internal DrawnAffinity? Drawn { get; init; }

    /// <summary>The name of an area: its number from 1, by first unit.</summary>
    internal static string NameOf(int area) => (area + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of the layer or column of a proposal: <c>proposal_1</c>.</summary>
    internal static string NameOfProposal(int proposal) => string.Create(CultureInfo.InvariantCulture, $"proposal_{proposal + 1}");
}
