// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.History;

/// <summary>Written once. The store refuses to change or delete it, and so does the database.</summary>
public interface INeverChanges;
