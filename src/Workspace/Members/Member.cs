// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>A colleague. What they did is in the history of the work, never with them.</summary>
public sealed class Member : Item
{
    private Member()
    {
    }

    /// <summary>Null once erased: then the function stands in its place.</summary>
    public string? Name { get; private set; }

    /// <summary>What the history shows to a director, and to everybody once the name is gone.</summary>
    public string Function { get; private set; } = "";

    public string? WorkEmail { get; private set; }

    public Guid? Organisation { get; private set; }

    public AccessRoles Roles { get; private set; } = AccessRoles.None;

    public DateTimeOffset? LeftAt { get; private set; }

    protected override string Kind => "member";

    public static Outcome<Member> Join(string name, string function, string? workEmail, Guid? organisation, IEnumerable<AccessRole> roles, Act act)
    {
        if (Words.Missing(("name", name), ("function", function)) is { } missing)
            return missing;

        var member = new Member
        {
            Name = name.Trim(),
            Function = function.Trim(),
            WorkEmail = workEmail?.Trim(),
            Organisation = organisation,
            Roles = AccessRoles.Of(roles),
        };
        member.Begin(act);
        return member;
    }

    /// <summary>This person, acting. Who has left can do nothing.</summary>
    public Actor Acting() => new(Tenant, Id, Organisation, LeftAt is null ? Roles.Roles.ToHashSet() : []);

    public void Give(IEnumerable<AccessRole> roles) => Roles = AccessRoles.Of(roles);

    public void Leave(DateTimeOffset at) => LeftAt ??= at;

    internal void Erase() => (Name, WorkEmail, Organisation, Roles) = (null, null, null, AccessRoles.None);
}

/// <summary>The roles of one account.</summary>
public sealed record AccessRoles(IReadOnlyList<AccessRole> Roles) : IWrittenAsJson
{
    public static AccessRoles None { get; } = new([]);

    public static AccessRoles Of(IEnumerable<AccessRole> roles) => new([.. roles.Distinct().Order()]);
}
