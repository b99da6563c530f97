// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Cli.Advising;
using Schakel.Cli.Analysing;
using Schakel.Cli.Bespoke;
using Schakel.Cli.Completing;
using Schakel.Cli.Compositions;
using Schakel.Cli.Contrasts;
using Schakel.Cli.Delineating;
using Schakel.Cli.Demonstrating;
using Schakel.Cli.Exporting;
using Schakel.Cli.Importing;
using Schakel.Cli.Keeping;
using Schakel.Cli.Neighbouring;
using Schakel.Cli.Perceiving;
using Schakel.Cli.Profiles;
using Schakel.Cli.Publishing;
using Schakel.Cli.Reaching;
using Schakel.Cli.Rezonings;
using Schakel.Cli.Scanning;
using Schakel.Cli.Serving;
using Schakel.Cli.Signalling;
using Schakel.Cli.Smoothing;
using Schakel.Cli.Spatial;
using Schakel.Cli.Variograms;
using Schakel.Cli.Waterbed;

namespace Schakel.Cli;

/// <summary>All commands, in the order of the manual.</summary>
internal static class Commands
{
    internal static IEnumerable<ManualCommand> All(CommandRunner runner) =>
    [
        ImportCommand.Create(runner),
        FetchCommand.Create(runner),
        CatalogueCommand.Create(runner),
        ExportCommand.Create(runner),
        WeightsCommand.Create(runner),
        MoranCommand.Create(runner),
        GearyCommand.Create(runner),
        JoinCountCommand.Create(runner),
        LocalMoranCommand.Create(runner),
        GetisOrdCommand.Create(runner),
        SmoothCommand.Create(runner),
        FdrCommand.Create(runner),
        ProfileCommand.Create(runner),
        SeriesCommand.Create(runner),
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
        ScanCommand.Create(runner),
        BordersCommand.Create(runner),
        DelineateCommand.Create(runner),
        CheckAreasCommand.Create(runner),
        AnalyseCommand.Create(runner),
        DemoCommand.Create(runner),
        ServeCommand.Create(runner),
        BackupCommand.Create(runner),
        RestoreCommand.Create(runner),
        EraseCommand.Create(runner),
        CompletionCommand.Create(runner),
    ];
}
