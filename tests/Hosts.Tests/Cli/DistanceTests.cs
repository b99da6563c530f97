// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>Scale and resemblance by distance: the worked cases on a line.</summary>
public sealed class DistanceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_nearest_people_are_those_of_the_worked_case()
    {
        var answer = (await Schakel.Run([.. Six(), "--k", "50,100,200", "--full", "--json"])).Json;

        double[][] rates = [[.2, .189091, .1, .095, .0575, .04], [.19, .167273, .122857, .09125, .06, .06], [.14, .14, .14, .1, .1, .1]];
        (double Raw, double Noise, double Variance)[] expected = [(.00380727, .002112, .00169527), (.0024467, .001056, .0013907), (.0004, .000528, 0)];
        var curve = answer.GetProperty("curve").EnumerateArray().ToList();
        for (var size = 0; size < 3; size++)
        {
            Assert.Equal(expected[size].Raw, curve[size].GetProperty("rawVariance").GetDouble(), 1e-8);
            Assert.Equal(expected[size].Noise, curve[size].GetProperty("noise").GetDouble(), 1e-9);
            Assert.Equal(expected[size].Variance, curve[size].GetProperty("variance").GetDouble(), 1e-8);
            for (var cell = 0; cell < 6; cell++)
                Assert.Equal(rates[size][cell], answer.GetProperty("areas")[cell].GetProperty("rates")[size].GetDouble(), 1e-6);
        }

        var (before, after) = (.0013907 / .00169527, 0.0);
        Assert.Equal(100 * Math.Pow(2, (before - 0.5) / (before - after)), answer.GetProperty("k50").GetDouble(), 0.1);
        Assert.Equal(1, curve[0].GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task More_people_than_there_are_is_a_null_with_a_reason()
    {
        var answer = (await Schakel.Run([.. Six(), "--k", "50,100,1000", "--full", "--json"])).Json;

        var last = answer.GetProperty("curve")[2];
        Assert.Equal(JsonValueKind.Null, last.GetProperty("share").ValueKind);
        Assert.NotEmpty(last.GetProperty("shareReason").GetString()!);
        Assert.Equal(6, last.GetProperty("excluded").GetInt32());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("areas")[0].GetProperty("rates")[2].ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("k50").ValueKind);
    }

    [Fact]
    public async Task The_variogram_is_that_of_the_worked_case()
    {
        var table = folder.Write("four.csv", "id,x,y,cases,n\na,0,0,24,400\nb,100,0,30,600\nc,200,0,12,400\nd,300,0,10,500\n");
        string[] question = ["variogram", "--table", table, "--table-id", "id", "--x", "x", "--y", "y", "--cases", "cases", "--population", "n"];

        var answer = (await Schakel.Run([.. question, "--bands", "100,200", "--json"])).Json;
        var page = await Schakel.Run([.. question, "--bands", "100,200"]);

        var bands = answer.GetProperty("bands").EnumerateArray().ToList();
        Assert.Equal(.04, answer.GetProperty("mean").GetDouble(), 1e-12);
        Assert.Equal([0, 100], bands.Select(band => band.GetProperty("from").GetDouble()));
        Assert.Equal([3, 2], bands.Select(band => band.GetProperty("pairs").GetInt32()));
        Assert.Equal(1.5822785e-5, bands[0].GetProperty("gamma").GetDouble(), 1e-12);
        Assert.Equal(3.6538462e-4, bands[1].GetProperty("gamma").GetDouble(), 1e-11);
        Assert.Equal(200, answer.GetProperty("range").GetDouble());
        Assert.Contains("200 meter", page.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_gives_the_middles_with_and_without_the_name_of_the_codes()
    {
        var areas = folder.Write("squares.geojson", Maps.Squares(6, 6, without: 7));
        var table = folder.Write("squares.csv", "code,y,n\n" + string.Join('\n', Enumerable.Range(0, 36).Select(cell => $"c{cell + 1},{(cell % 6 * 3) + 2},100")) + "\n");
        string[] question = ["--areas", areas, "--table", table, "--table-id", "code", "--cases", "y", "--population", "n", "--json"];

        foreach (var id in new string[][] { [], ["--id", "code"] })
        {
            var one = await Schakel.Run(["variogram", .. question, .. id, "--bands", "100,200,300", "--threads", "1"]);
            var two = await Schakel.Run(["variogram", .. question, .. id, "--bands", "100,200,300", "--threads", "2"]);
            var bespoke = (await Schakel.Run(["bespoke", .. question, .. id, "--k", "100,500,1000"])).Json;

            Assert.Equal(one.WithoutDurations, two.WithoutDurations);
            Assert.Equal(35, one.Json.GetProperty("n").GetInt32());
            Assert.Equal("c7", one.Json.GetProperty("excluded")[0].GetProperty("id").GetString());
            Assert.Equal(57, one.Json.GetProperty("bands")[0].GetProperty("pairs").GetInt32());
            Assert.Equal(35, bespoke.GetProperty("n").GetInt32());
        }
    }

    [Fact]
    public async Task A_catalogue_answers_too()
    {
        var (demo, catalogue) = (folder.Find("demo"), folder.Find("town.catalogue"));
        Assert.Equal(0, (await Schakel.Run("demo", demo)).ExitCode);
        Assert.Equal(0, (await Schakel.Run("import", demo, "--into", catalogue)).ExitCode);
        string[] question = ["--catalogue", catalogue, "--indicator", "fietsdiefstal", "--level", "buurt", "--json"];

        var bespoke = (await Schakel.Run(["bespoke", .. question])).Json;
        var variogram = (await Schakel.Run(["variogram", .. question, "--bands", "500,1000,2000"])).Json;

        Assert.Equal(11, bespoke.GetProperty("curve").GetArrayLength());
        Assert.True(bespoke.GetProperty("n").GetInt32() > 20);
        Assert.Equal(bespoke.GetProperty("n").GetInt32(), variogram.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence()
    {
        string[] question = ["--table", folder.Write("six.csv", SixCells), "--table-id", "id", "--cases", "y", "--population", "n"];
        string[] placed = [.. question, "--x", "px", "--y", "py"];

        await Ends(2, ["bespoke", .. question]);
        await Ends(2, ["bespoke", .. placed, "--k", "0"]);
        await Ends(2, ["bespoke", .. placed, "--k", "50,,100"]);
        await Ends(2, ["variogram", .. placed]);
        await Ends(2, ["variogram", .. placed, "--bands", "200,100"]);
        await Ends(2, "bespoke", "--table", folder.Find("six.csv"), "--table-id", "id", "--x", "px", "--y", "py", "--cases", "y,y", "--population", "n");
        await Ends(3, "variogram", "--table", folder.Write("minus.csv", "id,px,py,y,n\na,0,0,-1,10\nb,1,1,2,10\n"), "--table-id", "id", "--x", "px", "--y", "py", "--cases", "y", "--population", "n", "--bands", "10");
        await Ends(4, "variogram", "--table", folder.Write("one.csv", "id,px,py,y,n\na,0,0,1,10\n"), "--table-id", "id", "--x", "px", "--y", "py", "--cases", "y", "--population", "n", "--bands", "10");
    }

    private const string SixCells = "id,px,py,n,y\na,0,0,50,10\nb,100,0,40,8\nc,200,0,60,6\nd,300,0,30,3\ne,400,0,20,1\nf,500,0,50,2\n";

    private string[] Six() => ["bespoke", "--table", folder.Write("six.csv", SixCells), "--table-id", "id", "--x", "px", "--y", "py", "--cases", "y", "--population", "n"];

    private static async Task Ends(int code, params string[] arguments)
    {
        var ended = await Schakel.Run(arguments);
        Assert.Equal(code, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.NotEmpty(ended.Errors);
    }

    [Fact]
    public async Task A_correlogram_tells_how_far_resemblance_reaches()
    {
        // Twelve by twelve squares in blocks of four by four that are high and low in turn.
        var lines = Enumerable.Range(0, 144).Select(cell => (Row: cell / 12, Column: cell % 12))
            .Select(cell => $"c{cell.Row:00}{cell.Column:00},{cell.Column * 100},{cell.Row * 100},{(((cell.Row / 4) + (cell.Column / 4)) % 2 == 0 ? 30 : 10)},200");
        var table = folder.Write("blocks.csv", "id,x,y,cases,n\n" + string.Join('\n', lines) + "\n");
        string[] question = ["bespoke", "--table", table, "--table-id", "id", "--x", "x", "--y", "y", "--cases", "cases", "--population", "n", "--k", "800", "--bands", "150,400,800,20000"];

        var answer = (await Schakel.Run([.. question, "--json"])).Json;
        var page = await Schakel.Run([.. question, "--lang", "en"]);
        var falling = await Schakel.Run([.. question[..^1], "400,150", "--json"]);

        var bands = answer.GetProperty("correlogram").EnumerateArray().ToList();
        Assert.Equal([0, 150, 400, 800], bands.Select(band => band.GetProperty("from").GetDouble()));
        Assert.Equal(506, bands[0].GetProperty("pairs").GetInt32());
        Assert.InRange(bands[0].GetProperty("I").GetDouble(), 0.4, 1);
        Assert.True(bands[0].GetProperty("I").GetDouble() > bands[0].GetProperty("high").GetDouble());
        Assert.InRange(bands[2].GetProperty("I").GetDouble(), -1, 0);
        Assert.Equal(2009, answer.GetProperty("provenance").GetProperty("seed").GetInt32());
        Assert.Contains("Resemblance by distance", page.Output, StringComparison.Ordinal);
        Assert.Equal(2, falling.ExitCode);
    }
}
