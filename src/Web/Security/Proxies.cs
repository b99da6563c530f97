// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Schakel.Web.Security;

/// <summary>
/// Behind a proxy that speaks TLS: <c>Schakel:Proxies</c> names whom we believe about where a request came from and that it came over HTTPS. Without it
/// nobody is believed. The name of the site is not among what a proxy may change: it hands the Host header on as it got it.
/// </summary>
internal static class Proxies
{
    internal const string Setting = "Schakel:Proxies";

    /// <summary>Addresses and networks (<c>10.0.0.0/8</c>), between commas or spaces; null when the setting cannot be read.</summary>
    internal static IReadOnlyList<IPNetwork>? Read(string? setting)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in (setting ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(part, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else
                return null;
        }

        return networks;
    }

    internal static void UseProxies(this IApplicationBuilder app, IReadOnlyList<IPNetwork> proxies)
    {
        if (proxies.Count == 0)
            return;

        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // From the last proxy back to the first address that is none of ours.
            ForwardLimit = null,
        };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            headers.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(headers);
    }
}
