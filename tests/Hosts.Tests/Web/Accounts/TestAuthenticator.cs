// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>A device with one passkey (ES256, attestation "none"), which answers as the standard says, or wrongly where a test asks for that.</summary>
internal sealed class TestAuthenticator(string origin) : IDisposable
{
    private const byte UserPresent = 1, UserVerified = 4, HasKey = 64;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string handle = "";

    /// <summary>As the browser of the page would say it.</summary>
    internal string Origin { get; set; } = origin;

    internal uint Count { get; set; }

    /// <summary>Keys that travel between devices do not.</summary>
    internal bool Counts { get; set; } = true;

    /// <summary>Whether finger, face or PIN was shown.</summary>
    internal bool Verifies { get; set; } = true;

    internal string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        handle = asked["user"]!["id"]!.GetValue<string>();
        var clientData = ClientData("webauthn.create", asked);
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. AuthenticatorData(asked["rp"]!["id"]!.GetValue<string>(), HasKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Answer(("clientDataJSON", clientData), ("attestationObject", attestation));
    }

    internal string Sign(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Count += Counts ? 1u : 0u;
        var clientData = ClientData("webauthn.get", asked);
        var data = AuthenticatorData(asked["rpId"]!.GetValue<string>(), 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(("clientDataJSON", clientData), ("authenticatorData", data), ("signature", signature), ("userHandle", Base64Url.DecodeFromChars(handle)));
    }

    public void Dispose() => key.Dispose();

    private byte[] ClientData(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = false });

    private byte[] AuthenticatorData(string relyingParty, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), (byte)(UserPresent | (Verifies ? UserVerified : 0) | flags), .. count];
    }

    private string Answer(params (string Name, byte[] Value)[] parts)
    {
        var response = new JsonObject();
        foreach (var (name, value) in parts)
            response[name] = Base64Url.EncodeToString(value);
        return new JsonObject
        {
            ["id"] = Base64Url.EncodeToString(id),
            ["rawId"] = Base64Url.EncodeToString(id),
            ["type"] = "public-key",
            ["response"] = response,
            ["clientExtensionResults"] = new JsonObject(),
        }.ToJsonString();
    }
}
