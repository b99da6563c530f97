// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Voorbeeldstad.Events;

/// <summary>Something that was registered at a place on a day.</summary>
/// <param name="Date">When.</param>
/// <param name="X">[m] RD.</param>
/// <param name="Y">[m] RD.</param>
internal sealed record DayEvent(DateOnly Date, int X, int Y);
