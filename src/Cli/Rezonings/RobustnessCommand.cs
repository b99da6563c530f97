// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Rezoning;
using Schakel.Analysis.Scale;

namespace Schakel.Cli.Rezonings;

/// <summary><c>schakel robustness</c>: would other borders lead to another conclusion?</summary>
internal static class RobustnessCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var profile = new ProfileSettings(runner.Make);
        var shared = runner.Shared;
        var zones = runner.Make.Text("--zones", Topic.Figures, "COLUMN", runner.Say(
            "Kolom met de officiële indeling, bijvoorbeeld de wijk. Bij een catalogus: een schaal.", "Column with the official division, for example the district. With a catalogue: a level."));
        var counts = runner.Make.Wholes("--zone-counts", Topic.Method, "2,3,…", runner.Say(
            "Aantallen zones om te proberen. Zonder deze optie de helft, eenmaal, twee- en viermaal het officiële aantal.",
            "Numbers of zones to try. Without it half, once, twice and four times the official number."), 2);
        var replicates = runner.Make.Whole("--replicates", Topic.Chance, "N", runner.Say(
            "Aantal willekeurige indelingen per aantal zones; zijn er hooguit 5000 mogelijk, dan alle.",
            "Number of random divisions for each number of zones; where at most 5000 are possible, all of them."), 199, 19, 99_999);
        var command = new ManualCommand("robustness", runner.Say("Zou een andere indeling tot een andere conclusie leiden?", "Would other borders lead to another conclusion?"))
        {
            Synopsis = "--areas FILE --cases COLUMN --population COLUMN --zones COLUMN [--zone-counts 2,3,…]",
            UsesChance = true,
            Text = runner.Say(
                "Vergelijkt de officiële indeling met willekeurige aaneengesloten indelingen in evenveel, meer en minder zones. 'etaSquared' is het deel van de verschillen "
                + "dat tussen zones ligt; een hoge 'p' betekent dat elke andere indeling het vraagstuk even goed beschrijft. 'grade' A tot D zegt hoe vast de keuze van "
                + "een vijfde van de inwoners staat: A hetzelfde met andere grenzen, D een andere keuze.",
                "Compares the official division with random contiguous divisions into as many, more and fewer zones. 'etaSquared' is the share of the differences that lies "
                + "between zones; a high 'p' means that any other division describes the problem just as well. 'grade' A to D says how firmly the choice of "
                + "a fifth of the residents stands: A the same with other borders, D another choice."),
            Examples =
            [
                (runner.Say("Zijn de wijken een goede indeling?", "Are the districts a good division?"), "schakel robustness --areas buurten.gpkg --table gevallen.csv --table-id buurt --cases gevallen --population inwoners --zones wijk"),
                (runner.Say("Uit een catalogus.", "From a catalogue."), "schakel robustness --catalogue stad.catalogue --indicator fietsdiefstal --level buurt --zones wijk"),
            ],
        }.With(shared.Units.All).With(shared.Catalogue.All).With(profile.Cases, profile.Population, profile.Kind, zones)
            .With(shared.Graph.Finding).With(shared.Graph.Islands, counts, replicates);
        return runner.Does(command, run => Answer(run, profile, zones, counts, new RezoningOptions
        {
            ZoneCounts = run.Get(counts) ?? [],
            Replicates = run.Get(replicates),
            Seed = run.Seed,
            Threads = run.Threads,
        }));
    }

    private static Outcome<Answer> Answer(Run run, ProfileSettings settings, Setting<string?> zones, Setting<int[]?> counts, RezoningOptions options)
    {
        if (run.Get(zones) is not { } column)
            return WrongUse.With("zones-not-given", $"Say what the official division is: {zones.Name} {zones.HelpName}.", zones.Name, zones.HelpName!);
        if (!PlacedCases.OneYear(run, settings, withGeometry: run.Get(run.Shared.Graph.File) is null, (zones.Name, column)).TryGet(out var subject, out var reason))
            return reason;

        var isCount = run.Get(run.Shared.Catalogue.Folder) is not null ? subject.IsCount : run.Get(settings.Kind) == "count";
        for (var unit = 0; unit < subject.Ids.Length; unit++)
        {
            if (subject.Why[unit] != ExclusionReason.None)
                continue;
            if (subject.Groups[unit] is null)
                subject.Why[unit] = ExclusionReason.NoGroup;
            else if (!isCount && subject.Values[unit] > subject.Denominators[unit])
                return subject.TooManyCases(unit);
        }

        if (!Sample.Of(run, subject, withoutIslands: run.Get(run.Shared.Graph.Islands) == "exclude").TryGet(out var sample, out reason))
            return reason;
        if (options.ZoneCounts.FirstOrDefault(count => count > sample.Ids.Length) is > 0 and var tooMany)
            return WrongUse.With("zone-count-too-large", $"{counts.Name} {tooMany}: there are only {sample.Ids.Length} units.", counts.Name, tooMany, sample.Ids.Length);
        var zoneOf = sample.Ids.Select(id => subject.Groups[Array.BinarySearch(subject.Ids, id, StringComparer.Ordinal)]!).ToArray();
        var names = zoneOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = Array.ConvertAll(zoneOf, zone => Array.BinarySearch(names, zone, StringComparer.Ordinal));
        options = options with { Kind = isCount ? RateKind.Count : RateKind.Proportion };
        if (!run.Stages.Measure("compute", () => RezoningRobustness.Compute(sample.Graph, sample.Values, sample.Denominators, numbers, options)).TryGet(out var found, out reason))
            return reason;

        run.Decide(counts, found.Scales.Select(scale => scale.Zones).ToArray());
        return new RobustnessReport(found, sample).Answer();
    }
}
