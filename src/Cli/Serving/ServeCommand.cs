// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Serving;

/// <summary><c>schakel serve</c>: starts the web application.</summary>
internal static class ServeCommand
{
    internal static ManualCommand Create(CommandRunner runner)
    {
        var data = runner.Make.Text("--data", Topic.Catalogue, "DIR", runner.Say("Map van de catalogus.", "Folder of the catalogue."), onlyOutput: true);
        var urls = runner.Make.Text("--urls", Topic.Method, "URL", runner.Say("Adres waarop de toepassing luistert, bijvoorbeeld http://127.0.0.1:5080.", "Address to listen on, for example http://127.0.0.1:5080."), onlyOutput: true);
        var command = new ManualCommand("serve", runner.Say("De webtoepassing starten.", "Start the web application."))
        {
            Synopsis = "[--data DIR] [--urls URL]",
            Text = runner.Say(
                "Start de webtoepassing als eigen programma en eindigt als dat eindigt, met dezelfde code. Ctrl-C stopt beide. De toepassing staat naast dit programma; de variabele SCHAKEL_WEB wijst een andere aan.",
                "Starts the web application as a program of its own and ends when that ends, with the same code. Ctrl-C stops both. The application lies beside this program; the variable SCHAKEL_WEB names another."),
            Examples = [(runner.Say("De atlas van een eigen catalogus.", "The atlas of your own catalogue."), "schakel serve --data groningen.catalogue")],
        }.With(data, urls);
        return runner.Ends(command, run =>
        {
            var arguments = new List<string>();
            if (run.Get(data) is { } folder)
                arguments.AddRange(["--data", folder]);
            if (run.Get(urls) is { } address)
                arguments.AddRange(["--urls", address]);
            if (WebProgram.Find() is not { } program)
                return new Reason("no-web-program", "The web application is not beside this program. Build it first, or set SCHAKEL_WEB to its file.");
            return WebProgram.Run(program, arguments);
        });
    }
}
