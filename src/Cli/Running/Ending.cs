// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Cli.Running;

/// <summary>How a command without an answer ended: with an exit code, or with the reason why it could not.</summary>
internal readonly record struct Ending(int Code, Reason? Reason)
{
    public static implicit operator Ending(int code) => new(code, null);

    public static implicit operator Ending(Reason reason) => new(0, reason);
}
