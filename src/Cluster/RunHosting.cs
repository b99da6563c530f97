// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Schakel.Workspace.Runs;
using StackExchange.Redis;

namespace Schakel.Cluster;

/// <summary>Adds long work to a program: on this machine alone, or together with others.</summary>
public static class RunHosting
{
    /// <summary>Runs in this program alone: one silo that nobody else can join.</summary>
    /// <param name="host">The program.</param>
    /// <param name="folder">Folder of runs and results.</param>
    /// <param name="works">Adds the kinds of work.</param>
    public static void AddInProcessRuns(this IHostApplicationBuilder host, string folder, Action<IServiceCollection> works) =>
        host.AddRuns(folder, works, silo => silo
            .UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: "schakel", clusterId: Guid.NewGuid().ToString("N")));

    /// <summary>Runs shared by several programs, on one machine or more, with the same folder of runs and the same catalogue.</summary>
    /// <param name="host">The program.</param>
    /// <param name="folder">Folder of runs and results, on storage that all of them see.</param>
    /// <param name="works">Adds the kinds of work.</param>
    /// <param name="settings">How they find each other.</param>
    public static void AddCluster(this IHostApplicationBuilder host, string folder, Action<IServiceCollection> works, ClusterSettings settings) =>
        host.AddRuns(folder, works, silo => silo
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (settings.Name, "schakel"))
            .ConfigureEndpoints(IPAddress.Parse(settings.Address), settings.SiloPort, gatewayPort: 0)
            .Configure<ClusterMembershipOptions>(members =>
            {
                // A machine that is gone is missed after about two seconds; what it was computing begins again elsewhere.
                members.ProbeTimeout = TimeSpan.FromSeconds(1);
                members.NumMissedProbesLimit = 2;
                members.NumVotesForDeathDeclaration = 1;
            })
            .UseRedisClustering(redis => redis.ConfigurationOptions = ConfigurationOptions.Parse(settings.Redis)));

    private static void AddRuns(this IHostApplicationBuilder host, string folder, Action<IServiceCollection> works, Action<ISiloBuilder> cluster)
    {
        host.Services.AddSingleton(new RunFolder(folder));
        host.Services.AddSingleton<RunWorks>();
        host.Services.AddSingleton(_ => new ShardSlots(Environment.ProcessorCount));
        works(host.Services);
        // A run that was stopped has stopped: whoever asks again must not meet shards of the time before.
        host.UseOrleans(silo => cluster(silo.Configure<SiloMessagingOptions>(messages => messages.WaitForCancellationAcknowledgement = true)));
        host.Services.AddSingleton<IRuns, OrleansRuns>();
        // After the silo, so that it looks when there is something to ask.
        host.Services.AddHostedService<UnfinishedRuns>();
        host.Logging.AddFilter("Orleans", LogLevel.Error);
        host.Logging.AddFilter("Microsoft.Orleans", LogLevel.Error);
    }

    // Loopback only, and another port each time, so that two programs on one machine leave each other alone.
    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
