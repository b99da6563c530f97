// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

[assembly: AssemblyFixture(typeof(Schakel.Workspace.Tests.Storage.PostgresServer))]
