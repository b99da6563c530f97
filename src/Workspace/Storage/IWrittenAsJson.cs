// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Storage;

/// <summary>An immutable value that is stored as one JSON text, in the same bytes on every store.</summary>
public interface IWrittenAsJson;
