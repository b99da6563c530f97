// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Schakel.Web.Security;

namespace Schakel.Web.Accounts;

/// <summary>
/// The keys that seal cookies and forms lie beside the store, so that a restart signs nobody out. A site without a workspace sets no cookie: its keys
/// live as long as the program, and nothing is written to a home folder.
/// </summary>
internal sealed class CookieKeys(string folder) : IXmlRepository
{
    private readonly KeysInMemory without = new();

    internal static IXmlRepository For(IConfiguration configuration) =>
        Workplace.SettingOf(configuration).TryGet(out var setting, out _) ? new CookieKeys(Path.ChangeExtension(setting.KeyFile, ".cookies")) : new KeysInMemory();

    public IReadOnlyCollection<System.Xml.Linq.XElement> GetAllElements() =>
        Directory.Exists(folder) ? [.. Kept().GetAllElements(), .. without.GetAllElements()] : without.GetAllElements();

    public void StoreElement(System.Xml.Linq.XElement element, string friendlyName)
    {
        // At the start of a program a key is made before anybody asked for one: no folder for a site where nobody ever signs in.
        if (File.Exists(Path.ChangeExtension(folder, ".key")) || Directory.Exists(folder))
            Kept().StoreElement(element, friendlyName);
        else
            without.StoreElement(element, friendlyName);
    }

    private FileSystemXmlRepository Kept()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), NullLoggerFactory.Instance);
    }
}
