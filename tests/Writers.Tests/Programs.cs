// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;

namespace Schakel.Writers.Tests;

/// <summary>Programs of others that open our files.</summary>
internal static class Programs
{
    /// <summary>Runs GDAL's program, or skips the test where GDAL is not installed.</summary>
    internal static string Gdal(string program, params string[] arguments) => Run(program, "gdal-bin", arguments);

    /// <summary>Runs R with sf, or skips the test where it is not installed.</summary>
    internal static string R(string code) => Run("Rscript", "r-cran-sf", ["--vanilla", "-e", code]);

    private static string Run(string program, string package, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not here: apt-get install {package}.");
            throw;
        }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var complaints = errors.GetAwaiter().GetResult();
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {complaints}{output}");
            // What GDAL only warns of is a fault in the file too.
            Assert.DoesNotContain("Warning", complaints, StringComparison.Ordinal);
            return output;
        }
    }
}
