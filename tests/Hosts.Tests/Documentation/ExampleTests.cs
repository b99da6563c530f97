// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text;

namespace Schakel.Hosts.Tests.Documentation;

/// <summary>Every command that the README and the guide show in a <c>sh</c> block is run, in order, in an empty folder.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Documents => [.. Directory
        .EnumerateFiles(Path.Combine(Root, "docs", "guide"), "*.md")
        .Append(Path.Combine(Root, "README.md"))
        .Where(file => Commands(file).Count > 0)
        .Select(file => Path.GetRelativePath(Root, file))
        .Order(StringComparer.Ordinal)];

    private static string Root { get; } = FindRoot();

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_examples_of_a_document_run(string document)
    {
        var folder = Directory.CreateTempSubdirectory("schakel voorbeelden ");
        try
        {
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "schakel"), Path.Combine(Root, "src/Cli/bin/Release/net10.0/schakel"));
            foreach (var command in Commands(Path.Combine(Root, document)))
            {
                if (command.Contains("../shared", StringComparison.Ordinal) && !Directory.Exists(Path.Combine(Root, "../shared/data")))
                    Assert.Skip($"../shared/data is not here: '{command}' was not run.");

                var (status, output) = await Run(command.Replace("../shared", Path.GetFullPath(Path.Combine(Root, "../shared")), StringComparison.Ordinal), folder.FullName);

                Assert.True(status == 0, $"{document}: '{command}' ended with {status}:\n{output}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_readme_shows_commands() => Assert.NotEmpty(Commands(Path.Combine(Root, "README.md")));

    // A command is a line of a ```sh block; a line that ends in a backslash goes on. ./run and ./test cannot run inside a test.
    private static List<string> Commands(string file)
    {
        var commands = new List<string>();
        var inside = false;
        var command = new StringBuilder();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = line == "```sh";
            else if (inside)
            {
                command.Append(line.TrimEnd('\\'));
                if (line.EndsWith('\\'))
                    continue;
                if (command.ToString().TrimStart() is { Length: > 0 } whole && whole.StartsWith("./schakel", StringComparison.Ordinal) && !whole.StartsWith("./schakel serve", StringComparison.Ordinal))
                    commands.Add(whole);
                command.Clear();
            }
        }

        return commands;
    }

    private static async Task<(int Status, string Output)> Run(string command, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("Schakel.slnx is in none of the folders above the tests.");
    }
}
