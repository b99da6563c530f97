// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;

namespace Schakel.Hosts.Tests.Web;

/// <summary>What a reader of a PDF reads, by way of poppler.</summary>
internal static class Paper
{
    private const string Program = "/usr/bin/pdftotext";

    internal static bool CanBeRead => File.Exists(Program);

    /// <summary>The text in the order of the page, columns kept beside each other.</summary>
    internal static async Task<string> Text(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
            using var process = Process.Start(new ProcessStartInfo(Program, ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
