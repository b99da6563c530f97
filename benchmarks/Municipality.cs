// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Adjacency;
using Schakel.Analysis.Advice;
using Schakel.Analysis.Displacement;
using Schakel.Analysis.Numerics;
using Schakel.Analysis.Reach;
using Schakel.Analysis.Rezoning;
using Schakel.Analysis.Scale;
using Schakel.Analysis.Signals;

namespace Schakel.Benchmarks;

/// <summary>One large municipality, made up: 600 buurten in 60 wijken, 20,000 squares, 5,000 reports. What the methods set a budget for.</summary>
internal sealed class Municipality
{
    private const int Rows = 20, Columns = 30, CellRows = 100, CellColumns = 200;

    private readonly Neighbours graph = Neighbours.Grid(Rows, Columns);
    private readonly double[] cases = new double[Rows * Columns], population = new double[Rows * Columns];
    private readonly int[] wijk = new int[Rows * Columns];
    private readonly UnitTree tree;
    private readonly double[] x = new double[CellRows * CellColumns], y = new double[CellRows * CellColumns];
    private readonly double[] cellCases = new double[CellRows * CellColumns], cellPeople = new double[CellRows * CellColumns];
    private readonly (double X, double Y)[] centres = new (double, double)[Rows * Columns];
    private readonly (int Zone, DateOnly Day)[] reports = new (int, DateOnly)[5000];

    internal Municipality()
    {
        var chance = new RandomSequence(2009);
        for (var buurt = 0; buurt < cases.Length; buurt++)
        {
            var (row, column) = Math.DivRem(buurt, Columns);
            wijk[buurt] = (row / 2 * 6) + (column / 5);
            centres[buurt] = (column * 400.0, row * 400.0);
            population[buurt] = 300 + chance.NextInt(2200);
            cases[buurt] = Math.Round(population[buurt] * Math.Max(0.005, 0.08 + (0.015 * Math.Sin(wijk[buurt])) + (0.01 * chance.NextNormal())));
        }

        for (var cell = 0; cell < x.Length; cell++)
        {
            (y[cell], x[cell]) = (cell / CellColumns * 100.0, cell % CellColumns * 100.0);
            cellPeople[cell] = 5 + chance.NextInt(60);
            cellCases[cell] = Math.Round(cellPeople[cell] * Math.Max(0, 0.08 + (0.05 * Math.Sin(x[cell] / 700)) + (0.03 * chance.NextNormal())));
        }

        for (var report = 0; report < reports.Length; report++)
            reports[report] = (chance.NextInt(centres.Length), LastDay.AddDays(-chance.NextInt(365)));
        tree = QuickRun.Answer(UnitTree.Create(["buurt", "wijk"], cases.Length, [wijk]));
    }

    private static DateOnly LastDay { get; } = new(2024, 12, 31);

    internal Outcome<ScaleProfileResult> Profile() => ScaleProfile.Compute(
        tree, [.. cases.Zip(population, (count, people) => count / people)], SamplingVariance.OfProportion(population, cases.Sum() / population.Sum()), population, new ScaleProfileOptions());

    internal Outcome<ReachResult> Reach() => TargetingReach.Compute(tree, cases, population, []);

    internal Outcome<RezoningResult> Robustness() => RezoningRobustness.Compute(graph, cases, population, wijk);

    internal Outcome<BespokeResult> Bespoke() => BespokeProfile.Compute(x, y, cellCases, cellPeople);

    internal Outcome<VariogramResult> Variogram() => PoissonVariogram.Compute(x, y, cellCases, cellPeople, [200, 400, 800, 1600]);

    internal Outcome<SpaceTimeScanResult> SpaceTime() => SpaceTimeScan.Compute(centres, reports, LastDay);

    internal static Outcome<ScaleAdviceResult> Advice() => ScaleAdvice.Compute(new AdviceCase(
        "Schulden",
        [
            Judged("buurt", LeverKind.Detect, [0, 1, 1], [2, 2, 1]), Judged("wijk", LeverKind.Direct, [1, 1, 0], [2, 2, 2]),
            Judged("gemeente", LeverKind.Direct, [2, 1, 2], [3, 3, 2]), Judged("regio", LeverKind.Direct, [2, 3, 2], [2, 2, 2]),
        ],
        new ProblemEvidence(RobustnessGrade.B, 0.70, 0.20, 0.45, DisplacementRisk.Low)));

    private static LevelJudgement Judged(string level, LeverKind kind, int[] cause, int[] lever) =>
        new(AdviceLevel.Known(level)!, cause, lever, Authority.Own, kind, EvidenceClass.Of(1), EvidenceClass.Of(1));
}
