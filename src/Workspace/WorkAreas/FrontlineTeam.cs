// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;

namespace Schakel.Workspace.WorkAreas;

/// <summary>A team for a few thousand people, small enough to be known, with a contact and since when.</summary>
public sealed class FrontlineTeam : Item
{
    private FrontlineTeam()
    {
    }

    public string Name { get; private set; } = "";

    public Guid Organisation { get; private set; }

    public string AreaCode { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public DateOnly ContactSince { get; private set; }

    protected override string Kind => "team";

    /// <param name="name">What it is called.</param>
    /// <param name="organisation">Whose team.</param>
    /// <param name="areaCode">Which area.</param>
    /// <param name="residents">[persons] it covers; null = unknown.</param>
    /// <param name="contact">Who residents turn to.</param>
    /// <param name="since">Since when.</param>
    /// <param name="ceilings">Of this municipality.</param>
    /// <param name="act">Who and when.</param>
    public static Outcome<FrontlineTeam> Form(
        string name, Guid organisation, string areaCode, int? residents, string contact, DateOnly? since, Ceilings ceilings, Act act)
    {
        if (Words.Missing(("name", name), ("areaCode", areaCode)) is { } missing)
            return missing;
        if (string.IsNullOrWhiteSpace(contact) || since is not { } from)
            return new Reason("team-needs-contact", "Say who residents turn to, and since when.");
        if (residents is null || residents > ceilings.TeamResidents)
            return new Reason("team-over-ceiling", $"A team covers at most {ceilings.TeamResidents} residents, counted and not unknown.") { Arguments = [ceilings.TeamResidents] };

        var team = new FrontlineTeam { Name = name.Trim(), Organisation = organisation, AreaCode = areaCode, Contact = contact.Trim(), ContactSince = from };
        team.Begin(act);
        return team;
    }
}
