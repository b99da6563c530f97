// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Schakel.Web.Accounts;
using Schakel.Workspace.Members;

namespace Schakel.Web.Passkeys;

/// <summary>
/// Our accounts as ASP.NET Core Identity reads them, to check a passkey. It reads only: what changes goes through a turn at the workspace, which decides
/// and writes at once.
/// </summary>
internal sealed class AccountsAsUsers(Workplace workplace) : IUserPasskeyStore<Account>
{
    private const int GuidBytes = 16;

    /// <summary>The name that a device keeps beside its key: municipality and account, nothing that says who it is.</summary>
    internal static string HandleOf(Account account)
    {
        Span<byte> both = stackalloc byte[2 * GuidBytes];
        account.Tenant.TryWriteBytes(both);
        account.Id.TryWriteBytes(both[GuidBytes..]);
        return Base64Url.EncodeToString(both);
    }

    /// <summary>Municipality and account; null when it is no handle of ours.</summary>
    internal static (Guid Tenant, Guid Account)? Read(string? handle)
    {
        Span<byte> both = stackalloc byte[2 * GuidBytes];
        return handle is { Length: 43 } && Base64Url.TryDecodeFromChars(handle, both, out var length) && length == both.Length
            ? (new Guid(both[..GuidBytes]), new Guid(both[GuidBytes..]))
            : null;
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(user));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => (await Of(userId, cancellationToken))?.Account;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. ((await Of(HandleOf(user), cancellationToken))?.Passkeys ?? []).Select(AsIdentity)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await Of(HandleOf(user), cancellationToken))?.Passkeys.FirstOrDefault(key => key.CredentialId.AsSpan().SequenceEqual(credentialId)) is { } key ? AsIdentity(key) : null;

    /// <summary>Nobody: whether a new key is known already is decided in the turn that keeps it, behind the wall of its municipality.</summary>
    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw Elsewhere();

    public void Dispose()
    {
        // It holds nothing; Identity asks for it.
    }

    private async Task<AccountKeys?> Of(string handle, CancellationToken cancel) =>
        Read(handle) is { } names && (await workplace.Open(cancel)).TryGet(out _, out _)
        && (await new PasskeyWork(workplace.Room).Of(names.Tenant, names.Account, cancel)).TryGet(out var keys, out _) ? keys : null;

    private static UserPasskeyInfo AsIdentity(Passkey key) =>
        new(key.CredentialId, key.PublicKey, key.Since, checked((uint)key.SignCount), [], isUserVerified: true, key.MayBeBackedUp, key.IsBackedUp, [], []);

    private static NotSupportedException Elsewhere() => new("Accounts change through the workspace only.");
}
