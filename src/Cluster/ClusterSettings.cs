// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cluster;

/// <summary>How machines that compute together find each other. The same on all of them, but for the two ports and the address.</summary>
public sealed class ClusterSettings
{
    /// <summary>Address of the Redis server, such as <c>redis.intern:6379</c>; several machines share one.</summary>
    public required string Redis { get; init; }

    /// <summary>Name of the cluster; others on the same Redis have other names.</summary>
    public string Name { get; init; } = "schakel";

    /// <summary>Address at which the other machines reach this one.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>[1..65535] Port for the other machines. Let no one else reach it: machines trust each other.</summary>
    public int SiloPort { get; init; } = 11111;
}
