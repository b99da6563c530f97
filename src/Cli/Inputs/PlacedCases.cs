// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Inputs;

/// <summary>Cases and people of units that each have a place: what distances are reckoned on.</summary>
/// <param name="Ids">Sorted (ordinal).</param>
/// <param name="X">[m].</param>
/// <param name="Y">[m].</param>
/// <param name="Cases">[cases].</param>
/// <param name="People">[people] above 0; empty when only expected cases are known.</param>
/// <param name="Excluded">Everybody else, sorted by id.</param>
/// <param name="Subject">Where they came from.</param>
internal sealed record PlacedCases(
    string[] Ids, double[] X, double[] Y, double[] Cases, double[] People, IReadOnlyList<Exclusion> Excluded, Subject Subject)
{
    /// <summary>[cases] above 0; empty when they follow from the people.</summary>
    internal double[] Expected { get; private init; } = [];

    /// <summary>The zone of each unit, null where unknown; empty when none was asked for.</summary>
    internal string?[] Zones { get; init; } = [];

    internal static Outcome<PlacedCases> Read(
        Run run, ProfileSettings settings, (string Option, string Column)? groups = null, (string Option, string? Column)? expected = null)
    {
        if (!OneYear(run, settings, withGeometry: true, groups, expected).TryGet(out var subject, out var reason))
            return reason;
        if (subject.Points is null && subject.Borders is null)
            return WrongUse.With("no-middles", "Without a map the places must come from --x and --y.");

        GraphReader.MarkPlaceless(subject);
        var (x, y) = subject.Points ?? subject.Borders!.Centroids();
        var why = subject.Why;
        var used = Enumerable.Range(0, why.Length).Where(unit => why[unit] == ExclusionReason.None).ToArray();
        if (used.Length == 0)
            return Exclusion.Everybody(run.Surroundings.Language, why);

        double[] Pick(double[] column) => column.Length == 0 ? [] : Array.ConvertAll(used, unit => column[unit]);
        return new PlacedCases(
            Array.ConvertAll(used, unit => subject.Ids[unit]), Pick(x), Pick(y), Pick(subject.Values), Pick(subject.Denominators),
            [.. Enumerable.Range(0, why.Length).Where(unit => why[unit] != ExclusionReason.None).Select(unit => new Exclusion(subject.Ids[unit], why[unit]))], subject)
        {
            Expected = Pick(subject.Expected),
            Zones = subject.Groups.Length == 0 ? [] : Array.ConvertAll(used, unit => subject.Groups[unit]),
        };
    }

    /// <summary>The units with cases and people of one year, from files or from a catalogue.</summary>
    internal static Outcome<Subject> OneYear(Run run, ProfileSettings settings, bool withGeometry, (string Option, string Column)? groups = null, (string Option, string? Column)? expected = null)
    {
        var (cases, population) = (run.Get(settings.Cases), run.Get(settings.Population));
        if (run.Get(run.Shared.Catalogue.Folder) is { } folder)
        {
            if (expected is { Column: not null } hopeful)
                return WrongUse.With("files-and-catalogue", $"{hopeful.Option} and --catalogue do not go together.", hopeful.Option);
            return cases is not null || population is not null
                ? WrongUse.With("files-and-catalogue", "--cases and --catalogue do not go together.", settings.Cases.Name)
                : CatalogueSubject.Read(run, folder, withGeometry, asCases: true, groups?.Column);
        }

        if (run.Get(run.Shared.Catalogue.Indicator) is not null)
            return WrongUse.With("no-catalogue-given", "--indicator needs --catalogue DIR.");
        (string, string)? means = expected is { Column: { } column } hoped ? (hoped.Option, column) : null;
        if (cases is null || (population is null && means is null))
            return expected is { } either
                ? WrongUse.With("no-expectation-given", $"Say which figures: --cases COLUMN with --population COLUMN or {either.Option} COLUMN.", either.Option)
                : WrongUse.With("no-cases-given", "Say which figures: --cases COLUMN --population COLUMN.");
        if (cases is not [var counted] || population is not (null or [_]))
            return WrongUse.With("cases-one-year", "This command looks at one year: give one column in --cases and one in --population.");
        return SubjectReader.OfFiles(run, (settings.Cases.Name, counted), (settings.Population.Name, population?[0]), withGeometry, groups, means);
    }
}
