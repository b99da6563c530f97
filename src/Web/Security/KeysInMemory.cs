// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Schakel.Web.Security;

/// <summary>Keys that live as long as the program. Nothing they protect outlives it, so nothing is written to a home folder.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly Lock gate = new();
    private readonly List<XElement> keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (gate)
            return [.. keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (gate)
            keys.Add(element);
    }
}
