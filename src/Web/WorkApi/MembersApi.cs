// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary>Colleagues and their rights, for the administrator; and the security log, for the security officer alone.</summary>
public static class MembersApi
{
    public sealed record InviteBody(string Name, string Function, string Email, IReadOnlyList<AccessRole> Roles, Guid? Organisation = null);

    public sealed record RolesBody(IReadOnlyList<AccessRole> Roles);

    public sealed record LinkBody(bool ForgetPasskeys = false);

    /// <summary>A colleague. When they last signed in, and what they did, is nobody's business.</summary>
    public sealed record MemberAnswer(Guid Id, string? Name, string Function, string? Email, Guid? Organisation, IReadOnlyList<AccessRole> Roles);

    /// <summary>A link that opens the account: shown once, for its owner alone.</summary>
    public sealed record InvitedAnswer(Guid Id, string Function, string Link);

    /// <summary>A line of the log, by kind and day; it cannot be selected or counted by account.</summary>
    public sealed record LogAnswer(Guid Id, DateTimeOffset At, SecurityEventKind What, string? Account, string? DoneBy, string? Address);

    internal static void Map(IEndpointRouteBuilder group)
    {
        var routes = new WorkRoutes(group, "Members");
        routes.List("/members", WorkAction.KeepAccounts, "ListMembers", "Colleagues who are here, by name.", async asked =>
            (await asked.Work<AccountWork>().All(asked.Actor, asked.Cancel)).TryGet(out var people, out var reason) ? new Outcome<IReadOnlyList<MemberAnswer>>([.. people.People.Select(known => Answer(known.Member))]) : reason, member => member.Id);
        routes.Read<MemberAnswer>("/members/{id}", WorkAction.KeepAccounts, "GetMember", "One colleague.", async asked =>
            !(await asked.Work<AccountWork>().All(asked.Actor, asked.Cancel)).TryGet(out var people, out var reason) ? reason
            : people.People.FirstOrDefault(known => known.Member.Id == asked.Id) is { } found ? Said.By(found.Member, Answer(found.Member)) : Asked.NotFound());
        routes.Make<InviteBody, InvitedAnswer>("/members", WorkAction.KeepAccounts, "InviteMember", "Invites a colleague by a link that is shown once.", async (asked, body) =>
            Invited(asked, await asked.Work<AccountWork>().Invite(asked.Actor, body.Name, body.Function, body.Email, body.Organisation, body.Roles, SignInEndpoints.AddressOf(asked.Http), asked.Cancel)));
        routes.Change<RolesBody, MemberAnswer>(HttpMethods.Put, "/members/{id}/roles", WorkAction.KeepAccounts, "GiveRoles", "Gives a colleague these rights and no others.", async (asked, body) =>
            Say(await asked.Work<AccountWork>().Give(asked.Actor, asked.Id, asked.Seen, body.Roles, SignInEndpoints.AddressOf(asked.Http), asked.Cancel)));
        routes.Make<LinkBody, InvitedAnswer>("/members/{id}/links", WorkAction.KeepAccounts, "MakeLink", "Makes a new link for who lost the way in; the one before no longer opens.", async (asked, body) =>
            Invited(asked, await asked.Work<AccountWork>().NewLink(asked.Actor, asked.Id, body.ForgetPasskeys, SignInEndpoints.AddressOf(asked.Http), asked.Cancel)));
        routes.Do<MemberAnswer>(HttpMethods.Delete, "/members/{id}", WorkAction.KeepAccounts, "LetGo", "Somebody leaves: the account goes at once, the name after its term.", async asked =>
            Say(await asked.Work<AccountWork>().Leave(asked.Actor, asked.Id, SignInEndpoints.AddressOf(asked.Http), asked.Cancel)));
        routes.List("/security-log", WorkAction.ReadSecurityLog, "ListSecurityLog", "The last lines of the security log, newest first.", Log, line => line.Id);
    }

    private static async Task<Outcome<IReadOnlyList<LogAnswer>>> Log(Asked asked) =>
        (await asked.Work<AccountWork>().Log(asked.Actor, null, null, asked.Cancel)).TryGet(out var log, out var reason)
            ? new Outcome<IReadOnlyList<LogAnswer>>([.. log.Lines.Select(line => new LogAnswer(
                line.Id, line.Since, line.What, line.AccountOf is { } of ? log.Names.GetValueOrDefault(of) : null, line.DoneBy is { } by ? log.Names.GetValueOrDefault(by) : null, line.FromAddress))])
            : reason;

    private static Outcome<Said<InvitedAnswer>> Invited(Asked asked, Outcome<Invited> outcome) => outcome.TryGet(out var invited, out var reason)
        ? new Said<InvitedAnswer>(new InvitedAnswer(invited.Member.Id, invited.Member.Function, AccountKey.LinkFor(asked.Http.Request, invited)), null, $"/members/{invited.Member.Id}")
        : reason;

    private static Outcome<Said<MemberAnswer>> Say(Outcome<Member> outcome) => outcome.TryGet(out var member, out var reason) ? Said.By(member, Answer(member)) : reason;

    private static MemberAnswer Answer(Member member) => new(member.Id, member.Name, member.Function, member.WorkEmail, member.Organisation, member.Roles.Roles);
}
