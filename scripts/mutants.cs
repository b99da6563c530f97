// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// How many mistakes would the tests of Schakel.Analysis notice? Makes one small mistake at a time in a copy of the repository,
// builds, and runs the tests of that room, then all of them. Prints each mistake with what became of it, and the score.
//
//   git worktree add ../mutants HEAD
//   dotnet run scripts/mutants.cs -- ../mutants [--count 100] [--seed 2009] [--minutes 25] [--again FILE]
//   git worktree remove --force ../mutants
//
// --again tries the mistakes that FILE names, lines of an earlier output, wherever those lines of code stand now.

#:property RestorePackagesWithLockFile=false

using System.Diagnostics;
using System.Globalization;

var copy = Path.GetFullPath(args[0]);
var count = Option("--count", 100);
var minutes = Option("--minutes", 25);
var chance = new Xorshift((ulong)Option("--seed", 2009));

(string From, string To)[] mistakes =
[
    (" < ", " <= "), (" <= ", " < "), (" > ", " >= "), (" >= ", " > "), (" == ", " != "), (" != ", " == "), (" && ", " || "), (" || ", " && "),
    (" + ", " - "), (" - ", " + "), (" * ", " / "), (" / ", " * "), (" += ", " -= "), (" -= ", " += "), ("++", "--"),
    ("Math.Max(", "Math.Min("), ("Math.Min(", "Math.Max("), ("true", "false"), ("false", "true"), (" is not null", " is null"), (" is null", " is not null"),
];

var places = Places().ToArray();
var again = Array.IndexOf(args, "--again") is > 0 and var named ? Again(args[named + 1]) : null;
Console.WriteLine(Line($"{places.Length} places for a mistake in {places.Select(place => place.File).Distinct().Count()} files; seed {Option("--seed", 2009)}, {again?.Length ?? count} are tried, {minutes} minutes at most."));
if (Build() is not 0 || Test(null) is not 0)
    throw new InvalidOperationException("The tests have to pass before anything is changed.");

var clock = Stopwatch.StartNew();
var (killed, survived, unbuildable) = (0, 0, 0);
for (var round = 0; (again is null ? killed + survived < count : round < again.Length) && clock.Elapsed < TimeSpan.FromMinutes(minutes); round++)
{
    var place = again is null ? places[chance.Next(places.Length)] : again[round];
    var lines = File.ReadAllLines(place.File);
    var original = lines[place.Line];
    var mistake = mistakes[place.Mistake];
    lines[place.Line] = original[..place.Column] + mistake.To + original[(place.Column + mistake.From.Length)..];
    var before = File.ReadAllText(place.File);
    File.WriteAllLines(place.File, lines);
    var room = Path.GetRelativePath(Path.Combine(copy, "src", "Analysis"), place.File).Replace('\\', '/');
    string fate;
    if (Build() != 0)
        (fate, unbuildable) = ("does not build", unbuildable + 1);
    else if ((room.Contains('/') && Test(room[..room.IndexOf('/')]) != 0) || Test(null) != 0)
        (fate, killed) = ("noticed", killed + 1);
    else
        (fate, survived) = ("SURVIVED", survived + 1);
    File.WriteAllText(place.File, before);
    Console.WriteLine(Line($"{fate,-14} {room}:{place.Line + 1}  {mistake.From.Trim()} → {mistake.To.Trim()}  in  {original.Trim()}"));
}

Console.WriteLine(Line($"{killed} of {killed + survived} noticed ({100.0 * killed / Math.Max(1, killed + survived):F0}%); {unbuildable} more did not build. {clock.Elapsed.TotalMinutes:F0} minutes."));

IEnumerable<(string File, int Line, int Column, int Mistake)> Places()
{
    foreach (var file in Directory.GetFiles(Path.Combine(copy, "src", "Analysis"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    {
        if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal))
            continue;
        var lines = File.ReadAllLines(file);
        for (var line = 0; line < lines.Length; line++)
        {
            // Comments say nothing to a computer, texts are tested elsewhere, and attributes and names of types are no arithmetic.
            var code = lines[line].Contains("//", StringComparison.Ordinal) ? lines[line][..lines[line].IndexOf("//", StringComparison.Ordinal)] : lines[line];
            if (code.Contains('"', StringComparison.Ordinal) || code.TrimStart().StartsWith('[') || code.TrimStart().StartsWith("using", StringComparison.Ordinal))
                continue;
            for (var mistake = 0; mistake < mistakes.Length; mistake++)
                for (var column = code.IndexOf(mistakes[mistake].From, StringComparison.Ordinal); column >= 0; column = code.IndexOf(mistakes[mistake].From, column + 1, StringComparison.Ordinal))
                    yield return (file, line, column, mistake);
        }
    }
}

// The number of a line may have changed, its text not; where a line has the mistake twice both are tried.
(string File, int Line, int Column, int Mistake)[] Again(string file) =>
[
    .. from line in File.ReadAllLines(file)
       let parts = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
       where parts.Length >= 5 && parts[^2] == "in"
       let room = parts[1][..parts[1].LastIndexOf(':')]
       from place in places
       where Path.GetRelativePath(Path.Combine(copy, "src", "Analysis"), place.File).Replace('\\', '/') == room
           && File.ReadLines(place.File).ElementAt(place.Line).Trim() == parts[^1]
           && $"{mistakes[place.Mistake].From.Trim()} → {mistakes[place.Mistake].To.Trim()}" == parts[2]
       select place,
];

int Build() => Run("dotnet", "build", "tests/Analysis.Tests", "-c", "Release", "--no-restore", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false", "-v", "q", "-nologo");

int Test(string? room) => Run(
    Path.Combine(copy, "tests", "Analysis.Tests", "bin", "Release", "net10.0", "Schakel.Analysis.Tests"),
    [.. room is null ? Array.Empty<string>() : ["--filter-namespace", $"Schakel.Analysis.Tests.{room}"], "--progress", "off", "--stop-on-fail", "on"]);

int Run(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = copy, RedirectStandardOutput = true, RedirectStandardError = true })!;
    process.OutputDataReceived += (_, _) => { };
    process.ErrorDataReceived += (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    if (process.WaitForExit(TimeSpan.FromMinutes(3)))
        return process.ExitCode;
    process.Kill(entireProcessTree: true);
    return -1; // A mistake that never ends is noticed.
}

int Option(string name, int fallback) => Array.IndexOf(args, name) is > 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : fallback;

static string Line(FormattableString text) => FormattableString.Invariant(text);

internal sealed class Xorshift(ulong seed)
{
    private ulong state = unchecked(seed * 0x9E3779B97F4A7C15UL) | 1;

    internal int Next(int below)
    {
        unchecked
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        return (int)(state % (ulong)below);
    }
}
