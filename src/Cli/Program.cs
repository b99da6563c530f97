// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Schakel.Cli;

// Data and JSON never depend on the machine's language; texts for people are formatted by ReadableNumber.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var errors = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var output = Console.OpenStandardOutput();

var surroundings = new Surroundings(output, errors, TimeProvider.System, CommandLine.LanguageOf(args)) { IsWatched = !Console.IsErrorRedirected };
return CommandLine.Invoke(args, surroundings);
