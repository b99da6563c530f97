// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;
using Schakel.Analysis.Scale;

namespace Schakel.Analysis.Tests.Scale;

/// <summary>A worked case of this family from <c>reference/</c>.</summary>
internal sealed class ScaleCase
{
    private readonly JsonNode root;

    private ScaleCase(JsonNode root) => this.root = root;

    internal static string RepositoryRoot { get; } = FindRoot();

    internal JsonNode Input => root["input"]!;

    internal JsonNode Expected => root["expected"]!;

    internal double Tolerance => Number(root["tolerance"]);

    internal static ScaleCase Load(string file, string folder = "scale-profile") =>
        new(JsonNode.Parse(ReferenceTally.Open(Path.Combine(RepositoryRoot, "reference", folder, file)))!);

    internal static double Number(JsonNode? node) => node!.GetValue<double>();

    internal static double[] Numbers(JsonNode? node) => [.. node!.AsArray().Select(Number)];

    internal static int[] Whole(JsonNode? node) => [.. node!.AsArray().Select(item => item!.GetValue<int>())];

    internal UnitTree Tree()
    {
        var ancestors = Input["ancestors"]!.AsArray().Select(Whole).ToArray();
        string[] levels = [.. Input["levels"]!.AsArray().Select(level => level!.GetValue<string>())];
        var count = (Input["population"] ?? Input["values"])!.AsArray().Count;
        return Answers.Of(UnitTree.Create(levels, count, ancestors));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Schakel.slnx above the tests.");
    }
}

/// <summary>What a test expects of an outcome.</summary>
internal static class Answers
{
    internal static T Of<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? answer : throw new Xunit.Sdk.XunitException($"{reason.Code}: {reason.Detail}");

    internal static Reason ReasonOf<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.TryGet(out var answer, out var reason) ? throw new Xunit.Sdk.XunitException($"Answered {answer}.") : reason;

    internal static void Close(double expected, double? actual, double tolerance) => Assert.True(
        actual is { } value && Math.Abs(value - expected) <= tolerance * Math.Max(1e-3, Math.Abs(expected)),
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Expected {expected} within {tolerance} but got {actual}."));

    internal static void Close(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        var (first, second) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(first.Length, second.Length);
        foreach (var (a, b) in first.Zip(second))
            Close(a, b, tolerance);
    }
}
