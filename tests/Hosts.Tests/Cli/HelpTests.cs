// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The manual is kept as files, so that a change in it is seen. SCHAKEL_ACCEPT=1 writes them anew.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
        ["import", "fetch", "catalogue", "export", "weights", "moran", "geary", "join-count", "local-moran", "getis-ord", "smooth", "fdr", "profile", "reach", "composition", "robustness", "bespoke", "variogram", "scan", "borders", "delineate", "check-areas", "waterbed", "advise", "publish-check", "signals", "perceive", "demo", "serve", "backup", "restore", "erase", "completion", ""];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_page_of_a_command_is_the_one_that_was_read(string command)
    {
        foreach (var language in new[] { "nl", "en" })
        {
            string[] arguments = command.Length == 0 ? ["--help", "--lang", language] : [command, "--help", "--lang", language];
            var page = await Schakel.Run(arguments);

            var file = Path.Combine(Root, "tests/Hosts.Tests/Cli/Pages", $"{(command.Length == 0 ? "schakel" : command)}.{language}.txt");
            if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, page.Output, TestContext.Current.CancellationToken);
            }

            Assert.Equal(0, page.ExitCode);
            Assert.Empty(page.Errors);
            Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), page.Output);
        }
    }

    [Fact]
    public async Task Every_command_stands_in_the_guide_and_has_an_example()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Root, "docs/guide/command-line.md"), TestContext.Current.CancellationToken);

        foreach (var command in Commands.Select(row => row.Data).Where(command => command.Length > 0))
        {
            Assert.Contains($"| `{command}", guide, StringComparison.Ordinal);
            Assert.Contains($"schakel {command}", (await Schakel.Run(command, "--help", "--lang", "en")).Output.Split("EXAMPLES")[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_command_the_overview_goes_to_the_errors_and_the_exit_code_is_2()
    {
        var ended = await Schakel.Run();

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("local-moran", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_word_gets_a_suggestion()
    {
        Assert.Contains("local-moran", (await Schakel.Run("local-moron")).Errors, StringComparison.Ordinal);
        Assert.Contains("--permutations", (await Schakel.Run("moran", "--permutation", "99")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shell_is_told_how_to_complete()
    {
        foreach (var shell in new[] { "bash", "zsh", "fish" })
            Assert.Contains("[suggest", (await Schakel.Run("completion", shell)).Output, StringComparison.Ordinal);

        var suggested = (await Schakel.Run("[suggest:14]", "schakel local-")).Output;
        Assert.Contains("local-moran", suggested, StringComparison.Ordinal);
        Assert.Equal(2, (await Schakel.Run("completion", "dos")).ExitCode);
    }

    [Fact]
    public async Task The_version_is_a_version() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", (await Schakel.Run("--version")).Output);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Schakel.slnx")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }
}
