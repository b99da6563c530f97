// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Schakel.Hosts.Tests.Documentation;

/// <summary>The library as others get it: packed, restored from a folder, used from C# and from F#.</summary>
public sealed partial class PackageTests : IDisposable
{
    private const string LocalExample = "## Where do areas resemble their surroundings?";

    private readonly string folder = Directory.CreateTempSubdirectory("schakel package ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_package_has_a_version_a_licence_a_readme_symbols_and_no_dependencies()
    {
        var version = await Pack();

        using var package = ZipFile.OpenRead(Path.Combine(folder, "feed", $"Schakel.Analysis.{version}.nupkg"));
        using var nuspec = package.GetEntry("Schakel.Analysis.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string Of(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Matches(SemanticVersion(), Of("version"));
        Assert.Equal("EUPL-1.2", Of("license"));
        Assert.Equal("README.md", Of("readme"));
        Assert.NotEmpty(Of("description"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal(
            ["README.md", "lib/net10.0/Schakel.Analysis.dll", "lib/net10.0/Schakel.Analysis.xml"],
            package.Entries.Select(entry => entry.FullName).Where(name => name == "README.md" || name.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        using var symbols = ZipFile.OpenRead(Path.Combine(folder, "feed", $"Schakel.Analysis.{version}.snupkg"));
        Assert.Contains(symbols.Entries, entry => entry.FullName == "lib/net10.0/Schakel.Analysis.pdb");
    }

    [Fact]
    public async Task A_program_in_csharp_and_one_in_fsharp_restore_it_and_print_what_the_readme_shows()
    {
        var version = await Pack();
        var expected = Checked.Block(Checked.Readme, LocalExample, "text");

        var csharp = await RunProgram("csproj", version, "Program.cs", $"""
            using Schakel.Analysis.Adjacency;
            using Schakel.Analysis.Autocorrelation;
            using static System.FormattableString;
            var output = Console.Out;
            {Checked.Block(Checked.Readme, LocalExample, "csharp")}
            """);
        var fsharp = await RunProgram("fsproj", version, "Program.fs", Checked.Block(Checked.Guide, "## From F#", "fsharp"));

        Assert.Equal(expected, csharp);
        Assert.Equal(expected, fsharp);
    }

    private async Task<string> Pack()
    {
        await Dotnet(Checked.Root, "pack", "src/Analysis/Analysis.csproj", "-c", "Release", "--no-build", "-o", Path.Combine(folder, "feed"));
        var package = Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(Path.Combine(folder, "feed"), "*.nupkg")));
        return package["Schakel.Analysis.".Length..];
    }

    private async Task<string> RunProgram(string kind, string version, string source, string code)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, kind)).FullName;
        await File.WriteAllTextAsync(Path.Combine(home, source), code);
        // Only our folder: nothing comes from the network, and no cache of this machine is used or filled.
        await File.WriteAllTextAsync(Path.Combine(home, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Path.Combine(folder, "feed")}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(home, $"App.{kind}"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>{(kind == "fsproj" ? $"<Compile Include=\"{source}\" />" : "")}<PackageReference Include="Schakel.Analysis" Version="{version}" /></ItemGroup>
            </Project>
            """);
        return await Dotnet(home, "run", "--project", $"App.{kind}");
    }

    private static async Task<string> Dotnet(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test runner tells MSBuild about itself is no business of another project.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{await errors}");
        return output;
    }

    [GeneratedRegex("^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex SemanticVersion();
}
