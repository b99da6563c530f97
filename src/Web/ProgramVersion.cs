// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;

namespace Schakel.Web;

internal static class ProgramVersion
{
    /// <summary>As in the provenance of the command line, without the commit behind the plus sign.</summary>
    internal static string Text { get; } = typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
