// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Workspace.History;
using Schakel.Workspace.Members;
using Schakel.Workspace.Texts;

namespace Schakel.Workspace.Tests.Members;

/// <summary>The page that shows who may do what is made from the table itself. SCHAKEL_ACCEPT=1 writes it anew.</summary>
public sealed class PermissionPageTests
{
    private static readonly AccessRole[] roles = Enum.GetValues<AccessRole>();
    private static readonly Standing[] standings = [.. Enum.GetValues<Standing>().Where(standing => standing != Standing.None)];

    [Fact]
    public void The_page_of_permissions_is_what_the_program_does()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        var file = Path.Combine(root.FullName, "docs", "guide", "permissions.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
            File.WriteAllText(file, page);

        Assert.Equal(File.ReadAllText(file), page);
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Who may do what

            This page is written from the table that the program asks (`src/Workspace/Members/Permissions.cs`), and a test compares them. Rights hold within
            one's own municipality; of another nobody sees or changes anything. An empty cell is a refusal.

            * **yes**: whoever has the role. **own**: whose organisation sits at the table of the opgave. **lead**: whose organisation leads it.
            * **holder**: whose organisation holds it. **addressee**: whose organisation was asked. **author**: who wrote it. **member**: of the group.
            * **answers**: who answers the reporter, or asks who offered.
            * **with …**: only together with somebody of that role.

            | what | visitor | partner | professional | coordinator | analyst | adviser | director | administrator | security officer |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var action in Enum.GetValues<WorkAction>())
        {
            var words = CodeTexts.For(Language.English)[$"word.action.{Words.Of(action)}"];
            page.Append("| ").Append(words).Append(" |").AppendJoin(string.Empty, roles.Select(role => $" {Cell(role, action)} |")).Append('\n');
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Cell(AccessRole role, WorkAction action)
    {
        HashSet<AccessRole> own = [role];
        if (Permissions.Allows(own, action, Standing.None))
            return "yes";
        if (standings.Where(standing => Permissions.Allows(own, action, standing)).Select(standing => Words.Of(standing)).ToList() is { Count: > 0 } needs)
            return string.Join(" or ", needs);
        var companions = roles.Where(companion => Permissions.Allows(own, action, Standing.None, new HashSet<AccessRole> { companion })).Select(NameOf).ToList();
        return companions.Count > 0 ? $"with {string.Join(" or ", companions)}" : "";
    }

    private static string NameOf(AccessRole role) => role switch
    {
        AccessRole.PolicyAdviser => "adviser",
        AccessRole.TenantAdministrator => "administrator",
        AccessRole.SecurityOfficer => "security officer",
        _ => Words.Of(role),
    };
}
