// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary>What stands in a one-time link: the municipality, so that its row can be found behind the walls, and the secret.</summary>
internal readonly record struct AccountKey(Guid Tenant, string Secret)
{
    private const int GuidSigns = 32;

    internal static AccountKey? Read(string? text) =>
        text?.Length is > GuidSigns and < 200 && Guid.TryParseExact(text[..GuidSigns], "N", out var tenant) ? new AccountKey(tenant, text[GuidSigns..]) : null;

    /// <summary>The whole link, to be given to one person.</summary>
    internal static string LinkFor(HttpRequest request, Invited invited) =>
        $"{request.Scheme}://{request.Host}/welkom?sleutel={invited.Member.Tenant:N}{invited.Secret}";
}
