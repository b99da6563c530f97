// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Analysis.Tests;

/// <summary>Numbers of other software are only worth something when they say whose they are.</summary>
public sealed class ReferenceFilesTests
{
    [Fact]
    public void Every_reference_case_names_its_source_program_and_tolerance()
    {
        var files = Directory.GetFiles(Path.Combine(WorkedCase.RepositoryRoot, "reference"), "*.json", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var root = document.RootElement;

            foreach (var member in new[] { "source", "program" })
                Assert.True(root.TryGetProperty(member, out var text) && text.GetString() is { Length: > 0 }, $"{file} does not say its {member}.");
            Assert.True(root.TryGetProperty("tolerance", out var tolerance) && tolerance.GetDouble() > 0, $"{file} has no tolerance.");
            Assert.True(root.TryGetProperty("expected", out _), $"{file} expects nothing.");
        });
    }
}
