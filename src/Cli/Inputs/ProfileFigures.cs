// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;

namespace Schakel.Cli.Inputs;

/// <summary>Rates and what is known about their chance, one a unit, from cases and population or from a value with its variance.</summary>
internal sealed class ProfileFigures
{
    private readonly double[] cases;
    private readonly double[] knownVariances;

    private ProfileFigures(string title, RateKind kind, double[] rates, double[] population, double[] cases, double[] knownVariances, ExclusionReason[] why)
    {
        (Title, Kind, Rates, Population, Why) = (title, kind, rates, population, why);
        (this.cases, this.knownVariances) = (cases, knownVariances);
    }

    internal string Title { get; }

    internal RateKind Kind { get; }

    internal double[] Rates { get; }

    /// <summary>Empty when it is not known.</summary>
    internal double[] Population { get; }

    internal ExclusionReason[] Why { get; }

    /// <summary>Rates of each year, when there are more than one.</summary>
    internal IReadOnlyList<double[]> Years { get; private init; } = [];

    /// <summary>[cases] of each year, as in the file; empty without cases.</summary>
    internal IReadOnlyList<double[]> Counts { get; private init; } = [];

    /// <summary>[people] of each year; empty without cases.</summary>
    internal IReadOnlyList<double[]> Residents { get; private init; } = [];

    /// <summary>How chance is reckoned.</summary>
    internal SamplingVarianceOptions Chance { get; private init; } = new();

    internal static Outcome<ProfileFigures> Read(Run run, ProfileSettings settings, Units units)
    {
        var (cases, population, value) = (run.Get(settings.Cases), run.Get(settings.Population), run.Get(settings.Value));
        if (value is not null && cases is not null)
            return WrongUse.With("value-and-cases", "--value and --cases do not go together.");
        var chance = new SamplingVarianceOptions();
        if (settings.Chance(run) is { } said && !said.TryGet(out chance, out var reason))
            return reason;
        if (value is not null)
            return OfValue(run, settings, units, value, chance);
        if (cases is null || population is null)
            return WrongUse.With("no-figures-given", "Say which figures: --cases COLUMN --population COLUMN, or --value COLUMN --variance COLUMN.");
        if (population.Length != 1 && population.Length != cases.Length)
            return WrongUse.With("population-count", $"--population needs one column, or as many as --cases ({cases.Length}).", cases.Length);

        return OfCases(run, settings, units, cases, population, chance);
    }

    /// <summary>Sampling variances of the units that take part; empty when unknown.</summary>
    internal double[] Variances(int[] usable)
    {
        if (Chance.Descriptive)
            return new double[usable.Length];
        if (Kind == RateKind.Mean)
            return knownVariances.Length == 0 ? [] : Array.ConvertAll(usable, unit => knownVariances[unit]);

        // The pooled rate, never the unit's own: a unit without cases is not a unit without chance.
        var people = Array.ConvertAll(usable, unit => Population[unit]);
        var pooled = usable.Sum(unit => cases[unit]) / people.Sum();
        return Kind == RateKind.Proportion ? SamplingVariance.OfProportion(people, pooled, Chance) : SamplingVariance.OfCount(people, pooled, Chance);
    }

    /// <summary>[0..1] part of the residents that live in units that do not take part.</summary>
    internal Figure ExcludedShare()
    {
        if (Population.Length == 0)
            return new Reason("residents-unknown", "It is not known how many residents these units have.");

        double all = 0, outside = 0;
        for (var unit = 0; unit < Population.Length; unit++)
        {
            if (!(Population[unit] > 0))
                continue;
            all += Population[unit];
            outside += Why[unit] == ExclusionReason.None ? 0 : Population[unit];
        }

        return all > 0 ? outside / all : new Reason("residents-unknown", "It is not known how many residents these units have.");
    }

    private static Outcome<ProfileFigures> OfCases(Run run, ProfileSettings settings, Units units, string[] cases, string[] population, SamplingVarianceOptions chance)
    {
        var kind = run.Get(settings.Kind) == "count" ? RateKind.Count : RateKind.Proportion;
        var why = new ExclusionReason[units.Count];
        var years = new List<(Cells Cases, Cells People, double[] Rates)>();
        for (var year = 0; year < cases.Length; year++)
        {
            if (!units.Numbers(settings.Cases.Name, cases[year]).TryGet(out var counted, out var reason))
                return reason;
            if (!units.Numbers(settings.Population.Name, population[Math.Min(year, population.Length - 1)]).TryGet(out var people, out reason))
                return reason;
            if (counted.FindNoCount() is { } negative)
                return negative;
            if (people.FindNoCount() is { } wrong)
                return wrong;

            for (var unit = 0; unit < why.Length; unit++)
                if (why[unit] == ExclusionReason.None)
                    why[unit] = Exclusion.Of(counted.Missing[unit]);
            SubjectReader.Divide(people, why);
            for (var unit = 0; kind == RateKind.Proportion && unit < why.Length; unit++)
                if (why[unit] == ExclusionReason.None && counted.Values[unit] > people.Values[unit])
                    return counted.Refuse(unit, "more-cases-than-people", "There are more cases than people; a proportion is at most 1.", "at most the population, or --kind count for events");
            years.Add((counted, people, [.. counted.Values.Zip(people.Values, (count, number) => count / number)]));
        }

        // The last year is the picture; the years before it tell what lasts.
        var (latest, residents, rates) = years[^1];
        return new ProfileFigures(string.Join(", ", cases), kind, rates, residents.Values, latest.Values, [], why)
        {
            Chance = chance,
            Years = years.Count < 2 ? [] : [.. years.Select(year => year.Rates)],
            Counts = [.. years.Select(year => year.Cases.Values)],
            Residents = [.. years.Select(year => year.People.Values)],
        };
    }

    private static Outcome<ProfileFigures> OfValue(Run run, ProfileSettings settings, Units units, string column, SamplingVarianceOptions chance)
    {
        if (!units.Numbers(settings.Value.Name, column).TryGet(out var values, out var reason))
            return reason;

        var why = Array.ConvertAll(values.Missing, Exclusion.Of);
        double[] variances = [], population = [];
        if (run.Get(settings.Variance) is { } name)
        {
            if (!units.Numbers(settings.Variance.Name, name).TryGet(out var known, out reason))
                return reason;
            for (var unit = 0; unit < why.Length; unit++)
            {
                if (known.IsPresent(unit) && known.Values[unit] < 0)
                    return known.Refuse(unit, "negative-variance", "A variance is never below 0.", "a number of 0 and more");
                if (why[unit] == ExclusionReason.None)
                    why[unit] = Exclusion.Of(known.Missing[unit]);
            }

            variances = known.Values;
        }

        if (run.Get(settings.Population) is [var weigh])
        {
            if (!units.Numbers(settings.Population.Name, weigh).TryGet(out var people, out reason))
                return reason;
            if (people.FindNoCount() is { } negative)
                return negative;
            SubjectReader.Divide(people, why);
            population = people.Values;
        }

        return new ProfileFigures(column, RateKind.Mean, values.Values, population, [], variances, why) { Chance = chance };
    }
}
