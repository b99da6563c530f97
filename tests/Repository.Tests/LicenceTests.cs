// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Schakel.Repository.Tests;

/// <summary>Every dependency stands in docs/licences.md with its version and a licence that may ship; every file says whose it is.</summary>
public sealed partial class LicenceTests
{
    private static readonly HashSet<string> mayShip = ["MIT", "BSD-3-Clause", "Apache-2.0", "ISC", "0BSD", "PostgreSQL", "OFL-1.1", "EUPL-1.2", "LGPL-2.1-or-later", "CC0-1.0"];
    private static readonly HashSet<string> mayTest = [.. mayShip, "MPL-2.0", "MIT AND MPL-2.0"];

    private static Dictionary<string, (string Version, string Licence, string Use)> Listed() => LicenceRow()
        .Matches(Checkout.Read("docs/licences.md"))
        .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value.Trim(), match.Groups[4].Value.Trim()));

    [Fact]
    public void Every_package_stands_in_the_list_with_its_version()
    {
        var listed = Listed();
        var packages = XDocument.Parse(Checkout.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(element => (Name: (string)element.Attribute("Include")!, Version: (string)element.Attribute("Version")!))
            .Concat(NpmPackages());

        Assert.All(packages, package => Assert.True(
            listed.TryGetValue(package.Name, out var row) && row.Version == package.Version, $"docs/licences.md lacks {package.Name} {package.Version}."));
    }

    [Fact]
    public void Every_listed_licence_may_be_used_that_way() => Assert.All(Listed(), row => Assert.True(
        (row.Value.Use == "ships" ? mayShip : mayTest).Contains(row.Value.Licence), $"{row.Key}: {row.Value.Licence} is not allowed for '{row.Value.Use}'."));

    [Fact]
    public void The_list_holds_nothing_that_is_not_used()
    {
        var used = XDocument.Parse(Checkout.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(element => (string)element.Attribute("Include")!)
            .Concat(NpmPackages().Select(package => package.Name)).ToHashSet();

        Assert.All(Listed().Keys, name => Assert.True(used.Contains(name), $"{name} stands in docs/licences.md, but nothing uses it."));
    }

    [Fact]
    public void Every_package_in_the_central_list_has_its_reason_in_a_comment()
    {
        var lines = Checkout.Lines("Directory.Packages.props");

        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Contains("<PackageVersion", StringComparison.Ordinal))
                Assert.True(lines[i - 1].Contains("<!--", StringComparison.Ordinal) || lines[i - 1].Contains("-->", StringComparison.Ordinal) || lines[i - 1].Contains("<PackageVersion", StringComparison.Ordinal),
                    $"No reason above {lines[i].Trim()}");
    }

    [Fact]
    public void Every_source_file_says_whose_it_is_and_under_which_licence()
    {
        string[] kinds = [".cs", ".ts", ".razor", ".css", ".sh", ".csproj", ".props", ".targets", ".R", ".py"];
        var silent = Checkout.Files.Where(file => kinds.Any(kind => file.EndsWith(kind, StringComparison.Ordinal)))
            .Where(file => !Checkout.Lines(file).Take(6).Any(line => line.Contains("SPDX-License-" + "Identifier: EUPL-1.2", StringComparison.Ordinal)));

        Assert.Empty(silent);
    }

    private static IEnumerable<(string Name, string Version)> NpmPackages()
    {
        foreach (var file in Checkout.Files.Where(file => Path.GetFileName(file) == "package.json"))
        {
            using var document = JsonDocument.Parse(Checkout.Read(file));
            foreach (var group in new[] { "dependencies", "devDependencies" })
                if (document.RootElement.TryGetProperty(group, out var packages))
                    foreach (var package in packages.EnumerateObject())
                        yield return (package.Name, package.Value.GetString()!);
        }
    }

    [GeneratedRegex(@"^\| ([@\w./-]+) \| (\d[\w.-]*) \| ([^|]+) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex LicenceRow();
}
