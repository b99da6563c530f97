// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Running;

/// <summary>What the shell learns from the way the program ends.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>A bug or a broken surrounding.</summary>
    internal const int InternalError = 1;

    /// <summary>Unknown command or option, impossible value, unknown column.</summary>
    internal const int WrongUse = 2;

    /// <summary>The input cannot be used: names file, row, column and value.</summary>
    internal const int InputRefused = 3;

    /// <summary>The input is fine, but nothing can be answered.</summary>
    internal const int NoAnswer = 4;

    /// <summary>Ctrl-C.</summary>
    internal const int Interrupted = 130;
}
