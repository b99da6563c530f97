// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Web.Texts;

namespace Schakel.Web.Accounts;

internal static class AccountLinks
{
    /// <summary>An address with its query; Dutch is the default and stays out of it.</summary>
    internal static string At(ScreenTexts texts, string path, params (string Name, string? Value)[] query)
    {
        var written = new QueryString();
        foreach (var (name, value) in query)
            if (value is not null)
                written = written.Add(name, value);
        return path + (texts.Code == "nl" ? written : written.Add("taal", texts.Code));
    }
}
