// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Schakel.Voorbeeldstad;

namespace Schakel.Hosts.Tests.Documentation;

/// <summary>What the library's guide shows is what runs.</summary>
public sealed class LibraryGuideTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("schakel guide ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Fifteen_lines_lead_from_a_geopackage_to_a_map_of_local_moran()
    {
        Town.Write(folder, seed: 2009);
        var svg = Path.Combine(folder, "map.svg");

        LibraryGuideExamples.Map(Path.Combine(folder, "wijkenbuurten_2024_v1.gpkg"), svg);

        var paths = XDocument.Load(svg).Root!.Elements().Where(element => element.Name.LocalName == "path").ToList();
        Assert.InRange(paths.Count, 100, 167);
        Assert.All(paths, path => Assert.StartsWith("M", path.Attribute("d")!.Value, StringComparison.Ordinal));
        Assert.Contains(paths, path => path.Attribute("class")!.Value is "HighHigh" or "LowLow");
        Assert.Contains(paths, path => path.Attribute("class")!.Value == "Nothing");
        Assert.InRange(Example("map").Split('\n').Length, 1, 15);
    }

    [Theory]
    [InlineData("map")]
    [InlineData("head")]
    public void The_guide_holds_the_example_that_runs(string name) =>
        Assert.Contains($"```csharp\n{Example(name)}\n```", File.ReadAllText(Checked.Guide), StringComparison.Ordinal);

    private static string Example(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Checked.Root, "tests", "Hosts.Tests", "Documentation", "LibraryGuideExamples.cs"));
        var first = Array.FindIndex(lines, line => line.Trim() == $"// <{name}>") + 1;
        var last = Array.FindIndex(lines, line => line.Trim() == $"// </{name}>");
        var indent = lines[first].Length - lines[first].TrimStart().Length;
        return string.Join('\n', lines[first..last].Select(line => line.Length > indent ? line[indent..] : ""));
    }
}
