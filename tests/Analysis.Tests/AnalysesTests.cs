// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Tests;

/// <summary>The list of statistics is in order and holds what exists.</summary>
public sealed class AnalysesTests
{
    [Fact]
    public void The_list_is_sorted_by_family_and_name_without_doubles()
    {
        var names = Analyses.All.Select(entry => $"{entry.Family}.{entry.Name}").ToArray();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Every_entry_is_a_public_class_of_its_family() => Assert.All(Analyses.All, entry =>
    {
        var type = typeof(Analyses).Assembly.GetType($"Schakel.Analysis.{entry.Family}.{entry.Name}");

        Assert.NotNull(type);
        Assert.True(type.IsPublic);
    });

    [Fact]
    public void Every_statistic_stands_in_the_list()
    {
        var statistics =
            from type in typeof(Analyses).Assembly.GetExportedTypes()
            where type.GetMethods().Any(method => method.IsStatic && method.Name == "Compute" && method.ReturnType.Name == typeof(Outcome<>).Name)
            select type.Name;

        Assert.NotEmpty(statistics);
        Assert.Empty(statistics.Except(Analyses.All.Select(entry => entry.Name)));
    }
}
