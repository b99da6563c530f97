// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;

namespace Schakel.Workspace.Members;

/// <summary>A team, department or partner that can hold a role or a seat.</summary>
public sealed class Organisation : Item
{
    private Organisation()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>Care, housing, police, youth work: the side it looks from.</summary>
    public string Sector { get; private set; } = "";

    /// <summary>The level it works at, when it has one.</summary>
    public string? Level { get; private set; }

    /// <summary>The organisation behind it that one can switch to and from.</summary>
    public Guid? Mother { get; private set; }

    protected override string Kind => "organisation";

    public static Outcome<Organisation> Found(string name, string sector, string? level, Guid? mother, Act act)
    {
        if (Words.Missing(("name", name), ("sector", sector)) is { } missing)
            return missing;

        var organisation = new Organisation { Name = name.Trim(), Sector = sector.Trim(), Level = level, Mother = mother };
        organisation.Begin(act);
        return organisation;
    }
}
