// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;

namespace Schakel.Hosts.Tests.Web.WorkApi;

/// <summary>X1 to X6 of the domain on the description of the API: what may not leave, has no member to leave by.</summary>
public sealed class ImpossibleTests
{
    // Words for a person. A member that holds one may name nobody's work: only accounts themselves, one's own things, and who gave a reading together.
    private static readonly string[] people = ["author", "rater", "by", "member", "memberId", "askedBy", "writtenBy", "givenBy", "account"];

    [Fact]
    public async Task X1_No_parameter_selects_and_no_member_counts_by_person()
    {
        var description = await Description();

        Assert.DoesNotContain(Parameters(description), name => people.Contains(name, StringComparer.OrdinalIgnoreCase));
        var members = Members(description).Where(at => people.Contains(at.Member, StringComparer.OrdinalIgnoreCase)).Select(at => $"{at.Schema}.{at.Member}");
        // The security log says whose account, to the security officer alone.
        Assert.Equal(["LogAnswer.account"], members);
        Assert.DoesNotContain(Members(description).Where(at => IsOfWork(at.Schema)), at => at.Member.EndsWith("Count", StringComparison.Ordinal) || at.Member.StartsWith("numberOf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task X2_Nothing_can_be_sorted_and_no_list_has_a_rank()
    {
        var description = await Description();

        Assert.DoesNotContain(Parameters(description), name => name.Contains("sort", StringComparison.OrdinalIgnoreCase) || name.Contains("order", StringComparison.OrdinalIgnoreCase));
        // The rank of a level is its place on the ladder of levels, not a rank of places.
        Assert.Equal(["LadderLevel.rank"], Members(description).Where(at => at.Member is "rank" or "rating" or "position1" or "score").Select(at => $"{at.Schema}.{at.Member}").Distinct());
    }

    [Fact]
    public async Task X3_A_contact_leaves_by_an_address_of_its_own_and_by_no_list()
    {
        var contacts = Members(await Description()).Where(at => at.Member is "contact" or "email" or "phone").Select(at => $"{at.Schema}.{at.Member}").Order(StringComparer.Ordinal);

        // Of a team and a place it is a desk. What ends in Body comes in; a member's work e-mail is for the administrator.
        Assert.Equal(
            ["ChallengeBody.contact", "ContactAnswer.contact", "GiveBody.contact", "InitiativeBody.contact", "InviteBody.email", "MemberAnswer.email", "OfferBody.contact", "TeamAnswer.contact", "TeamBody.contact", "TellingPlaceAnswer.contact"],
            contacts);
    }

    [Theory]
    [InlineData("DirectionAnswer")]
    [InlineData("DirectionBody")]
    [InlineData("ReflectionAnswer")]
    [InlineData("WriteBody")]
    [InlineData("YieldBody")]
    [InlineData("VisionAnswer")]
    [InlineData("PositionAnswer")]
    [InlineData("NoteAnswer")]
    [InlineData("TeamAnswer")]
    [InlineData("ExperienceAnswer")]
    [InlineData("OpgaveAnswer")]
    public async Task X4_What_is_told_in_words_holds_no_number(string schema)
    {
        var properties = (await Description())["components"]!["schemas"]![schema]!["properties"]!.AsObject();

        Assert.NotEmpty(properties);
        Assert.All(properties, property => Assert.DoesNotMatch("\"(integer|number)\"", property.Value!.ToJsonString()));
    }

    [Fact]
    public async Task X5_Advice_holds_both_readings_and_no_score()
    {
        var schemas = (await Description())["components"]!["schemas"]!.AsObject();

        Assert.DoesNotContain(Members(await Description()), at => at.Member is "scores" or "score" or "acceptability" or "unchanged");
        Assert.DoesNotMatch("\"(integer|number)\"", schemas["AdviceAnswer"]!.ToJsonString());
        // Whoever names one reading names the other.
        Assert.All(schemas, schema =>
        {
            var names = (schema.Value!["properties"] as JsonObject)?.Select(property => property.Key).ToList() ?? [];
            Assert.Equal(names.Contains("precise"), names.Contains("flexible"));
        });
    }

    [Fact]
    public async Task Every_answer_of_the_work_says_how_to_sign_in_and_each_body_what_it_must_hold()
    {
        var description = await Description();

        Assert.Equal("bearer", (string?)description["components"]!["securitySchemes"]!["key"]!["scheme"]);
        foreach (var (path, method, operation) in Operations(description))
            if (IsClosed(operation))
            {
                Assert.True(operation["responses"]!["401"] is not null && operation["responses"]!["429"] is not null, $"{method} {path}");
                if (operation["requestBody"]?["content"]?["application/json"] is { } sent)
                    Assert.True(sent["example"] is not null, $"{method} {path} has no example");
            }

        Assert.Equal(["question", "title"], description["components"]!["schemas"]!["OpenBody"]!["required"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
    }

    private static async Task<JsonNode> Description()
    {
        using var site = new ServedSite(new SmallTown());
        return JsonNode.Parse(await site.Client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken))!;
    }

    private static bool IsOfWork(string schema) => schema is not ("ScalePictureAnswer" or "LevelAnswer");

    private static bool IsClosed(JsonNode operation) => operation["security"] is JsonArray { Count: > 0 };

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode description) =>
        from path in description["paths"]!.AsObject() from operation in path.Value!.AsObject() where operation.Value is JsonObject select (path.Key, operation.Key, operation.Value!);

    private static IEnumerable<string> Parameters(JsonNode description) =>
        Operations(description).SelectMany(one => one.Operation["parameters"]?.AsArray() ?? []).Select(parameter => (string)parameter!["name"]!);

    private static IEnumerable<(string Schema, string Member)> Members(JsonNode description) =>
        from schema in description["components"]!["schemas"]!.AsObject() from property in schema.Value!["properties"] as JsonObject ?? [] select (schema.Key, property.Key);
}
