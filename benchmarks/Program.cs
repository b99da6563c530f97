// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Running;
using Schakel.Benchmarks;

// "quick" measures a few rounds in this process (seconds, for the comparison with other software); anything else is BenchmarkDotNet.
if (args is ["quick", ..])
    QuickRun.Print(Console.Out, args.Length > 1 ? args[1] : null);
else
    BenchmarkSwitcher.FromAssembly(typeof(NationalMap).Assembly).Run(args);
