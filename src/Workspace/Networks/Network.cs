// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Approaches;

namespace Schakel.Workspace.Networks;

/// <summary>A seat as the table shows it.</summary>
/// <param name="Level">For a level, or null.</param>
/// <param name="Sector">For a sector, or null.</param>
/// <param name="Organisation">Who sits there.</param>
/// <param name="EmptyBecause">Why it is empty on purpose.</param>
public sealed record SeatAtTable(string? Level, string? Sector, Guid? Organisation, string? EmptyBecause)
{
    /// <summary>Somebody is missing here, and nobody has said why.</summary>
    public bool IsMissing => Organisation is null && EmptyBecause is null;
}

/// <summary>Who sits at the table of an opgave, and who is missing.</summary>
public static class Network
{
    /// <summary>Every level with a role and every sector in the chain has a seat; without anybody on it, it is an empty one.</summary>
    public static IReadOnlyList<SeatAtTable> Of(Approach? approach, IReadOnlyCollection<Seat> seats)
    {
        var table = seats.Select(seat => new SeatAtTable(seat.Level, seat.Sector, seat.Organisation, seat.EmptyBecause)).ToList();
        foreach (var role in approach?.Roles.Levels ?? [])
            if (table.All(seat => seat.Level != role.Level))
                table.Add(new SeatAtTable(role.Level, null, role.Organisation, null));
        foreach (var sector in (approach?.Chain.Steps ?? []).Select(step => step.Sector).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            if (table.All(seat => !string.Equals(seat.Sector, sector, StringComparison.OrdinalIgnoreCase)))
                table.Add(new SeatAtTable(null, sector, null, null));
        return table;
    }
}
