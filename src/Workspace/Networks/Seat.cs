// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Networks;

/// <summary>A place at the table for a level or a sector: taken, or left empty on purpose with the reason.</summary>
public sealed class Seat : Item
{
    private Seat()
    {
    }

    public Guid OpgaveId { get; private set; }

    public string? Level { get; private set; }

    public string? Sector { get; private set; }

    public Guid? Organisation { get; private set; }

    /// <summary>"Bewust leeg, omdat …"</summary>
    public string? EmptyBecause { get; private set; }

    protected override string Kind => "seat";

    protected override Guid? InStoryOf => OpgaveId;

    public static Outcome<Seat> For(Guid opgave, string? level, string? sector, Act act)
    {
        if (string.IsNullOrWhiteSpace(level) && string.IsNullOrWhiteSpace(sector))
            return new Reason("seat-for-nobody", "A seat is for a level or a sector.");

        var seat = new Seat { OpgaveId = opgave, Level = level?.Trim(), Sector = sector?.Trim() };
        seat.Begin(act);
        return seat;
    }

    public void Take(Guid organisation, string name, Act act)
    {
        Tell("seat", Place, name, name, act);
        (Organisation, EmptyBecause) = (organisation, null);
    }

    public Reason? LeaveEmpty(string because, Act act)
    {
        if (string.IsNullOrWhiteSpace(because))
            return new Reason("empty-seat-needs-reason", "Say why this seat stays empty on purpose.");
        if (Words.TooLong("because", because) is { } tooLong)
            return tooLong;

        (Organisation, EmptyBecause) = (null, because.Trim());
        Tell("seat", Place, "empty", EmptyBecause, act);
        return null;
    }

    private string Place => Level ?? Sector!;
}
