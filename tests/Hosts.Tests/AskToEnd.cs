// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Schakel.Hosts.Tests;

/// <summary>Sends a program a signal, as a terminal or a service manager does. By the system call: a bare machine has no program <c>kill</c>.</summary>
internal static class AskToEnd
{
    private const int Interrupt = 2, Terminate = 15;

    /// <summary>As Ctrl-C.</summary>
    internal static void Interrupted(Process process) => Signal(process, Interrupt);

    /// <summary>As a service manager.</summary>
    internal static void Terminated(Process process) => Signal(process, Terminate);

    private static void Signal(Process process, int signal)
    {
        if (Send(process.Id, signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int process, int signal);
}
