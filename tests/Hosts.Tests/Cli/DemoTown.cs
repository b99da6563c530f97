// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Voorbeeldstad, written and imported once for a class of tests.</summary>
public sealed class DemoTown : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    /// <summary>The catalogue.</summary>
    public string Catalogue => Path.Combine(folder.Path, "town.catalogue");

    public async ValueTask InitializeAsync()
    {
        var town = Path.Combine(folder.Path, "town");
        Assert.Equal(0, (await Schakel.Run("demo", town)).ExitCode);
        Assert.Equal(0, (await Schakel.Run("import", town, "--into", Catalogue)).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
