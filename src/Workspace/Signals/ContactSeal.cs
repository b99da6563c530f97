// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;
using Schakel.Analysis;
using Schakel.Workspace.Storage;

namespace Schakel.Workspace.Signals;

/// <summary>
/// Contact data are sealed with AES-256-GCM under a key that lies beside the store and not in it. Every sealing has its own nonce, so equal
/// contacts look different and cannot be searched or joined; the id of the item is sealed in, so that a contact moved to another item does not open.
/// </summary>
public sealed class ContactSeal
{
    private const int NonceBytes = 12, TagBytes = 16, KeyBytes = 32;
    private const byte Form = 1;
    private readonly byte[] key;

    private ContactSeal(byte[] key) => this.key = key;

    /// <summary>The key in this file; made, readable by its owner alone, when there is none.</summary>
    public static ContactSeal At(string file) => Read(file).TryGet(out var seal, out var reason) ? seal : throw new InvalidDataException(reason.Detail);

    /// <summary>The same, for who can say in words that the key is damaged.</summary>
    public static Outcome<ContactSeal> Read(string file)
    {
        if (!File.Exists(file))
            Put(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var length) && length == KeyBytes
            ? new ContactSeal(key)
            : new Reason("key-damaged", $"The key in {file} is damaged; contacts cannot be opened or sealed with it.") { Arguments = [file] };
    }

    /// <summary>Lays a key in its place, whole or not at all; one that lies there already stays.</summary>
    internal static void Put(string file, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var made = file + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        using (var stream = new FileStream(made, PrivateFile.Options))
        {
            stream.Write(Encoding.ASCII.GetBytes(key));
            stream.Flush(flushToDisk: true);
        }

        // Two that start at once: the first key stays.
        try
        {
            File.Move(made, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(made);
        }
    }

    public byte[] Seal(Guid item, string contact)
    {
        var plain = Encoding.UTF8.GetBytes(contact);
        var sealedContact = new byte[1 + NonceBytes + TagBytes + plain.Length];
        sealedContact[0] = Form;
        var nonce = sealedContact.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plain, sealedContact.AsSpan(1 + NonceBytes + TagBytes), sealedContact.AsSpan(1 + NonceBytes, TagBytes), item.ToByteArray());
        return sealedContact;
    }

    /// <summary>The contact; null when this key did not seal it for this item.</summary>
    public string? Open(Guid item, byte[] contact)
    {
        if (contact.Length < 1 + NonceBytes + TagBytes || contact[0] != Form)
            return null;
        var plain = new byte[contact.Length - 1 - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(contact.AsSpan(1, NonceBytes), contact.AsSpan(1 + NonceBytes + TagBytes), contact.AsSpan(1 + NonceBytes, TagBytes), plain, item.ToByteArray());
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }
}
