// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Hosts.Tests.Cli;

/// <summary>What went wrong decides the exit code; standard output stays empty and the text says what would be right.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Onbekende opdracht", "mroan")]
    [InlineData("Onbekende optie", "moran", "--vaule", "x")]
    [InlineData("heeft een waarde nodig", "moran", "--value")]
    [InlineData("maar één keer", "moran", "--value", "a", "--value", "b")]
    [InlineData("Geef een heel getal", "moran", "--seed", "half")]
    [InlineData("Kies uit", "moran", "--rate", "none")]
    [InlineData("ontbreekt", "catalogue")]
    [InlineData("Zeg welk cijfer", "moran", "--table", "x.csv")]
    [InlineData("Zeg welke schalen", "profile", "--table", "x.csv")]
    public async Task Wrong_use_ends_with_2(string says, params string[] arguments)
    {
        var ended = await Schakel.Run([.. arguments, "--json"]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains(says, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_column_ends_with_2_and_names_the_columns_there_are()
    {
        var table = folder.Write("grid.csv", WorkedCases.Grid);

        var ended = await Schakel.Run("fdr", "--table", table, "--table-id", "id", "--p", "pee");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("id, value", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_3_and_is_named()
    {
        var ended = await Schakel.Run("moran", "--areas", folder.Find("nergens.gpkg"), "--value", "x", "--json");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("nergens.gpkg", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_among_figures_of_text_ends_with_3_and_names_row_column_and_value()
    {
        var table = folder.Write("words.csv", "id,naam\nc1,noord\nc2,zuid\n");
        var neighbours = folder.Write("neighbours.csv", "from,to\nc1,c2\nc2,c1\n");

        var ended = await Schakel.Run("moran", "--table", table, "--table-id", "id", "--value", "naam", "--neighbours", neighbours, "--lang", "en");

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("row 2, column naam, value 'noord'", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rows_with_one_code_end_with_3()
    {
        var table = folder.Write("double.csv", "id,p\na,0.1\nb,0.2\na,0.3\n");

        var ended = await Schakel.Run("fdr", "--table", table, "--table-id", "id", "--p", "p", "--json");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains("rij 4", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("'a'", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_calculate_with_ends_with_4()
    {
        var table = folder.Write("empty.csv", "id,p\na,.\nb,.\n");

        var ended = await Schakel.Run("fdr", "--table", table, "--table-id", "id", "--p", "p", "--json");

        Assert.Equal(4, ended.ExitCode);
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task No_catalogue_ends_with_3()
    {
        var ended = await Schakel.Run("catalogue", folder.Path, "--json");

        Assert.Equal(3, ended.ExitCode);
        Assert.Empty(ended.Output);
    }
}
