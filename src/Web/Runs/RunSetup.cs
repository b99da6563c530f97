// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Cluster;
using Schakel.Web.Atlas;
using Schakel.Workspace.EachGemeente;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Runs;

namespace Schakel.Web.Runs;

/// <summary>Long work in this program: alone, or together with others when a Redis server is named.</summary>
internal static class RunSetup
{
    /// <summary>
    /// <c>Schakel:Runs:Folder</c>: where runs and results lie; default beside the catalogue. <c>Schakel:Runs:Off</c>: this program computes no long work.
    /// <c>Schakel:Cluster:Redis</c>, <c>Name</c>, <c>Address</c>, <c>SiloPort</c>: compute together with others.
    /// </summary>
    internal static void AddLongWork(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration.GetValue("Schakel:Runs:Off", false))
        {
            builder.Services.AddSingleton<IRuns, NoRuns>();
            return;
        }

        var folder = configuration["Schakel:Runs:Folder"] ?? $"{(configuration["Schakel:Data"] ?? "schakel").TrimEnd('/')}-berekeningen";
        if (configuration["Schakel:Cluster:Redis"] is not { Length: > 0 } redis)
        {
            builder.AddInProcessRuns(folder, AddWorks);
            return;
        }

        builder.AddCluster(folder, AddWorks, new ClusterSettings
        {
            Redis = redis,
            Name = configuration["Schakel:Cluster:Name"] ?? "schakel",
            Address = configuration["Schakel:Cluster:Address"] ?? "127.0.0.1",
            SiloPort = configuration.GetValue("Schakel:Cluster:SiloPort", 11111),
        });
    }

    private static void AddWorks(IServiceCollection services) =>
        services
            .AddSingleton<IRunWork>(provider => new GemeenteProfilesWork(() => CatalogueOf(provider.GetRequiredService<CurrentGround>())))
            .AddSingleton<IRunWork>(provider => new EvidenceRun(() => CatalogueOf(provider.GetRequiredService<CurrentGround>())));

    private static Outcome<CatalogueFolder> CatalogueOf(CurrentGround current)
    {
        if (!current.Ask().TryGet(out var ground, out var reason))
            return reason;
        return ground is CatalogueGround { Catalogue: var catalogue } ? catalogue : new Reason("no-catalogue", "There is no catalogue behind this site.");
    }
}
