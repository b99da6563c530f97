// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Schakel.Voorbeeldstad.Files;

/// <summary>Writes a text file in one step: whoever looks sees the old one or the new one, never half of it.</summary>
internal static class TextFile
{
    internal static void Save(string path, string text, Encoding? encoding = null)
    {
        try
        {
            File.WriteAllText(path + ".part", text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(path + ".part", path, overwrite: true);
        }
        finally
        {
            File.Delete(path + ".part");
        }
    }
}
