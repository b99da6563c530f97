// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using Schakel.Analysis.Autocorrelation;
using Schakel.Analysis.Composition;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Scale;
using Schakel.Analysis.Tests.Adjacency;
using static Schakel.Analysis.Tests.Answers;

namespace Schakel.Analysis.Tests.Autocorrelation;

/// <summary>Every figure that R spdep 1.2.7 gave for Groningen in <c>../shared/reference</c>, column by column, and that our copies of them are faithful.</summary>
public sealed class PeerResultsTests
{
    private const double Tolerance = 1e-6;

    private static readonly string folder = Path.Combine(WorkedCase.RepositoryRoot, "..", "shared", "reference", "groningen_2017");
    private static readonly LocalOptions none = new() { Permutations = 0 };

    [Theory]
    [InlineData("x", "W")]
    [InlineData("x", "B")]
    [InlineData("x2", "W")]
    [InlineData("x2", "B")]
    [InlineData("p", "W")]
    [InlineData("p", "B")]
    public void Every_local_figure_of_a_variable_is_that_of_spdep(string variable, string style)
    {
        var local = Table("local.csv");
        var worked = WorkedCase.Read("local-moran", "groningen-2017");
        var values = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty(variable));
        var graph = worked.Neighbours().Styled(style);
        var total = new TotalMoments(values.Length, Answer(Centred.Of(values)).Kurtosis);
        var scores = Answer(Centred.Of(values)).Scores;
        var around = Enumerable.Range(0, values.Length).Select(area => Surroundings.Of(scores, graph, area)).ToArray();

        var moran = Answer(LocalMoran.Compute(values, graph, none));
        var peer = Answer(LocalMoran.Compute(values, graph, none with { Divisor = MomentDivisor.AreaCountLessOne, Moments = LocalMoments.Total }));

        Near("lag", moran.Areas.Select(area => area.Lag));
        Near("Ii_n", moran.Areas.Select(area => area.Statistic.Value!.Value));
        Near("Ii_nminus1", peer.Areas.Select(area => area.Statistic.Value!.Value));
        Near("EIi_total", around.Select(total.Expected));
        Near("VarIi_total", around.Select(total.Variance));
        // spdep writes the conditional moments of Iᵢ, with zᵢ and m₂ in them; ours are those of the lag. Iᵢ = zᵢ·lag, so z is the same up to the sign of zᵢ.
        Near("EIi_cond", around.Select((each, area) => scores[area] * each.Expected));
        Near("VarIi_cond", around.Select((each, area) => scores[area] * scores[area] * each.Variance));
        Near("zIi_cond", moran.Areas.Select((area, place) => Math.Sign(scores[place]) * area.Z.Value!.Value));
        Near("Gi_z", Answer(GetisOrd.Compute(values, graph, includesSelf: false, none)).Areas.Select(area => area.Statistic.Value!.Value));
        Near("Gistar_z", Answer(GetisOrd.Compute(values, graph, includesSelf: true, none)).Areas.Select(area => area.Statistic.Value!.Value));
        Near("localC", Answer(LocalGeary.Compute(values, graph, none with { Divisor = MomentDivisor.AreaCountLessOne })).Areas.Select(area => area.Statistic.Value!.Value));
        Assert.All(Enumerable.Range(0, values.Length), area => Assert.Equal(
            (local[$"{variable}_{style}_Ii_n"][area] - local[$"{variable}_{style}_EIi_total"][area]) / Math.Sqrt(local[$"{variable}_{style}_VarIi_total"][area]),
            peer.Areas[area].Z.Value!.Value, Tolerance * 10));

        void Near(string column, IEnumerable<double> ours) => AllNear(local[$"{variable}_{style}_{column}"], [.. ours], column);
    }

    [Fact]
    public void Rates_and_their_maps_of_chance_are_those_of_spdep()
    {
        var (local, input) = (Table("local.csv"), Table("input.csv"));
        var used = Enumerable.Range(0, input["used"].Length).Where(row => input["used"][row] == 1).ToArray();
        double[] cases = Array.ConvertAll(used, row => input["y"][row]), people = Array.ConvertAll(used, row => input["n"][row]);
        var graph = WorkedCase.Read("local-moran", "groningen-2017").Neighbours();
        var overall = cases.Sum() / people.Sum();

        var standardised = Answer(IndirectStandardisation.Compute(cases, people, [.. people.Select(_ => new[] { 1.0 })], [overall], RateKind.Count));

        AllNear(local["raw"], [.. cases.Zip(people, (y, n) => y / n)], "raw");
        AllNear(local["EBest"], Answer(RateSmoothing.Compute(cases, people)).Rates, "EBest");
        AllNear(local["EBlocal"], Answer(RateSmoothing.Compute(cases, people, graph, LocalSpread.AroundEach)).Rates, "EBlocal");
        AllNear(local["probmap_relRisk"], [.. standardised.Areas.Select(area => 100 * area.Ratio.Value!.Value)], "probmap_relRisk");
        AllNear(local["choynowski_pmap"], [.. cases.Zip(people, (y, n) => IncompleteGamma.Upper(y + 1, overall * n))], "choynowski_pmap");
    }

    [Fact]
    public void Our_copies_of_these_figures_are_faithful()
    {
        var local = Table("local.csv");
        var worked = WorkedCase.Read("local-moran", "groningen-2017");
        using var global = JsonDocument.Parse(ReferenceTally.Open(Shared("global.json")));
        var moran = WorkedCase.Read("moran", "groningen-2017");

        foreach (var variable in new[] { "x", "x2", "p" })
        {
            foreach (var style in new[] { "W", "B" })
            {
                var ours = worked.Expected.GetProperty(variable).GetProperty(style);
                AllNear(local[$"{variable}_{style}_lag"], WorkedCase.Numbers(ours.GetProperty("lag")), "lag");
                AllNear(local[$"{variable}_{style}_Ii_n"], WorkedCase.Numbers(ours.GetProperty("statistic")), "statistic");
                var theirs = global.RootElement.GetProperty("variables").GetProperty(variable).GetProperty(style).GetProperty("moran_randomisation");
                Assert.Equal(theirs.GetProperty("stat").GetDouble(), moran.Expected.GetProperty(variable).GetProperty(style).GetProperty("I").GetDouble(), 1e-12);
            }
        }

        AllNear(Table("local_moran_perm_p.csv")["p_two_sided_rank_sim"], WorkedCase.Numbers(worked.Expected.GetProperty("permutation").GetProperty("twoSided")), "p");
    }

    [Fact]
    public void The_smaller_tail_is_the_folded_p_of_spdep_within_its_own_chance()
    {
        const int draws = 9999;
        var folded = Table("local_moran_perm_p.csv")["p_folded_sim"];
        var worked = WorkedCase.Read("local-moran", "groningen-2017");
        var values = WorkedCase.Numbers(worked.Input.GetProperty("values").GetProperty("p"));

        var found = Answer(LocalMoran.Compute(values, worked.Neighbours().RowStandardised(), new LocalOptions { Permutations = draws }));

        // Where every neighbour has the smallest value, 0, nearly all draws tie and spdep counts half of them.
        Assert.All(Enumerable.Range(0, folded.Length).Where(area => found.Areas[area].Lag != 0), area =>
        {
            var reach = (5 * Math.Sqrt(folded[area] * (1 - folded[area]) / draws)) + (2.0 / draws);
            Assert.InRange(found.Areas[area].P.Value!.Value / 2, folded[area] - reach, folded[area] + reach);
        });
    }

    private static void AllNear(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var row = 0; row < expected.Length; row++)
            Assert.True(Math.Abs(expected[row] - actual[row]) <= Tolerance * Math.Max(1, Math.Abs(expected[row])), $"{what}, row {row + 1}: expected {expected[row]:R}, got {actual[row]:R}.");
    }

    private static string Shared(string name)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            Assert.Skip($"../shared/reference is not here: {name} was not compared.");
        return file;
    }

    private static Dictionary<string, double[]> Table(string name)
    {
        var lines = ReferenceTally.Open(Shared(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        return lines[0].Split(',').Select((column, place) => (column, place)).ToDictionary(
            each => each.column, each => Array.ConvertAll(rows, row => double.TryParse(row[each.place], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN));
    }
}
