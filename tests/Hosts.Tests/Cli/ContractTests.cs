// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Schakel.Hosts.Tests.Cli;

/// <summary>The members of an answer have fixed names: others read them. Each command against its list, and what holds for every answer.</summary>
public sealed class ContractTests : IDisposable
{
    private const string Places = "id,x,y,cases,n\na,0,0,10,50\nb,100,0,8,40\nc,200,0,6,60\nd,300,0,3,30\ne,400,0,1,20\nf,500,0,2,50\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Waterbed() => await Holds(
        ["waterbed", "--counts", "207,110,308,318,178,157,150,140", "--rings", folder.Write("rings.csv", "ring,period,count\n0,1,60\n0,2,62\n0,3,40\ncontrol,1,200\ncontrol,2,210\ncontrol,3,205\n"), "--reference", "2",
            "--exposure", folder.Write("places.csv", "id,opportunities,distance\na,100,300\nb,80,500\n"), "--volume", "12"],
        "local.estimate local.se local.low local.high local.z local.p ring.estimate total.estimate total.z total.p mde.local mde.ring mde.total "
        + "ratio.displacement.estimate ratio.displacement.low ratio.displacement.high ratio.treated.estimate ratio.ring.high wdq.value wdq.success wdq.buffer wdq.gross wdq.totalNet "
        + "sensitivity.phi sensitivity.total.estimate verdict.local verdict.total verdict.ring verdict.power verdict.text "
        + "eventStudy[].ring eventStudy[].periods[].period eventStudy[].periods[].estimate eventStudy[].periods[].se preTrend.chiSquare preTrend.df preTrend.p exposure[].id exposure[].expected");

    [Fact]
    public async Task Advise() => await Holds(
        ["advise", "--case", folder.Write("case.json", AdviceCases.Of("H-3"))],
        "precise.gemeente flexible.buurt scores.buurt[] acceptability.gemeente changes unchanged flips[].level flips[].criterion flips[].step flips[].lead grade "
        + "missingEvidence[].item missingEvidence[].text caveats[].code caveats[].severity caveats[].level caveats[].text leadCondition");

    [Fact]
    public async Task Publish_check() => await Holds(
        ["publish-check", "--table", folder.Write("cells.csv", "id,parent,cases,n\nw,,40,400\nb1,w,3,100\nb2,w,12,150\nb3,w,25,150\n"), "--table-id", "id", "--cases", "cases", "--population", "n", "--hierarchy", "parent"],
        "suppressed[].id suppressed[].reason secondary[].id secondary[].protects[] cells[].id cells[].published cells[].rate cells[].rateLow cells[].rateHigh cells[].dominance cells[].pRule safe");

    [Fact]
    public async Task Signals() => await Holds(
        ["signals", "--signals", folder.Write("signals.csv", "id,reporter,category,date,x,y\n1,r1,afval,2024-01-01,100,100\n2,r1,afval,2024-01-05,150,100\n"),
            "--series", folder.Write("series.csv", "date,count\n" + string.Join('\n', Enumerable.Range(1, 12).Select(day => $"2024-01-{day:00},{day % 5}")) + "\n"), "--capture", "60,40,15",
            "--table", folder.Write("reports.csv", "id,r,o,n\na,60,80,1500\nb,15,60,1200\nc,30,40,1000\n"), "--table-id", "id", "--reports", "r", "--objective", "o", "--population", "n"],
        "raw distinct ears.c1.mean ears.c1.sd ears.c1.value ears.c1.alarm ears.c2.value ears.c3.value ears.c3.alarm capture.estimate capture.se capture.low capture.high "
        + "areas[].id areas[].propensity areas[].shrunken areas[].objectivePer1000 areas[].silent");

    [Fact]
    public async Task Reach() => await Holds(
        ["reach", "--table", folder.Write("tree.csv", SmallTown.Tree()), "--cases", "zwerfafval", "--population", "inwoners", "--levels", "code,wijk,gemeente"],
        "levels[].level levels[].budgetShare levels[].reach levels[].honestReach levels[].gain levels[].missed levels[].gini levels[].generalisedGini levels[].class "
        + "wholeUnits[].level wholeUnits[].budgetShare wholeUnits[].ids[] wholeUnits[].population wholeUnits[].casesInside wholeUnits[].casesOutside wholeUnits[].rateInside wholeUnits[].rateOutside wholeUnits[].hotOutside");

    [Fact]
    public async Task Composition() => await Holds(
        ["composition", "--kitagawa", folder.Write("pair.csv", "stratum,shareA,rateA,shareB,rateB\njong,0.5,0.12,0.2,0.10\noud,0.5,0.03,0.8,0.025\n"),
            "--table", folder.Write("shares.csv", "id,w,y,n,c1,c2,x\na,w1,30,300,.6,.4,1\nb,w1,24,300,.5,.5,4\nc,w2,12,300,.2,.8,3\nd,w2,10,200,.2,.8,2\ne,w3,19,200,.3,.7,7\nf,w3,5,200,.1,.9,3\n"), "--table-id", "id",
            "--cases", "y", "--population", "n", "--strata", "c1,c2", "--stratum-rates", "0.10,0.02", "--levels", "id,w", "--covariates", "x", "--all-levels"],
        "kitagawa.rateA kitagawa.rateB kitagawa.difference kitagawa.composition kitagawa.rates standardised.factor standardised.varianceTotal standardised.varianceComposition standardised.varianceRemainder "
        + "standardised.covariance standardised.share standardised.noise standardised.correctedShare standardised.remainderDistinguishable standardised.areas[].id standardised.areas[].observed standardised.areas[].expected "
        + "standardised.areas[].sir standardised.areas[].low standardised.areas[].high adjusted.intercept adjusted.coefficients[].name adjusted.coefficients[].estimate adjusted.coefficients[].standardError "
        + "adjusted.levels[].level adjusted.levels[].variance adjusted.levels[].pcv adjusted.pcv share.low share.high");

    [Fact]
    public async Task Robustness() => await Holds(
        ["robustness", "--table", folder.Write("zones.csv", "id,y,n,zone\nl1,8,100,a\nl2,10,100,a\nl3,20,100,b\nl4,22,100,b\nl5,6,100,c\nl6,5,100,c\n"), "--table-id", "id",
            "--neighbours", folder.Write("path.csv", "from,to\nl1,l2\nl2,l1\nl2,l3\nl3,l2\nl3,l4\nl4,l3\nl4,l5\nl5,l4\nl5,l6\nl6,l5\n"), "--cases", "y", "--population", "n", "--zones", "zone"],
        "official.zones official.etaSquared official.p scales[].zones scales[].zonings scales[].exhaustive scales[].mean scales[].sd scales[].min scales[].max scales[].low scales[].high "
        + "scaleVariance zoningVariance scaleShare jaccard grade selection[].id selection[].share");

    [Fact]
    public async Task Bespoke() => await Holds(
        ["bespoke", .. OfPlaces(), "--k", "50,100", "--full"], "curve[].k curve[].variance curve[].rawVariance curve[].noise curve[].share curve[].excluded k50 areas[].id areas[].rates[]");

    [Fact]
    public async Task Variogram() => await Holds(["variogram", .. OfPlaces(), "--bands", "150,250,350"], "mean bands[].from bands[].to bands[].pairs bands[].gamma range");

    [Fact]
    public async Task Perceive()
    {
        var cells = folder.Write("cells.geojson", Maps.Squares(1, 3));
        var drawings = folder.Write("drawings.geojson", Maps.Collection(
            [.. new[] { "r1", "r2" }.Select(name => $$"""{"type":"Feature","properties":{"respondent":"{{name}}","leeftijd":"jong"},"geometry":{"type":"Polygon","coordinates":[{{Maps.Box(0, 0, 200, 100)}}]} }"""),
                """{"type":"Feature","properties":{"respondent":"r3","leeftijd":"oud"},"geometry":{"type":"Point","coordinates":[155000,463000]} }"""]));
        await Holds(
            ["perceive", "--drawings", drawings, "--areas", cells, "--id", "code", "--margins", folder.Write("margins.csv", "variable,value,share\nleeftijd,jong,1\n")],
            "membership.c1 entropy.c1 core[] affinity[].a affinity[].b affinity[].value affinity[].effectiveRespondents meanJaccard effectiveRespondents weights.r1 setAside[].respondent setAside[].reason");
    }

    private string[] OfPlaces() => ["--table", folder.Write("places.csv", Places), "--table-id", "id", "--x", "x", "--y", "y", "--cases", "cases", "--population", "n"];

    private static async Task Holds(string[] question, string members)
    {
        var answer = (await Schakel.Run([.. question, "--json"])).Json;

        foreach (var path in members.Split(' '))
            Assert.True(Has(answer, path.Split('.')), $"{question[0]} has no {path} in {answer.GetRawText()}");
        foreach (var member in new[] { "version", "method", "parameters", "seed", "inputs", "durationMs", "stagesMs" })
            Assert.True(answer.GetProperty("provenance").TryGetProperty(member, out _), $"{question[0]} has no provenance.{member}");
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("warnings").ValueKind);
        EveryNullSaysWhy(answer, question[0]);
    }

    /// <summary>Follows a path; a list holds it when one of its items does.</summary>
    private static bool Has(JsonElement element, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return true;
        var isList = path[0].EndsWith("[]", StringComparison.Ordinal);
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(isList ? path[0][..^2] : path[0], out var member))
            return false;
        if (!isList)
            return Has(member, path[1..]);
        foreach (var item in member.EnumerateArray())
            if (Has(item, path[1..]))
                return true;
        return false;
    }

    // What can be null without a reason of its own: the contract says so of these.
    private static readonly string[] plainNulls = ["seed", "leadCondition", "level", "severity", "ring", "lead"];

    private static void EveryNullSaysWhy(JsonElement element, string where)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                EveryNullSaysWhy(item, where + "[]");
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null && !plainNulls.Contains(member.Name))
                Assert.True(element.TryGetProperty(member.Name + "Reason", out var reason) && reason.GetString() is { Length: > 0 }, $"{where}.{member.Name} is null and does not say why.");
            EveryNullSaysWhy(member.Value, $"{where}.{member.Name}");
        }
    }
}
