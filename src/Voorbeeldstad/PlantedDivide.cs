// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad;

/// <summary>A wijk that a barrier divides.</summary>
/// <param name="Wijk">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Barrier">Class of the barrier.</param>
/// <param name="Sides">Codes of the buurten on each side.</param>
/// <param name="OverCeiling">Codes of buurten elsewhere that are too large for one work area alone.</param>
public sealed record PlantedDivide(string Wijk, string Name, string Barrier, IReadOnlyList<IReadOnlyList<string>> Sides, IReadOnlyList<string> OverCeiling);

/// <summary>What residents drew.</summary>
/// <param name="Count">Drawings.</param>
/// <param name="BridgeX">[m] RD, of the footbridge whose banks are one.</param>
/// <param name="BridgeY">[m] RD.</param>
/// <param name="AtBridge">Drawings by people around it.</param>
/// <param name="AtTrack">Drawings by people in the divided wijk, that stop at the track.</param>
/// <param name="FewVoices">[0..1] drawn squares with fewer than ten voices, about.</param>
public sealed record PlantedDrawings(int Count, double BridgeX, double BridgeY, int AtBridge, int AtTrack, double FewVoices);
