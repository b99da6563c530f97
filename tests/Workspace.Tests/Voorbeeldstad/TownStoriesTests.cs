// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.RegularExpressions;
using Schakel.Voorbeeldstad.Stories;

namespace Schakel.Workspace.Tests.Voorbeeldstad;

/// <summary>The stories refer to people, places, figures and files that exist, and keep to the rules of an opgave.</summary>
public sealed partial class TownStoriesTests(ImportedTown town) : IClassFixture<ImportedTown>
{
    private static readonly string[] people = Ids("people", "people"), organisations = Ids("organisations", "organisations"), supraLocal = ["stadsdeel", "gemeente", "regio", "provincie", "rijk"];

    private static readonly Dictionary<string, string[]> next = new()
    {
        [""] = ["noticed"],
        ["noticed"] = ["explored", "closed"],
        ["explored"] = ["agreed", "closed"],
        ["agreed"] = ["underway", "explored", "closed"],
        ["underway"] = ["learned", "explored", "closed"],
        ["learned"] = ["explored", "closed"],
        ["closed"] = ["explored"],
    };

    public static TheoryData<string> Opgaven => [.. StoryFiles.Opgaven];

    [Fact]
    public void There_are_the_people_organisations_and_opgaven_of_the_plan()
    {
        Assert.Equal(11, people.Length);
        Assert.Equal(["eenzaamheid", "fietsdiefstal", "fietswrakken", "gladheid", "plein", "schulden", "zwerfafval"], StoryFiles.Opgaven);
        Assert.Equal((2, 2, 3, 3), (Count("ladders", "ladders"), Count("directions", "directions"), Count("places", "places"), TownStory.All("visions", "visions").Count(vision => vision.Text("area").StartsWith("SD", StringComparison.Ordinal))));
        Assert.Equal((2, 1), (Count("workAreas", "proposals"), Count("workAreas", "handEdits")));

        static int Count(string file, string member) => TownStory.All(file, member).Count();
    }

    [Fact]
    public void Every_id_is_used_once_within_its_kind()
    {
        foreach (var (name, root) in TownStory.Everything)
            foreach (var list in root.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array))
            {
                var ids = list.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object && item.Is("id")).Select(item => item.Text("id")).ToArray();
                Assert.True(ids.Distinct().Count() == ids.Length, $"{name}.{list.Name}");
            }
    }

    [Fact]
    public void Everybody_who_is_named_exists()
    {
        string[] parts = [.. TownStory.Opgaven.SelectMany(opgave => opgave.Items("parts")).Select(part => part.Text("id"))];
        foreach (var (name, root) in TownStory.Everything)
            foreach (var (member, text) in TownStory.Strings(root))
                Assert.True(member switch
                {
                    "person" or "by" or "who" or "author" or "owner" or "raisedBy" or "answeredBy" or "copy" or "members" or "with" => people.Contains(text),
                    // Somebody of the town, or an invented resident who cannot be reached.
                    "contact" => people.Contains(text) || text.EndsWith(".example", StringComparison.Ordinal) || text == "06-00000000",
                    "organisation" => organisations.Contains(text),
                    "opgave" or "opgaven" => StoryFiles.Opgaven.Contains(text),
                    "part" => parts.Contains(text),
                    "sector" => TownStory.Strings(Root("organisations").GetProperty("sectors")).Any(sector => sector.Text == text),
                    "task" => Ids("tasks", "tasks").Contains(text),
                    _ => true,
                }, $"{name}: {member} {text}");
        Assert.All(TownStory.Opgaven, opgave =>
        {
            Assert.All(opgave.Items("links"), link => Assert.Contains(link.Text("to"), StoryFiles.Opgaven));
            Assert.All(opgave.Items("handovers"), handover => Assert.All([handover.Text("from"), handover.Text("to")], person => Assert.Contains(person, people)));
            Assert.All(opgave.Items("gaps"), gap => Assert.Contains(gap.Text("to"), people));
        });
    }

    [Fact]
    public void Every_place_figure_and_file_that_is_named_is_in_the_town()
    {
        var codes = town.Catalogue.Levels.SelectMany(level => town.Catalogue.Areas(level.Level.Id, 2024).TryGet(out var areas, out _) ? areas.Codes : []).ToHashSet(StringComparer.Ordinal);
        string[] files = [.. town.Report.Datasets.Select(dataset => Path.GetFileName(dataset.Path))];
        foreach (var (name, root) in TownStory.Everything)
            foreach (var (member, text) in TownStory.Strings(root))
                Assert.True(member switch
                {
                    "area" or "code" or "codes" or "for" or "municipality" or "unit" or "treated" or "ring" or "control" or "ringControl" => codes.Contains(text),
                    "indicator" or "indicators" => town.Catalogue.Find(text)?.Years.Count > 0,
                    "zones" or "events" => files.Contains(text),
                    "measurement" => text is "waterbed" or "waterbedSquare",
                    _ => true,
                }, $"{name}: {member} {text}");
    }

    [Theory]
    [MemberData(nameof(Opgaven))]
    public void Its_life_goes_along_the_table_of_states_by_people_who_may_and_with_reasons(string id)
    {
        var opgave = Opgave(id);
        var (state, before, explored) = ("", int.MaxValue, 0);
        foreach (var move in opgave.Items("history"))
        {
            Assert.Equal(state, move.GetProperty("from").GetString() ?? "");
            Assert.Contains(move.Text("to"), next[state]);
            Assert.False(string.IsNullOrWhiteSpace(move.Text("because")));
            Assert.True(move.GetProperty("daysAgo").GetInt32() < before);
            var person = TownStory.All("people", "people").Single(someone => someone.Text("id") == move.Text("who"));
            Assert.True(state == "" || person.Text("right") == "coordinator" || opgave.Items("roles").Any(role => role.Text("role") == "lead" && role.Text("organisation") == person.Text("organisation")), move.Text("who"));
            (state, before) = (move.Text("to"), move.GetProperty("daysAgo").GetInt32());
            explored += state == "explored" ? 1 : 0;
        }

        Assert.Equal((opgave.Text("state"), Math.Max(1, explored)), (state, opgave.GetProperty("round").GetInt32()));
        Assert.Equal(state == "closed", opgave.Is("outcome"));
    }

    [Theory]
    [MemberData(nameof(Opgaven))]
    public void What_is_agreed_has_evidence_two_judges_an_expectation_and_a_role_above_the_wijk(string id)
    {
        var opgave = Opgave(id);
        Assert.NotEmpty(opgave.Items("places"));
        Assert.True(opgave.Items("indicators").Any() || opgave.Is("noFiguresBecause"));
        if (opgave.Text("state") == "noticed")
            return;

        Assert.True(opgave.Items("judgements").Select(judgement => judgement.Text("person")).Distinct().Count() >= 2);
        Assert.True(opgave.Is("expectation"));
        Assert.Contains(opgave.Items("roles"), role => supraLocal.Contains(role.Text("level")) && role.Text("role") is not ("agendaSetting" or "none"));
        Assert.True(opgave.Items("roles").All(role => role.Text("role") is not ("enabling" or "enablingInstead")) || opgave.Items("chain").Any(step => step.Text("step") == "condition"));
    }

    [Theory]
    [MemberData(nameof(Opgaven))]
    public void Each_judge_answers_for_the_same_levels_within_the_scale_and_says_why(string id)
    {
        var byPerson = Opgave(id).Items("judgements").GroupBy(judgement => judgement.Text("person")).ToArray();

        Assert.All(byPerson, own => Assert.Equal(byPerson[0].Select(judgement => judgement.Text("level")), own.Select(judgement => judgement.Text("level"))));
        Assert.All(byPerson.SelectMany(own => own), judgement =>
        {
            Assert.InRange(judgement.GetProperty("cause").GetInt32(), 0, 3);
            Assert.InRange(judgement.GetProperty("lever").GetInt32(), 0, 3);
            Assert.Contains(judgement.Text("authority"), new[] { "own", "shared", "none" });
            Assert.Contains(judgement.Text("kind"), new[] { "direct", "partial", "enabling", "detect" });
            Assert.False(string.IsNullOrWhiteSpace(judgement.Text("because")));
        });
        Assert.All(byPerson, own => Assert.Contains(TownStory.All("people", "people").Single(person => person.Text("id") == own.Key).Text("right"), new[] { "partner", "professional", "coordinator", "adviser" }));
    }

    [Theory]
    [InlineData("plein", "H-4")]
    [InlineData("schulden", "H-3")]
    [InlineData("zwerfafval", "H-2")]
    [InlineData("gladheid", "H-1")]
    public void Four_opgaven_are_judged_as_in_the_worked_cases_of_the_advice(string id, string worked)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "reference", "advice", worked + ".json")));
        var judgements = Opgave(id).Items("judgements").ToLookup(judgement => judgement.Text("level"));

        Assert.All(document.RootElement.GetProperty("input").Items("levels"), level =>
        {
            var here = judgements[level.Text("level")].ToArray();
            Assert.Equal(Numbers(level, "cause"), here.Select(judgement => judgement.GetProperty("cause").GetInt32()));
            Assert.Equal(Numbers(level, "lever"), here.Select(judgement => judgement.GetProperty("lever").GetInt32()));
            Assert.All(here, judgement => Assert.Equal((level.Text("authority"), level.Text("kind")), (judgement.Text("authority"), judgement.Text("kind"))));
        });

        static IEnumerable<int> Numbers(JsonElement level, string member) => level.Items(member).Select(number => number.GetInt32());
    }

    [Fact]
    public void A_hand_edit_moves_a_unit_between_areas_of_its_proposal()
    {
        var proposals = TownStory.All("workAreas", "proposals").ToDictionary(proposal => proposal.Text("id"));
        foreach (var edit in TownStory.All("workAreas", "handEdits"))
        {
            var areas = proposals[edit.Text("proposal")].Items("areas").ToDictionary(area => area.Text("name"), area => area.Texts("codes").ToArray());
            Assert.Contains(edit.Text("unit"), areas[edit.Text("from")]);
            Assert.DoesNotContain(edit.Text("unit"), areas[edit.Text("to")]);
        }
    }

    [Fact]
    public void Sentences_are_short_and_a_direction_holds_no_number()
    {
        string[] words = ["text", "story", "because", "answer", "expectation", "yieldText", "room", "noFiguresBecause"];
        var sentences = TownStory.Everything.SelectMany(file => TownStory.Strings(file.Root).Where(text => words.Contains(text.Member)).SelectMany(text => SentenceEnd().Split(text.Text))).ToArray();

        Assert.True(sentences.Length > 200);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 1, 15));
        Assert.All(TownStory.All("directions", "directions"), direction =>
        {
            Assert.DoesNotContain(direction.Text("text"), char.IsDigit);
            Assert.NotEmpty(direction.Items("coreValues"));
        });
    }

    [Fact]
    public void Every_file_and_member_stands_in_the_readme_beside_them()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "src", "Voorbeeldstad", "Stories", "README.md"));

        Assert.All(StoryFiles.Names, name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
        Assert.All(TownStory.Everything.SelectMany(file => TownStory.Members(file.Root)).Distinct(), member => Assert.Contains($"`{member}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_clear_mistake()
    {
        Assert.Contains("people", Assert.Throws<ArgumentException>(() => StoryFiles.Open("mensen")).Message, StringComparison.Ordinal);
        Assert.Contains("plein", Assert.Throws<ArgumentException>(() => StoryFiles.OpenOpgave("square")).Message, StringComparison.Ordinal);
    }

    private static string[] Ids(string file, string member) => [.. TownStory.All(file, member).Select(item => item.Text("id"))];

    private static JsonElement Root(string file) => TownStory.Everything.Single(each => each.Name == file).Root;

    private static JsonElement Opgave(string id) => TownStory.Opgaven.Single(opgave => opgave.Text("id") == id);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Schakel.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex SentenceEnd();
}
