// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Schakel.Hosts.Tests.Cli;
using Schakel.Web.Atlas;

namespace Schakel.Hosts.Tests.Web;

/// <summary>Shell and browser are two ways to one answer.</summary>
public sealed class SamePictureTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_program_and_the_site_give_the_same_shares_ranges_and_fingerprint()
    {
        var (files, catalogue) = (Path.Combine(folder.Path, "town"), Path.Combine(folder.Path, "town.catalogue"));
        Assert.Equal(0, (await Cli.Schakel.Run("demo", files)).ExitCode);
        Assert.Equal(0, (await Cli.Schakel.Run("import", files, "--into", catalogue)).ExitCode);
        var current = new CurrentGround(catalogue);
        using var site = new ServedSite(current.Ask());

        foreach (var (shell, address) in new[]
        {
            (new[] { "--indicator", "eenzaamheid" }, "indicator=eenzaamheid"),
            (["--indicator", "zwerfafval", "--within", "GM9901", "--year", "2023"], "indicator=zwerfafval&within=GM9901&year=2023"),
            (["--indicator", "fietswrakken"], "indicator=fietswrakken"),
        })
        {
            var printed = (await Cli.Schakel.Run(["profile", "--catalogue", catalogue, .. shell, "--json"])).Json;
            using var served = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/scale-picture?" + address, TestContext.Current.CancellationToken));

            foreach (var member in new[] { "mean", "tauSquared", "mor", "vpc", "estimator", "shareOf", "fingerprint", "year" })
                Assert.True(JsonElement.DeepEquals(printed.GetProperty(member), served.RootElement.GetProperty(member)), $"{address}: {member}");
            var (shellLevels, siteLevels) = (printed.GetProperty("levels").EnumerateArray().ToArray(), served.RootElement.GetProperty("levels").EnumerateArray().ToArray());
            Assert.Equal(shellLevels.Length, siteLevels.Length);
            foreach (var (one, other) in shellLevels.Zip(siteLevels))
                foreach (var member in new[] { "level", "groups", "variance", "varianceLow", "varianceHigh", "share", "low", "high", "indicative" })
                    Assert.True(JsonElement.DeepEquals(one.GetProperty(member), other.GetProperty(member)), $"{address}: {one.GetProperty("level")} {member}");
            foreach (var member in new[] { "mean", "share", "low", "high", "dominates" })
                Assert.True(JsonElement.DeepEquals(printed.GetProperty("noise").GetProperty(member), served.RootElement.GetProperty("noise").GetProperty(member)), $"{address}: noise {member}");
        }
    }
}
