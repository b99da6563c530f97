// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Running;

/// <summary>Runs a command from options to exit code: one answer to standard output, everything else to standard error.</summary>
internal sealed class CommandRunner(SharedSettings shared, Surroundings surroundings)
{
    // Codes of reasons that speak of the input rather than of what it can answer.
    private static readonly string[] refusing =
    [
        "no-catalogue", "catalogue-damaged", "catalogue-other-version", "catalogue-busy", "not-nested", "no-web-program", "report-not-made", "nothing-accepted", "not-a-catalogue",
        "no-workspace", "not-a-workspace", "key-damaged", "store-unreachable", "store-newer", "store-role-too-strong", "store-not-empty", "backup-damaged", "backup-other-version",
    ];

    // Codes that say an option names something that is not there.
    private static readonly string[] misused = ["key-file-not-named", "store-setting-not-understood", "no-such-indicator", "no-such-level", "no-such-place", "places-of-two-levels", "level-without-parents", "export-file-exists", "export-no-folder"];

    internal SharedSettings Shared => shared;

    internal Surroundings Surroundings => surroundings;

    internal SettingFactory Make => shared.Make;

    internal string Say(string dutch, string english) => surroundings.Say(dutch, english);

    /// <summary>Gives a command its work: an answer that is written, or the reason why there is none.</summary>
    internal ManualCommand Does(ManualCommand command, Func<Run, Outcome<Answer>> work)
    {
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Guarded(new Run(command, parsed, shared, surroundings, interruption.Token), run =>
            {
                if (!work(run).TryGet(out var answer, out var reason))
                    return Refuse(reason);

                run.Cancel.ThrowIfCancellationRequested();
                Write(run, answer);
                return ExitCode.Done;
            });
        });
        return command;
    }

    /// <summary>Gives a command work that is no analysis: it writes what it has to, and says how it ended.</summary>
    internal ManualCommand Ends(ManualCommand command, Func<Run, Ending> work)
    {
        command.SetAction(parsed => Guarded(new Run(command, parsed, shared, surroundings, CancellationToken.None), run =>
        {
            var ending = work(run);
            return ending.Reason is { } reason ? Refuse(reason) : ending.Code;
        }));
        return command;
    }

    private int Guarded(Run run, Func<Run, int> work)
    {
        try
        {
            return work(run);
        }
        catch (OperationCanceledException)
        {
            surroundings.Errors.WriteLine(Say("Afgebroken. Er is niets half weggeschreven.", "Interrupted. Nothing was left half-written."));
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            return Fail(exception, run.Verbose);
        }
    }

    private int Refuse(Reason reason)
    {
        surroundings.Errors.WriteLine(ReasonTexts.Of(reason, surroundings.Language));
        return reason switch
        {
            WrongUse => ExitCode.WrongUse,
            Refusal => ExitCode.InputRefused,
            _ when refusing.Contains(reason.Code) => ExitCode.InputRefused,
            _ when misused.Contains(reason.Code) => ExitCode.WrongUse,
            _ => ExitCode.NoAnswer,
        };
    }

    private int Fail(Exception exception, bool verbose)
    {
        surroundings.Errors.WriteLine(exception is IOException or UnauthorizedAccessException
            ? Say($"Lezen of schrijven lukte niet: {exception.Message}", $"Reading or writing failed: {exception.Message}")
            : Say(
                $"Er ging iets mis in het programma zelf: {exception.Message} Met --verbose staat erbij waar.",
                $"Something went wrong in the program itself: {exception.Message} With --verbose it says where."));
        if (verbose)
            surroundings.Errors.WriteLine(exception);
        return ExitCode.InternalError;
    }

    private void Write(Run run, Answer answer)
    {
        if (run.AsJson)
        {
            using var json = new AnswerJson(surroundings.Language);
            answer.Members(json);
            json.Warnings(answer.Warnings);
            run.WriteProvenance(json, answer.Method);
            surroundings.Output.Write(json.Finish().Span);
        }
        else
        {
            var page = new TextPage(surroundings.Language);
            answer.Page(page);
            foreach (var doubt in answer.Warnings.Select(warning => ReasonTexts.Of(warning, surroundings.Language)).Distinct())
                page.Line($"! {doubt}");
            surroundings.Output.Write(System.Text.Encoding.UTF8.GetBytes(page.ToString()));
        }

        surroundings.Output.Flush();
    }
}
