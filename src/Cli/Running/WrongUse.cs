// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Running;

/// <summary>The command line itself cannot be followed: exit 2.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Detail">One English sentence.</param>
internal sealed record WrongUse(string Code, string Detail) : Reason(Code, Detail)
{
    internal static WrongUse With(string code, string detail, params object[] arguments) => new(code, detail) { Arguments = arguments };
}
