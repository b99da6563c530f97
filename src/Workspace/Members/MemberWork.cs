// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Members;

/// <summary>Accounts, organisations and settings of a municipality.</summary>
public sealed class MemberWork(Workroom room)
{
    public Task<Outcome<Member>> Join(
        Actor actor, string name, string function, string? workEmail, Guid? organisation, IReadOnlyList<AccessRole> roles, CancellationToken cancel) =>
        room.Do<Member>(actor, WorkAction.KeepAccounts, async turn =>
        {
            if (organisation is not null && !(await turn.Find<Organisation>(organisation)).TryGet(out _, out var unknown))
                return unknown;
            if (!Member.Join(name, function, workEmail, organisation, roles, turn.Act).TryGet(out var member, out var reason))
                return reason;

            turn.Store.Add(member);
            return member;
        }, cancel);

    public Task<Outcome<Organisation>> Found(Actor actor, string name, string sector, string? level, Guid? mother, CancellationToken cancel) =>
        room.Do<Organisation>(actor, WorkAction.KeepNetwork, async turn =>
        {
            if (mother is not null && !(await turn.Find<Organisation>(mother)).TryGet(out _, out var unknown))
                return unknown;
            if (!Organisation.Found(name, sector, level, mother, turn.Act).TryGet(out var organisation, out var reason))
                return reason;

            turn.Store.Add(organisation);
            return organisation;
        }, cancel);

    public Task<Outcome<RetentionTerms>> Terms(Actor actor, CancellationToken cancel) =>
        room.Read<RetentionTerms>(actor, WorkAction.KeepTerms, async turn => (await turn.Municipality()).Terms, cancel);

    public Task<Outcome<RetentionTerms>> SetTerms(Actor actor, RetentionTerms terms, CancellationToken cancel) =>
        room.Do<RetentionTerms>(actor, WorkAction.KeepTerms, async turn =>
        {
            if (terms.Check() is { } reason)
                return reason;

            (await turn.Municipality()).Set(terms);
            return terms;
        }, cancel);
}
