// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Schakel.Workspace.Members;

namespace Schakel.Web.Accounts;

/// <summary>The hash of ASP.NET Core Identity: PBKDF2 with HMAC-SHA512 and a salt of its own for every password.</summary>
internal sealed class IdentityPasswords : IPasswords
{
    // What OWASP advises for this function, as of 2023.
    private const int Iterations = 210_000;

    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    public string Hash(string password) => hasher.HashPassword(this, password);

    public bool Matches(string hash, string password) => hasher.VerifyHashedPassword(this, hash, password) != PasswordVerificationResult.Failed;
}
