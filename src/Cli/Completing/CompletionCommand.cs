// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;

namespace Schakel.Cli.Completing;

/// <summary><c>schakel completion</c>: what the shell needs to complete commands and options.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _schakel_complete() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(schakel "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _schakel_complete schakel
        """;

    private const string Zsh = """
        #compdef schakel
        _schakel() {
            local -a found
            found=("${(@f)$(schakel "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a found || _files
        }
        compdef _schakel schakel
        """;

    private const string Fish = """
        complete -c schakel -f -a '(schakel "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    internal static ManualCommand Create(CommandRunner runner)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new ManualCommand("completion", runner.Say("Opdrachten en opties laten aanvullen door uw shell.", "Let your shell complete commands and options."))
        {
            Synopsis = "bash|zsh|fish",
            Text = runner.Say("Schrijft het script dat uw shell nodig heeft. Het vraagt schakel zelf wat er kan.", "Writes the script that your shell needs. It asks schakel itself what is possible."),
            Examples =
            [
                ("bash", "schakel completion bash >> ~/.bashrc"),
                ("zsh", "schakel completion zsh > ~/.zfunc/_schakel"),
                ("fish", "schakel completion fish > ~/.config/fish/completions/schakel.fish"),
            ],
        };
        command.Arguments.Add(shell);
        return runner.Ends(command, run =>
        {
            var script = run.Get(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish };
            run.Surroundings.Output.Write(System.Text.Encoding.UTF8.GetBytes(script + "\n"));
            return ExitCode.Done;
        });
    }
}
