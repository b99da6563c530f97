// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Schakel.Repository.Tests;

/// <summary>Names say what a thing is in the language of the field.</summary>
public sealed partial class NameTests
{
    private static readonly string[] banned = ["Util", "Utils", "Utilities", "Helper", "Helpers", "Manager", "Common", "Impl", "Dto", "Info", "Base", "Abstract", "Misc", "Service", "Services"];

    [Fact]
    public void No_folder_or_file_has_a_name_that_says_nothing()
    {
        var found = Checkout.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("tests/", StringComparison.Ordinal))
            .Where(file => file.Split('/').Select(part => part.Split('.')[0]).Any(part => banned.Any(word => part == word || EndsOn(part, word))));

        Assert.Empty(found);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var found = Checkout.Under("src/", ".cs")
            .SelectMany(file => TypeName().Matches(Checkout.Read(file)).Select(match => (file, name: match.Groups[1].Value)))
            .Where(type => banned.Any(word => type.name == word || EndsOn(type.name, word)))
            .Select(type => $"{type.file}: {type.name}");

        Assert.Empty(found);
    }

    [Fact]
    public void A_file_carries_the_name_of_a_type_in_it()
    {
        var found = Checkout.Under("src/", ".cs")
            .Where(file => Path.GetFileName(file) is not ("Program.cs" or "AssemblyAttributes.cs") && !file.Contains(".razor.", StringComparison.Ordinal))
            .Where(file => !TypeName().Matches(Checkout.Read(file)).Any(match => match.Groups[1].Value == Path.GetFileName(file).Split('.')[0]));

        Assert.Empty(found);
    }

    private static bool EndsOn(string name, string word) =>
        name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal) && char.IsLower(name[^(word.Length + 1)]);

    [GeneratedRegex(@"(?:class|record struct|record|struct|interface|enum|delegate [\w<>?]+)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();
}
