// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.CommandLine.Parsing;

namespace Schakel.Cli.Running;

/// <summary>Says in words what is wrong with a command line, and what would be right.</summary>
internal sealed class Misuse(Wording say, TextWriter errors)
{
    internal void Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var said = new HashSet<string>();
        foreach (var token in parsed.UnmatchedTokens)
            Say(Unknown(token, command));
        foreach (var error in parsed.Errors)
            if (parsed.UnmatchedTokens.Count == 0 || error.SymbolResult is OptionResult)
                Say(Sentence(error));

        var page = command is RootCommand ? "schakel --help" : $"schakel {command.Name} --help";
        errors.WriteLine(say[$"Zie '{page}'.", $"See '{page}'."]);

        void Say(string text)
        {
            if (said.Add(text))
                errors.WriteLine(text);
        }
    }

    /// <summary>An option that took the next option for its value: <c>--value --json</c>.</summary>
    internal bool FindSwallowed(ParseResult parsed)
    {
        var known = OptionsOf(parsed.CommandResult.Command).Select(option => option.Name).ToHashSet();
        foreach (var option in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            if (!option.Tokens.Any(token => known.Contains(token.Value)))
                continue;
            errors.WriteLine(NeedsValue(option));
            return true;
        }

        return false;
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive));

    private string NeedsValue(OptionResult option) => say[$"Optie {option.Option.Name} heeft een waarde nodig.", $"Option {option.Option.Name} needs a value."];

    private string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var known = isOption
            ? OptionsOf(command).Select(option => option.Name)
            : command.Subcommands.Select(sub => sub.Name);
        var nearest = known.Select(name => (Name: name, Distance: Edits(token, name))).OrderBy(pair => pair.Distance).FirstOrDefault();
        var hint = nearest.Name is not null && 2 * nearest.Distance < token.TrimStart('-').Length
            ? say[$" Bedoelde u {nearest.Name}?", $" Did you mean {nearest.Name}?"]
            : "";
        if (isOption)
            return say[$"Onbekende optie: {token}.", $"Unknown option: {token}."] + hint;

        return command is RootCommand
            ? say[$"Onbekende opdracht: {token}.", $"Unknown command: {token}."] + hint
            : say[$"'{token}' hoort hier niet.", $"'{token}' does not belong here."];
    }

    private string Sentence(ParseError error)
    {
        if (error.SymbolResult is OptionResult option && option.Tokens.Count == 0)
            return NeedsValue(option);
        if (error.SymbolResult is OptionResult twice && twice.Tokens.Count > 1)
            return say[$"Geef optie {twice.Option.Name} maar één keer.", $"Give option {twice.Option.Name} only once."];
        if (error.SymbolResult is ArgumentResult { Tokens.Count: 0 } missing && missing.Parent is CommandResult)
            return say[$"{missing.Argument.HelpName ?? missing.Argument.Name} ontbreekt.", $"{missing.Argument.HelpName ?? missing.Argument.Name} is missing."];
        if (error.SymbolResult is CommandResult { Command: RootCommand })
            return say["Geef een opdracht.", "Give a command."];

        return error.Message;
    }

    // Levenshtein distance: how many letters apart two words are.
    private static int Edits(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
