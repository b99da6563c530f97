// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Sources;

namespace Schakel.Catalogue.Tests.Sources.Malformed;

/// <summary>A file that cannot be used, and what is said about it.</summary>
/// <param name="Make">Makes the file and gives its name.</param>
/// <param name="Code">Code of the refusal.</param>
internal sealed record MalformedCase(Func<MadeFiles, string> Make, string Code)
{
    internal string? Layer { get; init; }

    internal long? Row { get; init; }

    internal string? Column { get; init; }

    internal string? Value { get; init; }

    internal ReadOptions Options { get; init; } = new();

    internal void Check()
    {
        using var files = new MadeFiles();
        var path = Make(files);

        var read = SourceFile.Read(path, Options, TestContext.Current.CancellationToken);

        Assert.False(read.TryGet(out _, out var reason), "The file was read.");
        var refusal = Assert.IsType<Refusal>(reason);
        Assert.Equal(Code, refusal.Code);
        Assert.Equal(path, refusal.Path);
        Assert.False(string.IsNullOrWhiteSpace(refusal.Detail));
        if (Layer is not null)
            Assert.Equal(Layer, refusal.Layer);
        if (Row is not null)
            Assert.Equal(Row, refusal.Row);
        if (Column is not null)
            Assert.Equal(Column, refusal.Column);
        if (Value is not null)
            Assert.Equal(Value, refusal.Value);
        Assert.True(refusal.Value is null || refusal.Value.Length <= 101);
    }
}
