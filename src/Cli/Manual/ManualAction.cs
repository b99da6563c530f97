// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.CommandLine.Invocation;

namespace Schakel.Cli.Manual;

/// <summary>Answers <c>--help</c> with our own page, in the reader's language, to standard output.</summary>
internal sealed class ManualAction(Wording say, OutputSettings common) : SynchronousCommandLineAction
{
    // The page is the same wherever it goes, so that it can be kept and compared.
    private const int PageWidth = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var page = new ManualPage(parseResult.InvocationConfiguration.Output, say, PageWidth);
        if (parseResult.CommandResult.Command is ManualCommand command)
            page.Write(command, common);
        else if (parseResult.RootCommandResult.Command is RootCommand root)
            page.Write(root, common);

        return ExitCode.Done;
    }
}
