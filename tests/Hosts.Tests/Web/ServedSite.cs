// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Schakel.Analysis;
using Schakel.Web.Assets;
using Schakel.Web.Atlas;

namespace Schakel.Hosts.Tests.Web;

/// <summary>The real program on a real port, standing on a ground that the test chooses.</summary>
internal sealed class ServedSite : IDisposable
{
    // ShippedFiles stands for the program here: two programs have a class Program.
    private readonly WebApplicationFactory<ShippedFiles> factory;

    internal ServedSite(Outcome<IGround> ground, params (string Name, string Value)[] settings)
        : this(ground, _ => { }, settings)
    {
    }

    /// <param name="ground">What it stands on.</param>
    /// <param name="services">What a test replaces: only what it cannot wait for.</param>
    /// <param name="settings">Settings.</param>
    internal ServedSite(Outcome<IGround> ground, Action<IServiceCollection> services, params (string Name, string Value)[] settings)
    {
        factory = new Site(ground, services, settings);
        // Not UseKestrel(0): that changes the address while the program is starting already, and a busy machine starts first.
        factory.UseKestrel();
        factory.StartServer();
        Client = factory.CreateDefaultClient();
    }

    internal HttpClient Client { get; }

    internal IServiceProvider Services => factory.Services;

    public void Dispose()
    {
        Client.Dispose();
        factory.Dispose();
    }

    private sealed class Site(Outcome<IGround> ground, Action<IServiceCollection> more, (string Name, string Value)[] settings) : WebApplicationFactory<ShippedFiles>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("urls", "http://127.0.0.1:0");
            // A test that does not ask for long work need not wait for a silo to start.
            builder.UseSetting("Schakel:Runs:Off", "true");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureServices(services =>
            {
                services.RemoveAll<CurrentGround>();
                services.AddSingleton<CurrentGround>(new GivenGround(ground));
                more(services);
            });
        }
    }

    private sealed class GivenGround(Outcome<IGround> ground) : CurrentGround("kleine stad.catalogue")
    {
        public override Outcome<IGround> Ask() => ground;
    }
}
