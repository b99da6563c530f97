// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The independent checker: plans that are right, and everything that can be wrong with one.</summary>
public sealed class CheckAreasTests : IDisposable
{
    private const string Right = "id,area\nc1,a\nc5,a\nc2,b\nc3,b\nc4,c\nc7,c\nc8,c\nc6,d\nc9,d\nc10,d\nc11,e\nc12,e\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_plan_that_is_right_is_valid()
    {
        var answer = (await Schakel.Run([.. Check(Right), "--json"])).Json;

        Assert.True(answer.GetProperty("valid").GetBoolean());
        Assert.Equal(5, answer.GetProperty("areas").GetInt32());
        Assert.Equal(0, answer.GetProperty("violations").GetArrayLength());
    }

    [Theory]
    [InlineData("unit-missing", "c12,e\n", "")]
    [InlineData("unit-twice", "c12,e\n", "c12,e\nc12,a\n")]
    [InlineData("unknown-unit", "c12,e\n", "c12,e\nc99,e\n")]
    [InlineData("not-contiguous", "c5,a\n", "c5,e\n")]
    [InlineData("population-above-ceiling", "c2,b\n", "c2,d\n")]
    [InlineData("dwellings-above-ceiling", "c2,b\n", "c2,d\n")]
    public async Task What_is_wrong_is_an_answer_with_its_code(string code, string line, string instead)
    {
        var ended = await Schakel.Run([.. Check(Right.Replace(line, instead, StringComparison.Ordinal)), "--json", "--lang", "en"]);

        Assert.Equal(0, ended.ExitCode);
        Assert.False(ended.Json.GetProperty("valid").GetBoolean());
        Assert.Contains(ended.Json.GetProperty("violations").EnumerateArray(), violation => violation.GetProperty("code").GetString() == code && violation.GetProperty("ids").GetArrayLength() > 0 && violation.GetProperty("text").GetString()!.Length > 10);
    }

    [Fact]
    public async Task Ceilings_count_only_for_columns_that_were_named()
    {
        var tooFull = Right.Replace("c2,b\n", "c2,d\n", StringComparison.Ordinal);
        var answer = (await Schakel.Run([.. Check(tooFull)[..^4], "--json"])).Json;
        var page = await Schakel.Run([.. Check(tooFull)[..^4], "--lang", "en"]);

        Assert.True(answer.GetProperty("valid").GetBoolean());
        Assert.Contains("Ceilings were not checked", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_barrier_makes_a_plan_fall_apart()
    {
        var canal = folder.Write("canal.geojson", AreaMaps.Lines(("water", (200, 150), (200, -250))));
        var answer = (await Schakel.Run([.. Check(Right), "--barriers", canal, "--json"])).Json;

        var violation = Assert.Single(answer.GetProperty("violations").EnumerateArray());
        Assert.Equal(("not-contiguous", "b"), (violation.GetProperty("code").GetString(), violation.GetProperty("area").GetString()));
        Assert.Contains("Gebied b", violation.GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, .73058806)]
    [InlineData(false, .86756323)]
    public async Task The_difference_of_two_plans_is_the_worked_case(bool weighted, double difference)
    {
        var table = folder.Write("six.csv", "id,n\na,1000\nb,2000\nc,1000\nd,1500\ne,1500\nf,3000\n");
        var pairs = folder.Write("pairs.csv", "from,to\na,b\nb,c\nc,d\nd,e\ne,f\n");
        var (one, other) = (folder.Write("one.csv", "id,area\na,1\nb,1\nc,1\nd,2\ne,2\nf,2\n"), folder.Write("other.csv", "id;area\na;1\nb;1\nc;2\nd;2\ne;3\nf;3\n"));

        var answer = (await Schakel.Run(["check-areas", "--table", table, "--table-id", "id", "--neighbours", pairs, "--assignment", one, "--compare", other, .. weighted ? ["--population", "n"] : Array.Empty<string>(), "--json"])).Json;

        Assert.Equal(difference, answer.GetProperty("comparison").GetProperty("variationOfInformation").GetDouble(), 1e-8);
        Assert.Equal(2.0 / 3, answer.GetProperty("comparison").GetProperty("rand").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Plans_without_a_unit_in_common_are_not_compared()
    {
        var other = folder.Write("other.csv", "id,area\nx,1\n");
        var answer = (await Schakel.Run([.. Check(Right), "--compare", other, "--json"])).Json;

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("comparison").ValueKind);
        Assert.NotEmpty(answer.GetProperty("comparisonReason").GetString()!);
    }

    [Fact]
    public async Task A_file_that_is_no_plan_is_refused()
    {
        Assert.Equal(2, (await Schakel.Run(Check("unit,area\nc1,a\n"))).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. Check(Right), "--area", "gebied"])).ExitCode);
        Assert.Equal(2, (await Schakel.Run([.. Check(Right), "--compare-area", "area2"])).ExitCode);
        Assert.Equal(2, (await Schakel.Run("check-areas", "--areas", "x.gpkg")).ExitCode);
        Assert.Equal(3, (await Schakel.Run(Check("id,area\n,a\n"))).ExitCode);
        Assert.Equal(3, (await Schakel.Run(Check("id,area\n"))).ExitCode);
    }

    private string[] Check(string plan) =>
    [
        "check-areas", "--areas", folder.Write("map.geojson", Maps.Squares(3, 4)), "--id", "code", "--table", folder.Write("figures.csv", AreaMaps.Figures()), "--table-id", "code",
        "--assignment", folder.Write("plan.csv", plan), "--population", "inwoners", "--dwellings", "woningen",
    ];
}
