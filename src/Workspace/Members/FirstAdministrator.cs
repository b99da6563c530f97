// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore;
using Schakel.Analysis;
using Schakel.Workspace.History;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>Founds a municipality with its first administrator. Outside the table of permissions, because there is nobody yet whom it could ask.</summary>
public static class FirstAdministrator
{
    /// <summary>What is wrong in the form itself, before anything is made.</summary>
    public static Reason? Check(string? areaCode, string? email, string? password)
    {
        // From GM9900 on codes are invented, and in an invented town anybody may be anybody.
        if (areaCode?.Trim() is not { Length: 6 } code || !code.StartsWith("GM", StringComparison.Ordinal) || !code[2..].All(char.IsAsciiDigit) || code.StartsWith("GM99", StringComparison.Ordinal))
            return new Reason("gemeente-code-not-understood", "Give the code of the municipality as GM and four digits, below GM9900.");
        return Account.NameOf(email).TryGet(out var name, out var reason) ? PasswordRule.Check(password, name) : reason;
    }

    public static async Task<Outcome<SignedIn>> Found(
        StoreFactory stores, IPasswords passwords, string areaCode, string municipality, string contact, string name, string email, string? password, string? address, DateTimeOffset at, CancellationToken cancel)
    {
        if (Check(areaCode, email, password) is { } wrong)
            return wrong;

        var tenant = Guid.CreateVersion7(at);
        var act = new Act(new Actor(tenant, null, null, new HashSet<AccessRole>()), at);
        if (!Municipality.Found(tenant, areaCode.Trim(), municipality, contact).TryGet(out var founded, out var reason)
            || !Organisation.Found(municipality, "openbaar bestuur", "gemeente", null, act).TryGet(out var organisation, out reason)
            || !Member.Join(name, "beheerder", email, organisation.Id, [AccessRole.TenantAdministrator], act).TryGet(out var member, out reason)
            || !Account.Of(member, act).TryGet(out var account, out reason))
            return reason;
        account.SetPassword(passwords.Hash(password!));
        await using var store = stores.For(tenant);
        await using var transaction = await store.Database.BeginTransactionAsync(StoreFactory.Isolation, cancel);
        if (await store.Municipalities.AnyAsync(known => known.AreaCode == founded.AreaCode, cancel))
            return new Reason("municipality-exists", "This municipality is here already.");
        store.AddRange(founded, organisation, member, account, SecurityEvent.Of(SecurityEventKind.MunicipalityFounded, member.Id, address, act));
        await store.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new SignedIn(member, account.Stamp);
    }
}
