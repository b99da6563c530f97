// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Schakel.Web.Security;

namespace Schakel.Web.Accounts;

/// <summary>
/// The keys that seal cookies and forms lie beside the store, so that a restart signs nobody out. A site without a workspace sets no cookie: its keys
/// live as long as the program, and nothing is written to a home folder. They move to their place when the workspace comes.
/// </summary>
/// <param name="folder">Null when there can be no workspace at all.</param>
public sealed class CookieKeys(string? folder) : IXmlRepository
{
    private readonly KeysInMemory without = new();
    private readonly Lock gate = new();
    private bool moved;

    internal static CookieKeys For(IConfiguration configuration) =>
        new(Workplace.SettingOf(configuration).TryGet(out var setting, out _) ? Path.ChangeExtension(setting.KeyFile, ".cookies") : null);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // Not while they move: a key may be read once only.
        lock (gate)
        {
            var kept = Directory.Exists(folder) ? Kept(folder).GetAllElements() : [];
            return moved ? kept : [.. kept, .. without.GetAllElements()];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        // At the start of a program a key is made before anybody asked for one: no folder for a site where nobody ever signs in.
        if (folder is not null && (File.Exists(Path.ChangeExtension(folder, ".key")) || Directory.Exists(folder)))
            Kept(folder).StoreElement(element, friendlyName);
        else
            without.StoreElement(element, friendlyName);
    }

    /// <summary>The workspace is there: keys that were made before it came are kept beside it from now on.</summary>
    internal void Keep()
    {
        lock (gate)
        {
            if (folder is null || moved)
                return;
            foreach (var key in without.GetAllElements())
                Kept(folder).StoreElement(key, $"key-{key.Attribute("id")?.Value ?? Guid.NewGuid().ToString()}");
            moved = true;
        }
    }

    private static FileSystemXmlRepository Kept(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), NullLoggerFactory.Instance);
    }
}
