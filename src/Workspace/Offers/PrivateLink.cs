// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Workspace.Offers;

/// <summary>
/// The secret by which somebody without an account comes back to what they left. It is shown once; what is kept is a fingerprint, from which nobody
/// can make the link again.
/// </summary>
public sealed record PrivateLink(string Secret)
{
    private const int SecretBytes = 24;

    public static PrivateLink New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));
}
