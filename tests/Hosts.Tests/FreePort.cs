// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Sockets;

namespace Schakel.Hosts.Tests;

/// <summary>
/// A port for a program that cannot choose one itself. The system hands out ports from 32768 up to whoever opens a connection, so that one from there
/// may be gone before the program listens; below it only who names a port gets it.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000, Count = 10_000;
    private static int next = Environment.ProcessId % Count;

    internal static int Take()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + (Interlocked.Increment(ref next) % Count);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there; the next one.
            }
        }

        throw new InvalidOperationException("Not one port is free.");
    }
}
