// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;

namespace Schakel.Web.Reports;

/// <summary>The logo of a municipality on its reports. As an image in the document: whatever is in the file, it cannot run or fetch anything.</summary>
internal static class ReportLogo
{
    private const int MostBytes = 500_000;

    private static readonly Dictionary<string, string> kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>The logo as a data address; null for no file, or a reason when the file cannot be one.</summary>
    internal static Outcome<string> Read(string file)
    {
        if (!kinds.TryGetValue(Path.GetExtension(file), out var kind))
            return new Reason("logo-not-usable", $"'{file}' is no SVG, PNG or JPEG.") { Arguments = [file] };
        if (new FileInfo(file) is not { Exists: true, Length: > 0 and <= MostBytes })
            return new Reason("logo-not-usable", $"'{file}' is not there, or is empty or larger than 500 kB.") { Arguments = [file] };
        return $"data:{kind};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}";
    }
}
