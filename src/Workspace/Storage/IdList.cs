// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Storage;

/// <summary>Ids in the order they were named.</summary>
public sealed record IdList(IReadOnlyList<Guid> Ids) : IWrittenAsJson
{
    public static IdList None { get; } = new([]);
}
