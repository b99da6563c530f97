// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;

namespace Schakel.Web.Accounts;

/// <summary>
/// The link for the first administrator. Only who can read the console of the server sees it; it lives as long as this program, and no longer than
/// there is no municipality. Nothing of it is kept.
/// </summary>
internal sealed class FirstLink(Workplace workplace, IConfiguration configuration)
{
    private readonly string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether nobody has founded a municipality here yet.</summary>
    internal async Task<bool> IsNeeded(CancellationToken cancel)
    {
        // Off while somebody else fills the workspace, as ./run does with the invented town.
        if (!workplace.Setting.TryGet(out _, out _) || !configuration.GetValue("Schakel:FirstLink", true))
            return false;
        if (!workplace.Exists)
            return true;
        return (await workplace.Open(cancel)).TryGet(out var stores, out _) && workplace.Municipalities.Count == 0 && await NoneSince(stores, cancel);
    }

    internal string At(string address) => $"{address}/eerste-beheerder?sleutel={secret}";

    internal bool Is(string? given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(secret));

    private async Task<bool> NoneSince(Workspace.Storage.StoreFactory stores, CancellationToken cancel)
    {
        await workplace.LookAround(stores, cancel);
        return workplace.Municipalities.Count == 0;
    }
}
