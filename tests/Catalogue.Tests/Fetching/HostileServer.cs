// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Schakel.Catalogue.Tests.Fetching;

/// <summary>A server that answers every question in one bad way.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private int asked;

    private HostileServer(WebApplication host) => this.host = host;

    internal Uri Address => new(host.Urls.First());

    internal int Asked => asked;

    internal static async Task<HostileServer> Start(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new HostileServer(builder.Build());
        server.host.Run(context =>
        {
            Interlocked.Increment(ref server.asked);
            return answer(context);
        });
        await server.host.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
