// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

public sealed class JoinTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_is_joined_by_code_and_what_does_not_match_is_listed()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3));
        var table = folder.Write("figures.csv", "gebied;waarde\n c1 ;9,5\nc2;8\nc3;2\nc4;7\nc5;6\nc6;1\nc7;3\nx9;1\n");

        var answer = (await Schakel.Run("moran", "--areas", map, "--id", "code", "--table", table, "--table-id", "gebied", "--value", "waarde", "--json", "--lang", "en")).Json;

        var join = answer.GetProperty("join");
        Assert.Equal(7, answer.GetProperty("n").GetInt32());
        Assert.Equal(7, join.GetProperty("matched").GetInt32());
        Assert.Equal(["c8", "c9"], join.GetProperty("areasWithoutRow").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["x9"], join.GetProperty("rowsWithoutArea").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal(["c8", "c9"], answer.GetProperty("excluded").EnumerateArray().Select(entry => entry.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task No_match_at_all_ends_with_3_and_shows_both_kinds_of_code()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(2, 2));
        var table = folder.Write("figures.csv", "gebied,value\nBU1,1\nBU2,2\n");

        var ended = await Schakel.Run("moran", "--areas", map, "--id", "code", "--table", table, "--table-id", "gebied", "--value", "value", "--json", "--lang", "en");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("'c1'", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("'BU1'", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--id", "code")]
    [InlineData]
    public async Task Two_areas_with_one_code_end_with_3(params string[] id)
    {
        var map = folder.Write("grid.geojson", Maps.Squares(2, 2).Replace("\"c4\"", "\"c1\"", StringComparison.Ordinal));

        var ended = await Schakel.Run(["moran", "--areas", map, "--value", "value", "--json", .. id.Length > 0 ? id : ["--id", "CODE"]]);

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("c1", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_may_hold_the_figures_itself_and_gives_what_a_table_gives()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3));
        var table = folder.Write("figures.csv", WorkedCases.Grid);

        var own = (await Schakel.Run("moran", "--areas", map, "--id", "code", "--contiguity", "rook", "--value", "value", "--json")).Json;
        var joined = (await Schakel.Run("moran", "--areas", map, "--contiguity", "rook", "--table", table, "--table-id", "id", "--value", "value", "--json")).Json;

        Assert.Equal(0.5, own.GetProperty("I").GetDouble(), 1e-12);
        Assert.Equal(own.GetProperty("I").GetRawText(), joined.GetProperty("I").GetRawText());
        Assert.Equal(own.GetProperty("permutation").GetRawText(), joined.GetProperty("permutation").GetRawText());
    }

    [Fact]
    public async Task The_provenance_names_every_file_with_its_hash_and_rows_and_no_threads()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3));
        var table = folder.Write("figures.csv", WorkedCases.Grid);

        var provenance = (await Schakel.Run(
            "moran", "--areas", map, "--id", "code", "--table", table, "--table-id", "id", "--value", "value", "--threads", "1", "--verbose", "--json")).Json.GetProperty("provenance");

        var inputs = provenance.GetProperty("inputs").EnumerateArray().ToDictionary(input => input.GetProperty("path").GetString()!);
        Assert.Equal([table, map], inputs.Keys.Order(StringComparer.Ordinal));
        Assert.All(inputs.Values, input => Assert.Equal(9, input.GetProperty("rows").GetInt32()));
        Assert.All(inputs, input => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(input.Key))), input.Value.GetProperty("sha256").GetString()));
        var parameters = provenance.GetProperty("parameters");
        Assert.Equal(999, parameters.GetProperty("permutations").GetInt32());
        Assert.Equal("value", parameters.GetProperty("value").GetString());
        Assert.False(parameters.TryGetProperty("threads", out _));
        Assert.False(parameters.TryGetProperty("json", out _));
        Assert.Equal(2009, provenance.GetProperty("seed").GetInt32());
        Assert.Matches(@"^\d+\.\d+\.\d+", provenance.GetProperty("version").GetString());
        Assert.Equal(JsonValueKind.Number, provenance.GetProperty("durationMs").ValueKind);
        foreach (var stage in new[] { "read", "join", "graph", "compute" })
            Assert.True(provenance.GetProperty("stagesMs").GetProperty(stage).GetDouble() >= 0);
    }

    [Fact]
    public async Task A_rate_is_cases_by_denominator_and_nobody_to_count_among_is_left_out()
    {
        var map = folder.Write("grid.geojson", Maps.Squares(3, 3));
        var table = folder.Write("figures.csv", "id,cases,people\n" + string.Join('\n', Enumerable.Range(1, 9).Select(cell => $"c{cell},{cell},{(cell == 9 ? 0 : 100 * cell)}")) + "\n");
        string[] question = ["local-moran", "--areas", map, "--id", "code", "--table", table, "--table-id", "id", "--value", "cases", "--denominator", "people", "--json", "--lang", "en"];

        var raw = (await Schakel.Run(question)).Json;
        var weighed = (await Schakel.Run([.. question, "--rate", "eb"])).Json;

        // All rates are 0.01, so there is nothing to see; c9 has no people.
        Assert.Equal(JsonValueKind.Null, raw.GetProperty("areas").ValueKind);
        Assert.NotEmpty(raw.GetProperty("areasReason").GetString()!);
        Assert.Equal("no residents", raw.GetProperty("excluded")[0].GetProperty("reason").GetString());
        Assert.Equal(8, weighed.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task A_row_number_is_no_code_where_areas_have_one()
    {
        // As RIVM publishes it: ID counts rows, and the code of the area stands there twice.
        var table = folder.Write("rivm.csv", "ID,WijkenEnBuurten,Codering_3,gevallen,inwoners\n1,BU99000000,BU99000000,4,100\n4,BU99000001,BU99000001,9,120\n7,BU99000002,BU99000002,2,90\n");

        var answer = (await Schakel.Run("smooth", "--table", table, "--cases", "gevallen", "--population", "inwoners", "--json")).Json;

        Assert.Equal(["BU99000000", "BU99000001", "BU99000002"], answer.GetProperty("areas").EnumerateArray().Select(area => area.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_number_named_id_is_a_code_where_there_is_no_other()
    {
        var table = folder.Write("own.csv", "id,naam,gevallen,inwoners\n1,Noord,4,100\n2,Zuid,9,120\n3,Oost,2,90\n");

        var answer = (await Schakel.Run("smooth", "--table", table, "--cases", "gevallen", "--population", "inwoners", "--json")).Json;

        Assert.Equal(["1", "2", "3"], answer.GetProperty("areas").EnumerateArray().Select(area => area.GetProperty("id").GetString()));
    }
}
