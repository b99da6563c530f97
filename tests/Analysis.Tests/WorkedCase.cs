// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Analysis.Tests;

/// <summary>A case in <c>reference/</c>: input, the answer of other software, and how close ours must be.</summary>
internal sealed class WorkedCase
{
    private readonly JsonElement root;

    private WorkedCase(JsonElement root) => this.root = root;

    internal static string RepositoryRoot { get; } = FindRoot();

    internal JsonElement Input => root.GetProperty("input");

    internal JsonElement Expected => root.GetProperty("expected");

    internal double Tolerance => root.GetProperty("tolerance").GetDouble();

    internal static WorkedCase Read(string folder, string name)
    {
        using var document = JsonDocument.Parse(ReferenceTally.Open(Path.Combine(RepositoryRoot, "reference", folder, name + ".json")));
        return new WorkedCase(document.RootElement.Clone());
    }

    /// <summary>Within the tolerance of the file, absolute for numbers below 1 and relative above.</summary>
    internal void Near(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Max(1, Math.Abs(expected)), $"Expected {expected:R}, got {actual:R}.");

    internal void Near(JsonElement expected, double actual) => Near(expected.GetDouble(), actual);

    internal void Near(JsonElement expected, Figure actual)
    {
        Assert.True(actual.Value is not null, $"Expected {expected}, got no number: {actual.Reason}.");
        Near(expected.GetDouble(), actual.Value.Value);
    }

    internal void Near(JsonElement expected, IReadOnlyList<double> actual)
    {
        var numbers = Numbers(expected);
        Assert.Equal(numbers.Length, actual.Count);
        for (var i = 0; i < numbers.Length; i++)
            Near(numbers[i], actual[i]);
    }

    internal double[] Numbers(string member) => Numbers(Input.GetProperty(member));

    internal int[] Integers(string member) => [.. Input.GetProperty(member).EnumerateArray().Select(element => element.GetInt32())];

    internal static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetDouble())];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository, where Schakel.slnx stands.");
    }
}
