// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The four worked cases of advice, as case files.</summary>
internal static class AdviceCases
{
    internal static string Of(string name) => name switch
    {
        "H-1" => Case("Gladde wegen", "A", null, .10, .05, "low",
            Level("buurt", "0,0,1", "1,1,1", "own", "partial", "0", "0"),
            Level("wijk", "0,0,0", "1,0,1", "own", "partial", "0", "0"),
            Level("gemeente", "2,2,3", "3,3,3", "own", "direct", "1", "\"n.a.\""),
            Level("regio", "3,2,3", "1,1,1", "shared", "partial", "3", "\"n.a.\""),
            Level("rijk", "1,1,2", "1,1,1", "none", "partial", "\"n.a.\"", "\"n.a.\"")),
        "H-2" => Case("Afval naast containers", "B", .20, .15, .85, "medium",
            Level("rijk", "1,1,1", "1,1,1", "none", "direct", "\"n.a.\"", "\"n.a.\""),
            Level("cell", "3,3,2", "3,3,3", "own", "direct", "3", "3"),
            Level("buurt", "2,2,2", "2,3,2", "own", "direct", "2", "2"),
            Level("wijk", "1,1,1", "1,1,2", "own", "enabling", "0", "1"),
            Level("gemeente", "2,1,2", "3,2,3", "own", "direct", "0", "\"n.a.\"")),
        "H-3" => Case("Schulden en langdurige werkloosheid", "B", .70, .20, .45, "low",
            Level("buurt", "0,1,1", "2,2,1", "own", "detect", """{"class":1,"low":0,"high":2}""", "1"),
            Level("wijk", "1,1,0", "2,2,2", "own", "direct", "1", "1"),
            Level("gemeente", "2,1,2", "3,3,2", "own", "direct", "1", "\"n.a.\""),
            Level("regio", "2,3,2", "2,2,2", "shared", "direct", "2", "\"n.a.\""),
            Level("rijk", "3,3,3", "3,3,3", "none", "direct", "\"n.a.\"", "\"n.a.\"")),
        _ => Case("Onveilig plein", "C", .30, .30, .70, "high",
            Level("cell", "2,3,1", "2,2,2", "own", "direct", """{"class":2,"low":1,"high":3}""", "3"),
            Level("buurt", "2,1,2", "3,2,2", "own", "enabling", "2", "2"),
            Level("wijk", "1,1,2", "2,2,2", "own", "partial", "1", "1"),
            Level("stadsdeel", "1,1,1", "2,2,1", "own", "direct", "1", "1"),
            Level("gemeente", "2,2,1", "2,2,2", "own", "direct", "0", "\"n.a.\""),
            Level("rijk", "1,1,1", "1,1,1", "none", "direct", "\"n.a.\"", "\"n.a.\"")),
    };

    private static string Case(string problem, string maup, double? composition, double noise, double localShare, string waterbed, params string[] levels) =>
        $$"""
        {"problem":"{{problem}}","levels":[{{string.Join(",\n", levels)}}],
        "evidence":{"maup":"{{maup}}","composition":{{composition?.ToString(CultureInfo.InvariantCulture) ?? "null"}},"noise":{{noise.ToString(CultureInfo.InvariantCulture)}},"localShare":{{localShare.ToString(CultureInfo.InvariantCulture)}},"waterbed":"{{waterbed}}"} }
        """;

    private static string Level(string level, string cause, string lever, string authority, string kind, string location, string reach) =>
        $$"""{"level":"{{level}}","cause":[{{cause}}],"lever":[{{lever}}],"authority":"{{authority}}","kind":"{{kind}}","location":{{location}},"reach":{{reach}} }""";
}
