// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Cli.Manual;

namespace Schakel.Cli;

/// <summary>All commands, in the order of the manual.</summary>
internal static class Commands
{
    internal static IEnumerable<ManualCommand> All(CommandRunner runner) =>
    [
        ImportCommand.Create(runner),
        CatalogueCommand.Create(runner),
        WeightsCommand.Create(runner),
        MoranCommand.Create(runner),
        GearyCommand.Create(runner),
        JoinCountCommand.Create(runner),
        LocalMoranCommand.Create(runner),
        GetisOrdCommand.Create(runner),
        SmoothCommand.Create(runner),
        FdrCommand.Create(runner),
        ProfileCommand.Create(runner),
        WaterbedCommand.Create(runner),
        AdviseCommand.Create(runner),
        PublishCheckCommand.Create(runner),
        SignalsCommand.Create(runner),
        PerceiveCommand.Create(runner),
        ReachCommand.Create(runner),
        CompositionCommand.Create(runner),
        RobustnessCommand.Create(runner),
        BespokeCommand.Create(runner),
        VariogramCommand.Create(runner),
        DemoCommand.Create(runner),
        ServeCommand.Create(runner),
        CompletionCommand.Create(runner),
    ];
}
