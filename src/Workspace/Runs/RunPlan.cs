// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Runs;

/// <summary>Work that was cut into shards, and the name of its result.</summary>
/// <param name="Key">Hash in 64 lower-case hex digits of everything the result depends on: two requests with one key have one result.</param>
/// <param name="Request">What was asked, as the kind of work wrote it.</param>
/// <param name="Shards">[≥ 1] Number of shards. Each is a pure function of the request and its number.</param>
public sealed record RunPlan(string Key, string Request, int Shards);
