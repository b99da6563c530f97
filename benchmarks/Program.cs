// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Running;
using Schakel.Benchmarks;

// "quick" measures a few rounds in this process (seconds, for the comparison with other software), "edges" writes the queen graph to compare it with
// another one; "simulate n3 [maps]" draws maps of chance alone and tells what is seen on them; "national-import" imports twenty years of made-up
// national key figures; "load [catalogue]" serves the real program to two hundred readers; anything else is BenchmarkDotNet.
if (args is ["quick", ..])
    QuickRun.Print(Console.Out, args.Length > 1 ? args[1] : null);
else if (args is ["load", ..])
    return await LoadTest.Measure(Console.Out, args.Length > 1 ? args[1] : null);
else if (args is ["edges", var file])
    QuickRun.WriteEdges(file);
else if (args is ["simulate", "n3", ..])
    ChanceAlone.Print(Console.Out, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 300);
else if (args is ["people", .. var asked])
    return await PeopleLoad.Run(asked, Console.Out);
else if (args is ["national-import", "write", var target, ..])
    NationalImport.Write(target, args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 20);
else if (args is ["national-import", "open", var opened])
    NationalImport.Open(Console.Out, opened);
else if (args is ["national-import", "read", var read])
    NationalImport.Read(Console.Out, read);
else if (args is ["national-import", var folder])
    NationalImport.Measure(Console.Out, folder);
else
    BenchmarkSwitcher.FromAssembly(typeof(NationalMap).Assembly).Run(args);
return 0;
