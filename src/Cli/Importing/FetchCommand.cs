// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Fetching;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Importing;

/// <summary><c>schakel fetch</c>: downloads what is published about a gemeente, and imports it.</summary>
internal static partial class FetchCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var gemeente = runner.Make.List("--gemeente", Topic.Catalogue, "GM…", runner.Say(
            "Code van de gemeente, of meer codes met komma's ertussen: buren horen erbij als een opgave over de grens gaat.",
            "Code of the gemeente, or more codes with commas between: neighbours belong when a problem crosses the border."));
        gemeente.Required = true;
        var year = runner.Make.OptionalWhole("--year", Topic.Catalogue, "Y", runner.Say("Jaar van grenzen en cijfers.", "Year of boundaries and figures."), 2000, 2200);
        year.Required = true;
        var into = runner.Make.Text("--into", Topic.Catalogue, "DIR", runner.Say("Map van de catalogus; wordt gemaakt als die er niet is.", "Folder of the catalogue; made when it is not there."), onlyOutput: true);
        into.Required = true;
        var downloads = runner.Make.Text("--downloads", Topic.Catalogue, "DIR", runner.Say(
            "Map voor de bestanden zelf. Zonder deze optie: naast de catalogus, met .downloads achter de naam.",
            "Folder for the files themselves. Without it: beside the catalogue, with .downloads behind its name."), onlyOutput: true);
        var only = runner.Make.List("--only", Topic.Catalogue, "pdok,cbs,politie,rivm", runner.Say("Alleen van deze uitgevers.", "Only from these publishers."));
        var odata = runner.Make.Choice("--odata", Topic.Catalogue, runner.Say("Versie van de open data van CBS die wordt gevraagd.", "Version of the open data of CBS that is asked."), "3", "3", "4");
        var baseUrl = runner.Make.Text("--base-url", Topic.Catalogue, "URL", runner.Say(
            "Spiegel van de diensten, met per dienst een map die heet als de dienst: URL/opendata.cbs.nl/… Alleen hier mag ook http.",
            "Mirror of the services, with for each service a folder called like it: URL/opendata.cbs.nl/… Only here http is allowed too."));
        var command = new ManualCommand("fetch", runner.Say("Cijfers en grenzen van een gemeente ophalen bij CBS, PDOK, politie en RIVM.", "Fetch figures and boundaries of a gemeente from CBS, PDOK, police and RIVM."))
        {
            Synopsis = "--gemeente GM… --year Y --into DIR [--only …]",
            Text = runner.Say(
                "Haalt op wat over een gemeente is gepubliceerd, bewaart het zoals het is, met adres, tijd en licentie in herkomst.json, en leest het in zoals import dat doet. "
                + "Wie halverwege stopt, gaat de volgende keer verder waar het bleef. Een drukke dienst krijgt rust; wat een dienst te veel geeft, gaat eruit.\n\n"
                + "Geeft een uitgever niets, dan staat dat in de uitkomst, met de reden, en komt de rest er wel. Geeft niemand iets, dan eindigt de opdracht met 3 en komt er geen catalogus.",
                "Fetches what is published about a gemeente, keeps it as it is, with address, time and licence in herkomst.json, and imports it as import does. "
                + "Who stops halfway goes on from there the next time. A busy service is left in peace for a while; what a service gives too much is left out.\n\n"
                + "When a publisher gives nothing, the answer says so, with the reason, and the others are there all the same. When nobody gives anything, the command ends with 3 and makes no catalogue."),
            Examples =
            [
                (runner.Say("Utrecht in 2024.", "Utrecht in 2024."), "schakel fetch --gemeente GM0344 --year 2024 --into utrecht.catalogue"),
                (runner.Say("Groningen met buurgemeenten, alleen grenzen en kerncijfers.", "Groningen with its neighbours, boundaries and key figures alone."), "schakel fetch --gemeente GM0014,GM1966,GM1730 --year 2023 --only pdok,cbs --into groningen.catalogue"),
            ],
        }.With(gemeente, year, into, downloads, only, odata, baseUrl);
        return runner.Does(command, run =>
        {
            if (Request(run.Get(gemeente)!, run.Get(only) ?? [], run.Get(baseUrl)).TryGet(out var request, out var misuse))
                return Answer(run, request with
                {
                    Year = run.Get(year)!.Value,
                    Folder = run.Get(downloads) ?? Path.TrimEndingDirectorySeparator(run.Get(into)!) + ".downloads",
                    ODataVersion4 = run.Get(odata) == "4",
                    Seed = run.Seed,
                    Clock = run.Surroundings.Clock,
                }, run.Get(into)!);
            return misuse;
        });
    }

    private static Outcome<FetchRequest> Request(string[] gemeenten, string[] only, string? baseUrl)
    {
        foreach (var code in gemeenten)
            if (!GemeenteCode().IsMatch(code))
                return WrongUse.With("not-a-gemeente-code", $"--gemeente: '{code}' is no code of a gemeente. Right is GM and four digits: GM0344.", code);
        foreach (var publisher in only)
            if (!FetchRequest.AllPublishers.Contains(publisher))
                return WrongUse.With("unknown-publisher", $"--only: '{publisher}' is not known. Choose from: {string.Join(", ", FetchRequest.AllPublishers)}.", publisher, string.Join(", ", FetchRequest.AllPublishers));
        if (baseUrl is null)
            return new FetchRequest([.. gemeenten.Distinct()], 0, "") { Publishers = only };
        return Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && address.Query.Length == 0
            ? new FetchRequest([.. gemeenten.Distinct()], 0, "") { Publishers = only, BaseAddress = address }
            : WrongUse.With("not-a-base-url", $"--base-url: '{baseUrl}' is no address. Right is for instance https://spiegel.voorbeeld.nl/open-data.", baseUrl);
    }

    private static Outcome<Answer> Answer(Run run, FetchRequest request, string into)
    {
        if ((Path.GetFullPath(request.Folder) + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(into) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return WrongUse.With("downloads-in-catalogue", $"--downloads: '{request.Folder}' lies in the catalogue. Give a folder beside it.", request.Folder);
        if (CatalogueImport.Unfit(into) is { } unfit)
            return unfit;
        var fetched = run.Stages.Measure("read", () => ProgressBar.During(
            run, run.Say("Ophalen", "Fetching"), progress => Fetch.Run(request, progress, run.Cancel).GetAwaiter().GetResult()));
        if (!fetched.TryGet(out var fetch, out var reason))
            return reason;
        if (fetch.Files.Count == 0)
        {
            // Each publisher has a reason of its own; without a network it is one and the same.
            Refusal[] reasons = [.. fetch.Refused.DistinctBy(refusal => (refusal.Code, refusal.Code == "no-network" ? "" : refusal.Path))];
            foreach (var refusal in reasons[1..])
                run.Note(ReasonTexts.Of(refusal, run.Language));
            return reasons[0];
        }
        var imported = run.Stages.Measure("join", () => ProgressBar.During(
            run, run.Say("Inlezen", "Importing"), progress => CatalogueImport.Run(fetch.Files, into, progress, run.Cancel)));
        if (!imported.TryGet(out var report, out reason))
            return reason;

        run.Reads(report.Datasets);
        report = report with { Refused = [.. fetch.Refused, .. report.Refused], Notes = [.. fetch.Notes, .. report.Notes] };
        return new Answer("fetch", json => Write(json, report, request.Folder), page =>
        {
            ImportCommand.Write(page, report, into);
            page.Line(page.Say($"De bestanden zelf staan in {request.Folder}.", $"The files themselves are in {request.Folder}."));
        });
    }

    private static void Write(AnswerJson json, ImportReport report, string folder)
    {
        ImportCommand.Write(json, report);
        json.Text("downloads", folder);
    }

    [GeneratedRegex("^GM[0-9]{4}$")]
    private static partial Regex GemeenteCode();
}
