// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Running;
using Schakel.Benchmarks;

// "quick" measures a few rounds in this process (seconds, for the comparison with other software), "edges" writes the queen graph to compare it with
// another one; anything else is BenchmarkDotNet.
if (args is ["quick", ..])
    QuickRun.Print(Console.Out, args.Length > 1 ? args[1] : null);
else if (args is ["edges", var file])
    QuickRun.WriteEdges(file);
else
    BenchmarkSwitcher.FromAssembly(typeof(NationalMap).Assembly).Run(args);
