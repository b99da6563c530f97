// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;

namespace Schakel.Cli.Manual;

/// <summary>Writes <c>--help</c> as a page of a manual: name, use, what it does, options by subject, examples, exit codes.</summary>
internal sealed class ManualPage(TextWriter output, Wording say, int width)
{
    internal void Write(ManualCommand command, OutputSettings common)
    {
        output.WriteLine(say["NAAM", "NAME"]);
        Paragraph($"schakel {command.Name}: {command.Description}", 2);
        Heading(say["GEBRUIK", "USE"]);
        Paragraph($"schakel {command.Name} {command.Synopsis}".TrimEnd(), 2);
        Heading(say["WAT HET DOET", "WHAT IT DOES"]);
        foreach (var (paragraph, number) in command.Text.Split("\n\n").Select((text, number) => (text, number)))
        {
            if (number > 0)
                output.WriteLine();
            Paragraph(paragraph, 2);
        }

        foreach (var argument in command.Arguments)
        {
            output.WriteLine();
            Entry(argument.HelpName ?? argument.Name, argument.Description ?? "");
        }

        foreach (var group in command.Settings.Concat(common.All).GroupBy(setting => setting.Topic))
        {
            Heading(Title(group.Key));
            foreach (var setting in group)
                Entry(setting);
        }

        Heading(say["VOORBEELDEN", "EXAMPLES"]);
        foreach (var (says, line) in command.Examples)
        {
            Paragraph(says, 2);
            output.WriteLine($"      {line}");
        }

        ExitCodes();
    }

    internal void Write(RootCommand root, OutputSettings common)
    {
        Paragraph($"schakel: {root.Description}", 0);
        Heading(say["GEBRUIK", "USE"]);
        output.WriteLine(say["  schakel OPDRACHT [opties]", "  schakel COMMAND [options]"]);
        output.WriteLine(say["  schakel OPDRACHT --help", "  schakel COMMAND --help"]);
        Heading(say["OPDRACHTEN", "COMMANDS"]);
        var longest = root.Subcommands.Max(command => command.Name.Length);
        foreach (var command in root.Subcommands)
            output.WriteLine($"  {command.Name.PadRight(longest)}  {command.Description}");
        Heading(say["OPTIES VAN ELKE OPDRACHT", "OPTIONS OF EVERY COMMAND"]);
        foreach (var setting in common.All)
            Entry(setting);
        Entry("--help", say["Toon deze bladzijde, of die van een opdracht.", "Show this page, or that of a command."]);
        Entry("--version", say["Toon de versie.", "Show the version."]);
        ExitCodes();
    }

    private void ExitCodes()
    {
        Heading(say["HOE HET EINDIGT", "HOW IT ENDS"]);
        output.WriteLine(say[
            "  0 klaar · 1 interne fout · 2 verkeerd gebruik · 3 invoer geweigerd · 4 geen antwoord mogelijk · 130 afgebroken",
            "  0 done · 1 internal error · 2 wrong use · 3 input refused · 4 no answer possible · 130 interrupted"]);
    }

    private string Title(Topic topic) => topic switch
    {
        Topic.Units => say["EENHEDEN", "UNITS"],
        Topic.Catalogue => say["UIT EEN CATALOGUS", "FROM A CATALOGUE"],
        Topic.Figures => say["CIJFERS", "FIGURES"],
        Topic.Graph => say["BUREN", "NEIGHBOURS"],
        Topic.Chance => say["TOEVAL", "CHANCE"],
        Topic.Method => say["METHODE", "METHOD"],
        Topic.Answer => say["UITKOMST", "ANSWER"],
        _ => say["VAN ELKE OPDRACHT", "OF EVERY COMMAND"],
    };

    private void Entry(ISetting setting)
    {
        var option = (Option)setting;
        var name = option.HelpName is { } placeholder ? $"{option.Name} {placeholder}" : option.Name;
        var fallback = setting.Default is { } value ? say[$" [standaard: {value}]", $" [default: {value}]"] : "";
        Entry(name, option.Description + fallback);
    }

    private void Entry(string name, string text)
    {
        output.WriteLine($"  {name}");
        Paragraph(text, 6);
    }

    private void Heading(string heading)
    {
        output.WriteLine();
        output.WriteLine(heading);
    }

    private void Paragraph(string text, int indent)
    {
        var margin = new string(' ', indent);
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > width)
            {
                output.WriteLine(margin + line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        output.WriteLine(margin + line);
    }
}
