// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The workspace from the shell: filled, kept, put back, and cleaned, by the real program.</summary>
public sealed class WorkspaceCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_demo_workspace_is_backed_up_and_put_back_with_the_same_rows()
    {
        var (town, workspace, backup) = (folder.Find("de stad"), folder.Find("de stad.workspace"), folder.Find("kopie/een.backup"));
        var filled = await Schakel.Run("demo", town, "--workspace", workspace, "--lang", "en", "--json");
        Assert.Equal("GM9901", filled.Json.GetProperty("truth").GetProperty("municipality").GetString());
        Assert.Contains("are in the workspace", filled.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", (await Schakel.Run("demo", town, "--workspace", workspace, "--lang", "en")).Errors, StringComparison.Ordinal);

        var written = (await Schakel.Run("backup", backup, "--workspace", workspace, "--with-key", "--json")).Json;
        var restored = (await Schakel.Run("restore", backup, "--workspace", folder.Find("hersteld.workspace"), "--json")).Json;
        var again = (await Schakel.Run("backup", folder.Find("kopie/"), "--workspace", folder.Find("hersteld.workspace"), "--json")).Json;

        Assert.True(written.GetProperty("rows").GetProperty("Opgaven").GetInt64() >= 7);
        Assert.True(written.GetProperty("hasKey").GetBoolean());
        Assert.Equal(written.GetProperty("rows").ToString(), restored.GetProperty("rows").ToString());
        Assert.Equal(written.GetProperty("rows").ToString(), again.GetProperty("rows").ToString());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.Find("hersteld.workspace.key")));
        Assert.All((await Schakel.Run("erase", "--workspace", workspace, "--json")).Json.GetProperty("erased").EnumerateObject(), kind => Assert.Equal(0, kind.Value.GetInt32()));
    }

    [Fact]
    public async Task What_is_not_there_damaged_or_in_the_way_is_said_with_exit_code_3_and_nothing_is_touched()
    {
        await File.WriteAllTextAsync(folder.Find("kapot.backup"), "geen archief", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Find("bezet.workspace"), "van een ander", TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(folder.Find("leeg.workspace"), "", TestContext.Current.CancellationToken);

        foreach (string[] arguments in new[]
        {
            new[] { "backup", folder.Find("x.backup"), "--workspace", folder.Find("nergens.workspace") },
            ["erase", "--workspace", folder.Find("nergens.workspace")],
            ["restore", folder.Find("nergens.backup"), "--workspace", folder.Find("nieuw.workspace")],
            ["restore", folder.Find("kapot.backup"), "--workspace", folder.Find("nieuw.workspace")],
            ["restore", folder.Find("kapot.backup"), "--workspace", folder.Find("bezet.workspace")],
            ["backup", folder.Find("x.backup"), "--workspace", folder.Find("bezet.workspace")],
            ["backup", folder.Find("x.backup"), "--workspace", folder.Find("leeg.workspace")],
            ["erase", "--workspace", folder.Find("bezet.workspace")],
            ["erase", "--workspace", "Host=127.0.0.1;Port=1;Database=x;Username=y", "--key", folder.Find("k")],
            ["demo", folder.Find("stad"), "--workspace", folder.Find("bezet.workspace")],
            ["demo", folder.Find("stad"), "--workspace", folder.Find("nieuw.workspace"), "--key", folder.Find("kapot.backup")],
        })
        {
            var ended = await Schakel.Run(arguments);

            Assert.True(ended.ExitCode == 3, $"{string.Join(' ', arguments)}: {ended.ExitCode} {ended.Errors}");
            Assert.Empty(ended.Output);
            Assert.DoesNotContain("Exception", ended.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(["bezet.workspace", "kapot.backup", "leeg.workspace"], Directory.GetFiles(folder.Path).Where(file => !file.EndsWith(".workspace.key", StringComparison.Ordinal)).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("van een ander", await File.ReadAllTextAsync(folder.Find("bezet.workspace"), TestContext.Current.CancellationToken));
        Assert.Equal(2, (await Schakel.Run("backup", folder.Find("x.backup"), "--workspace", "Host=localhost;Database=x")).ExitCode);
        Assert.Equal(2, (await Schakel.Run("backup", folder.Find("x.backup"))).ExitCode);
    }
}
