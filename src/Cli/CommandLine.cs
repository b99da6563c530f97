// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using Schakel.Workspace.Texts;

namespace Schakel.Cli;

/// <summary>The whole command line: all commands, what is wrong with what was typed, and the way in.</summary>
internal static class CommandLine
{
    /// <summary>The language must be known before the options are made, because their descriptions speak it.</summary>
    internal static Language LanguageOf(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i] == "--lang=en" || arguments[i] == "--lang:en" || (arguments[i] == "--lang" && i + 1 < arguments.Length && arguments[i + 1] == "en"))
                return Language.English;
        return Language.Dutch;
    }

    internal static int Invoke(string[] arguments, Surroundings surroundings)
    {
        var say = new Wording(surroundings.Language);
        var shared = new SharedSettings(say);
        var root = Root(new CommandRunner(shared, surroundings));

        // A file may be called @x: response files are off.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        using var output = new StreamWriter(surroundings.Output, new UTF8Encoding(false), leaveOpen: true);
        var misuse = new Misuse(say, surroundings.Errors);
        if (misuse.FindSwallowed(parsed))
            return ExitCode.WrongUse;
        if (parsed.Action is not ParseErrorAction && parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = surroundings.Errors, EnableDefaultExceptionHandler = false });

        if (arguments.Length == 0)
        {
            new ManualPage(surroundings.Errors, say, 100).Write(root, shared.Output);
            return ExitCode.WrongUse;
        }

        misuse.Explain(parsed);
        return ExitCode.WrongUse;
    }

    private static RootCommand Root(CommandRunner runner)
    {
        var root = new RootCommand(runner.Say(
            "laat zien op welke schaal een vraagstuk speelt, met het toeval apart.", "shows at which scale a problem plays, with chance kept apart."));
        foreach (var command in Commands.All(runner))
            root.Subcommands.Add(command);
        foreach (var setting in runner.Shared.Output.All)
            root.Options.Add((Option)setting);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new ManualAction(new Wording(runner.Surroundings.Language), runner.Shared.Output);
        return root;
    }
}
