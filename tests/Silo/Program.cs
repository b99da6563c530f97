// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Schakel.Cluster;
using Schakel.Silo;
using Schakel.Workspace.Runs;

// FOLDER REDIS NAME PORT: one machine of a cluster, until its input ends or it is killed.
var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddCluster(args[0], works => works.AddSingleton<IRunWork, ChanceWork>(), new ClusterSettings
{
    Redis = args[1],
    Name = args[2],
    SiloPort = int.Parse(args[3], CultureInfo.InvariantCulture),
});
using var host = builder.Build();
await host.StartAsync();
await Console.Out.WriteLineAsync("ready");
// SEED SHARDS MAPS on a line asks for a run.
while (await Console.In.ReadLineAsync() is { Length: > 0 } request)
{
    if (!(await host.Services.GetRequiredService<IRuns>().Ask("chance", request, again: true, CancellationToken.None)).TryGet(out var run, out var reason))
        throw new InvalidOperationException(reason.Detail);
    await Console.Out.WriteLineAsync(run.Key);
}

await host.StopAsync();
