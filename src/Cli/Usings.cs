// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// Each command has a folder; what every command needs stands in these.
global using Schakel.Cli.Answers;
global using Schakel.Cli.Inputs;
global using Schakel.Cli.Manual;
global using Schakel.Cli.Running;
global using Schakel.Cli.Settings;
global using Exclusion = Schakel.Workspace.Studies.Exclusion;
global using ExclusionReason = Schakel.Workspace.Studies.ExclusionReason;
