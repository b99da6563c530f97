// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;

namespace Schakel.Workspace.Members;

/// <summary>A municipality as an organisation: the tenant. Its name is public.</summary>
public sealed class Municipality
{
    private Municipality()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Code of the gemeente as an area, <c>GM0014</c>.</summary>
    public string AreaCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Who residents turn to when nothing else is known: a desk and its number, no person.</summary>
    public string Contact { get; private set; } = "";

    public RetentionTerms Terms { get; private set; } = RetentionTerms.Default;

    public Ceilings Ceilings { get; private set; } = Ceilings.Default;

    public static Analysis.Outcome<Municipality> Found(Guid id, string areaCode, string name, string contact) =>
        Words.Missing(("areaCode", areaCode), ("name", name)) is { } missing ? missing
        : string.IsNullOrWhiteSpace(contact) ? new Analysis.Reason("place-without-contact", "Name a desk that residents can turn to.")
        : new Municipality { Id = id, AreaCode = areaCode, Name = name.Trim(), Contact = contact.Trim() };

    public void Set(RetentionTerms terms) => Terms = terms;

    public void Set(Ceilings ceilings) => Ceilings = ceilings;
}
