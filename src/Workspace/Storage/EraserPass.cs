// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Storage;

/// <summary>Stands in its table only inside the transaction of the eraser; the trigger on history looks for it.</summary>
internal sealed class EraserPass
{
    public Guid Tenant { get; set; }
}
