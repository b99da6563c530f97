// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Members;

/// <summary>
/// Who may do what, as one table. A row lists roles by letter (V visitor, P partner, N professional, C coordinator, A analyst, B policy adviser,
/// D director, T administrator, S security officer); <c>N/lead</c> asks for a standing, <c>A+C</c> for somebody of the second role beside the first.
/// What has no row is denied.
/// </summary>
public static class Permissions
{
    private const string Letters = "VPNCABDTS";

    private static readonly Dictionary<WorkAction, Grant[]> table = new()
    {
        [WorkAction.ReadPublicPage] = May("V P N C A B D T S"),
        [WorkAction.SignIn] = May("V P N C A B D T S"),
        [WorkAction.KeepOwnAccount] = May("P N C A B D T S"),
        [WorkAction.GiveSignal] = May("V P N C B"),
        [WorkAction.DrawNeighbourhood] = May("V"),
        [WorkAction.MakeOffer] = May("V"),
        [WorkAction.StartInitiative] = May("V"),
        [WorkAction.RequestChallenge] = May("V"),
        [WorkAction.ReadOpgave] = May("P/own N C A B D"),
        [WorkAction.OpenOpgave] = May("P N C B"),
        [WorkAction.AddPosition] = May("P/own N C B"),
        [WorkAction.WriteExpectation] = May("P/own N C B"),
        [WorkAction.Judge] = May("P/own N C B"),
        [WorkAction.MoveOpgave] = May("N/lead C"),
        [WorkAction.ShapeApproach] = May("N/lead C"),
        [WorkAction.AskHandover] = May("P/holder N/holder C/holder B/holder"),
        [WorkAction.AnswerHandover] = May("P/addressee N/addressee C/addressee B/addressee D/addressee"),
        [WorkAction.RaiseGap] = May("P/own N C"),
        [WorkAction.AnswerGap] = May("P/addressee N/addressee C/addressee B/addressee D/addressee"),
        [WorkAction.PublishEvidence] = May("A"),
        [WorkAction.DraftPlan] = May("C A"),
        [WorkAction.FixPlan] = May("A+C C+A"),
        [WorkAction.Measure] = May("A"),
        [WorkAction.TellYield] = May("P/own N C"),
        [WorkAction.ProposeAreas] = May("C A"),
        [WorkAction.DecideAreas] = May("C+B B+C"),
        [WorkAction.KeepTasks] = May("B"),
        [WorkAction.ReadDirection] = May("P N C A B D T"),
        [WorkAction.DecideChallenge] = May("B"),
        [WorkAction.SetDirection] = May("D"),
        [WorkAction.WriteVision] = May("C+N C+P B+N B+P"),
        [WorkAction.KeepNetwork] = May("N C"),
        [WorkAction.HandleSignal] = May("N C B/answers"),
        [WorkAction.SeeContact] = May("N/answers C/answers B/answers"),
        [WorkAction.AskOfferer] = May("N C"),
        [WorkAction.InviteResidents] = May("N C"),
        [WorkAction.Reflect] = May("P N C A B D"),
        [WorkAction.ShareReflection] = May("P/author N/author C/author A/author B/author D/author"),
        [WorkAction.TellScale] = May("P N C"),
        [WorkAction.KeepPeerGroup] = May("N C B"),
        [WorkAction.ReadPeerNotes] = May("P/member N/member C/member A/member B/member"),
        [WorkAction.ShareOutside] = May("C"),
        [WorkAction.KeepLadder] = May("T"),
        [WorkAction.KeepTerms] = May("T"),
        [WorkAction.KeepAccounts] = May("T"),
        [WorkAction.ReadSecurityLog] = May("S"),
    };

    /// <summary>Whether one of these roles is enough.</summary>
    /// <param name="roles">Of who acts.</param>
    /// <param name="action">What.</param>
    /// <param name="standing">To what it is about; null = not known yet, so that only what can never be allowed is refused.</param>
    /// <param name="companion">Roles of who does it together with them.</param>
    public static bool Allows(IReadOnlySet<AccessRole> roles, WorkAction action, Standing? standing, IReadOnlySet<AccessRole>? companion = null) =>
        table.TryGetValue(action, out var grants) && grants.Any(grant =>
            roles.Contains(grant.Role)
            && (standing is null || grant.Needs == Standing.None || standing.Value.HasFlag(grant.Needs))
            && (grant.With is not { } with || (standing is null && companion is null) || companion?.Contains(with) == true));

    /// <summary>Whether nobody but an administrator or a security officer may do this.</summary>
    public static bool IsForAdministrators(WorkAction action) =>
        table.TryGetValue(action, out var grants) && grants.All(grant => grant.Role is AccessRole.TenantAdministrator or AccessRole.SecurityOfficer);

    public static Reason? Refuse(Actor actor, WorkAction action, Standing? standing, IReadOnlySet<AccessRole>? companion = null) =>
        Allows(actor.Roles, action, standing, companion)
            ? null
            : new Reason("not-allowed", $"You may not do this: {action}.") { Arguments = [new Term($"action.{History.Words.Of(action)}")] };

    private static Grant[] May(string row) => [.. row.Split(' ').Select(Grant.Read)];

    private sealed record Grant(AccessRole Role, Standing Needs, AccessRole? With)
    {
        internal static Grant Read(string text)
        {
            var needs = text.Contains('/', StringComparison.Ordinal) ? Enum.Parse<Standing>(text[2..], ignoreCase: true) : Standing.None;
            return new Grant(RoleOf(text[0]), needs, text.Length == 3 && text[1] == '+' ? RoleOf(text[2]) : null);
        }

        private static AccessRole RoleOf(char letter) => (AccessRole)Letters.IndexOf(letter, StringComparison.Ordinal);
    }
}
