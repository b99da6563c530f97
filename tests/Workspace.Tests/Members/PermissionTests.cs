// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;

namespace Schakel.Workspace.Tests.Members;

/// <summary>The whole table of who may do what, written a second time by hand from the design: every role, every action, own and other municipality.</summary>
public sealed class PermissionTests
{
    private const string Roles = "VPNCABDTS";

    // Upper case: may. Lower case: may with the standing that is named. A plus: only together with one of the roles behind it.
    private static readonly Dictionary<WorkAction, (string May, Standing Needs, string With)> expected = new()
    {
        [WorkAction.ReadPublicPage] = ("VPNCABDTS", Standing.None, ""),
        [WorkAction.SignIn] = ("VPNCABDTS", Standing.None, ""),
        [WorkAction.KeepOwnAccount] = ("PNCABDTS", Standing.None, ""),
        [WorkAction.GiveSignal] = ("VPNCB", Standing.None, ""),
        [WorkAction.DrawNeighbourhood] = ("V", Standing.None, ""),
        [WorkAction.MakeOffer] = ("V", Standing.None, ""),
        [WorkAction.StartInitiative] = ("V", Standing.None, ""),
        [WorkAction.RequestChallenge] = ("V", Standing.None, ""),
        [WorkAction.ReadOpgave] = ("pNCABD", Standing.Own, ""),
        [WorkAction.OpenOpgave] = ("PNCB", Standing.None, ""),
        [WorkAction.AddPosition] = ("pNCB", Standing.Own, ""),
        [WorkAction.WriteExpectation] = ("pNCB", Standing.Own, ""),
        [WorkAction.Judge] = ("pNCB", Standing.Own, ""),
        [WorkAction.MoveOpgave] = ("nC", Standing.Lead, ""),
        [WorkAction.ShapeApproach] = ("nC", Standing.Lead, ""),
        [WorkAction.AskHandover] = ("pncb", Standing.Holder, ""),
        [WorkAction.AnswerHandover] = ("pncbd", Standing.Addressee, ""),
        [WorkAction.RaiseGap] = ("pNC", Standing.Own, ""),
        [WorkAction.AnswerGap] = ("pncbd", Standing.Addressee, ""),
        [WorkAction.PublishEvidence] = ("A", Standing.None, ""),
        [WorkAction.DraftPlan] = ("CA", Standing.None, ""),
        [WorkAction.FixPlan] = ("AC", Standing.None, "CA"),
        [WorkAction.Measure] = ("A", Standing.None, ""),
        [WorkAction.TellYield] = ("pNC", Standing.Own, ""),
        [WorkAction.ProposeAreas] = ("CA", Standing.None, ""),
        [WorkAction.DecideAreas] = ("CB", Standing.None, "BC"),
        [WorkAction.KeepTasks] = ("B", Standing.None, ""),
        [WorkAction.ReadDirection] = ("PNCABDT", Standing.None, ""),
        [WorkAction.DecideChallenge] = ("B", Standing.None, ""),
        [WorkAction.SetDirection] = ("D", Standing.None, ""),
        [WorkAction.WriteVision] = ("CB", Standing.None, "NP"),
        [WorkAction.KeepNetwork] = ("NC", Standing.None, ""),
        [WorkAction.HandleSignal] = ("NCb", Standing.Answers, ""),
        [WorkAction.SeeContact] = ("ncb", Standing.Answers, ""),
        [WorkAction.AskOfferer] = ("NC", Standing.None, ""),
        [WorkAction.InviteResidents] = ("NC", Standing.None, ""),
        [WorkAction.Reflect] = ("PNCABD", Standing.None, ""),
        [WorkAction.ShareReflection] = ("pncabd", Standing.Author, ""),
        [WorkAction.TellScale] = ("PNC", Standing.None, ""),
        [WorkAction.KeepPeerGroup] = ("NCB", Standing.None, ""),
        [WorkAction.ReadPeerNotes] = ("pncab", Standing.Member, ""),
        [WorkAction.ShareOutside] = ("C", Standing.None, ""),
        [WorkAction.KeepLadder] = ("T", Standing.None, ""),
        [WorkAction.KeepTerms] = ("T", Standing.None, ""),
        [WorkAction.KeepAccounts] = ("T", Standing.None, ""),
        [WorkAction.ReadSecurityLog] = ("S", Standing.None, ""),
    };

    public static TheoryData<WorkAction> Actions => [.. Enum.GetValues<WorkAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_role_may_exactly_what_the_table_says(WorkAction action)
    {
        var (may, needs, with) = expected[action];
        foreach (var letter in Roles)
        {
            var always = may.Contains(letter, StringComparison.Ordinal);
            var whenStanding = may.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);

            Assert.Equal(always && with.Length == 0, Allowed(letter, Standing.None, null));
            Assert.Equal((always && with.Length == 0) || whenStanding, Allowed(letter, needs, null));
            // Every other standing, all of them together, is not the one that is asked.
            Assert.Equal(always && with.Length == 0, Allowed(letter, Everything & ~needs, null));
            foreach (var companion in Roles)
                Assert.Equal(
                    with.Length > 0 ? always && Pairs(letter, companion, with, may) : always,
                    Allowed(letter, Standing.None, companion));
        }

        bool Allowed(char role, Standing standing, char? companion) => Permissions.Allows(Of(role), action, standing, companion is { } second ? Of(second) : null);
    }

    [Fact]
    public void Somebody_without_a_role_may_nothing_at_all() =>
        Assert.All(Enum.GetValues<WorkAction>(), action => Assert.False(Permissions.Allows(new HashSet<AccessRole>(), action, Everything, Enum.GetValues<AccessRole>().ToHashSet())));

    [Fact]
    public void What_is_not_in_the_table_is_denied() =>
        Assert.False(Permissions.Allows(Enum.GetValues<AccessRole>().ToHashSet(), (WorkAction)999, Everything));

    private static Standing Everything => Enum.GetValues<Standing>().Aggregate((all, one) => all | one);

    private static bool Pairs(char role, char companion, string with, string may) =>
        with.Contains(companion, StringComparison.Ordinal) && (role != companion || !may.Contains(companion, StringComparison.Ordinal));

    private static HashSet<AccessRole> Of(char letter) => [(AccessRole)Roles.IndexOf(letter, StringComparison.Ordinal)];
}
