// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>Where a service is asked: at its own host over HTTPS, or in a folder of that name under a base address (a mirror, a test).</summary>
internal sealed class ServiceAddress
{
    private readonly string host;
    private readonly Uri root;

    /// <param name="host">Of the real service, such as <c>opendata.cbs.nl</c>.</param>
    /// <param name="baseAddress">Of a mirror; null for the service itself.</param>
    internal ServiceAddress(string host, Uri? baseAddress)
    {
        this.host = host;
        root = baseAddress is null ? new Uri($"https://{host}/") : new Uri(baseAddress.AbsoluteUri.TrimEnd('/') + $"/{host}/");
    }

    internal string Host => host;

    internal Uri To(string pathAndQuery) => new(root, pathAndQuery);

    /// <summary>Where a link in an answer leads, or null when that is outside the service.</summary>
    /// <remarks>Services write their own name in links, also when they are asked through a mirror, and now and then with http.</remarks>
    internal Uri? Follow(Uri from, string link)
    {
        if (!Uri.TryCreate(from, link, out var target) || target.Scheme is not ("https" or "http") || target.UserInfo.Length > 0)
            return null;
        if (root.IsBaseOf(target))
            return target;
        return target.Host.Equals(host, StringComparison.OrdinalIgnoreCase) && target.IsDefaultPort ? new Uri(root, target.PathAndQuery.TrimStart('/')) : null;
    }
}
