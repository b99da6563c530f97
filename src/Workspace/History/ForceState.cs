// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.History;

/// <summary>The life of what a municipality puts in force and later replaces: directions, visions, tasks, ladders.</summary>
public enum ForceState
{
    Draft,
    InForce,
    Replaced,
}
