// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Schakel.Hosts.Tests.Web;

/// <summary>The description of the API against the Dutch API design rules, by a linter with our own reading of them.</summary>
public sealed class ApiDesignRuleTests : IDisposable
{
    private static readonly string rules = Path.Combine(Root(), "tests", "ApiRules");
    private readonly string folder = Directory.CreateTempSubdirectory("schakel api ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_description_keeps_the_rules()
    {
        var (status, findings) = await Lint(await Description());

        Assert.True(status == 0, findings);
    }

    [Theory]
    [InlineData("core-semver")]
    [InlineData("core-uri-version")]
    [InlineData("core-no-trailing-slash")]
    [InlineData("core-query-keys-camel-case")]
    [InlineData("core-version-header")]
    [InlineData("core-error-handling-problem-details")]
    [InlineData("core-error-handling-invalid-input")]
    public async Task A_description_that_breaks_a_rule_is_found_out(string rule)
    {
        var description = await Description();
        var (path, item) = description["paths"]!.AsObject().First(pair => pair.Value!["get"]?["parameters"] is JsonArray { Count: > 0 });
        var get = item!["get"]!.AsObject();
        switch (rule)
        {
            case "core-semver": description["info"]!["version"] = "1"; break;
            case "core-uri-version": Move("/api/catalogue"); break;
            case "core-no-trailing-slash": Move($"{path}/"); break;
            case "core-query-keys-camel-case": get["parameters"]!.AsArray().First(each => (string?)each!["in"] == "query")!["name"] = "snake_case"; break;
            case "core-version-header": get["responses"]!["200"]!.AsObject().Remove("headers"); break;
            case "core-error-handling-problem-details": get["responses"]!["400"]!["content"] = new JsonObject { ["application/json"] = new JsonObject() }; break;
            default: get["responses"]!.AsObject().Remove("400"); break;
        }

        var (status, findings) = await Lint(description);

        Assert.NotEqual(0, status);
        Assert.Contains(rule, findings, StringComparison.Ordinal);

        void Move(string to)
        {
            description["paths"]!.AsObject().Remove(path);
            description["paths"]![to] = item;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static async Task<JsonNode> Description()
    {
        using var site = new ServedSite(new SmallTown());
        return JsonNode.Parse(await site.Client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken))!;
    }

    private async Task<(int Status, string Findings)> Lint(JsonNode description)
    {
        var linter = Path.Combine(rules, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
        if (!File.Exists(linter))
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "The linter is not here; ./test installs it.");
            Assert.Fail("The build server has no linter.");
        }

        var file = Path.Combine(folder, "openapi.json");
        await File.WriteAllTextAsync(file, description.ToJsonString(), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node", [linter, "lint", file, "--ruleset", Path.Combine(rules, "rules.yaml"), "--quiet"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var findings = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, findings + await errors);
    }
}
