// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cli.Answers;

/// <summary>A file that was read, as the provenance names it.</summary>
/// <param name="Path">As the user gave it.</param>
/// <param name="Layer">Layer, when one was named.</param>
/// <param name="Sha256">Lower-case hex of its bytes.</param>
/// <param name="Rows">Data rows (features) of the file or layer.</param>
internal sealed record InputFile(string Path, string? Layer, string Sha256, int Rows);
