// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.EntityFrameworkCore.Metadata;
using Schakel.Workspace.Directions;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Storage;
using Schakel.Workspace.WorkAreas;

namespace Schakel.Workspace.Tests.Invariants;

/// <summary>X1 to X7 of the domain on the model of the store and on the use cases: what may not exist, does not.</summary>
public sealed class DeliberatelyImpossibleTests
{
    // Where a person stands in a row, as against in an account: the accounts themselves are the exception.
    private static readonly string[] people = ["By", "Author", "Rater", "Member", "AskedBy", "WrittenBy"];

    private static IModel Model
    {
        get
        {
            using var store = new StoreFactory(StoreSetting.OfFile(Path.Combine(Path.GetTempPath(), "never-opened.workspace"))).For(Guid.Empty);
            return store.Model;
        }
    }

    [Fact]
    public void X1_No_index_begins_with_a_person_and_none_but_ones_own_judgement_holds_one()
    {
        var indexes = Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).Where(index => index.Properties.Any(property => people.Contains(property.Name))).ToList();

        var own = Assert.Single(indexes);
        Assert.Equal(typeof(Judgement), own.DeclaringEntityType.ClrType);
        Assert.NotEqual("Rater", own.Properties[0].Name);
    }

    [Fact]
    public void X1_No_use_case_groups_counts_or_selects_history_by_person()
    {
        var found = SourceFiles().SelectMany(file => File.ReadLines(file).Select((line, number) => (file, line, number)))
            .Where(at => people.Any(person =>
                at.line.Contains($"GroupBy({char.ToLowerInvariant(person[0])}", StringComparison.Ordinal) && at.line.Contains($".{person})", StringComparison.Ordinal))
                || (at.line.Contains(".History", StringComparison.Ordinal) && at.line.Contains(".By ==", StringComparison.Ordinal)))
            .Select(at => $"{Path.GetFileName(at.file)}:{at.number + 1}");

        Assert.Empty(found);
    }

    [Fact]
    public void X2_No_item_has_a_rank_or_score_of_a_place() =>
        Assert.DoesNotContain(Properties(), property => new[] { "Score", "Rank", "Position1", "Rating", "Grade" }.Any(word => property.Name.Contains(word, StringComparison.Ordinal)));

    [Fact]
    public void X3_There_is_no_resident_and_no_key_that_joins_what_one_person_did()
    {
        var types = Model.GetEntityTypes().ToList();

        Assert.DoesNotContain(types, type => new[] { "Resident", "Citizen", "Reporter", "Person", "Contact" }.Contains(type.ClrType.Name));
        foreach (var name in new[] { "Offer", "DrawnNeighbourhood", "Signal", "Initiative", "ChallengeRequest" })
        {
            var type = types.Single(type => type.ClrType.Name == name);
            Assert.DoesNotContain(type.GetProperties(), property => people.Contains(property.Name) || property.Name.Contains("Email", StringComparison.Ordinal) || property.Name.Contains("Phone", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void X3_Contacts_are_sealed_bytes_without_an_index()
    {
        var contacts = Properties().Where(property => property.Name == "Contact" && property.DeclaringType.ClrType.Name is not ("Municipality" or "FrontlineTeam" or "CraftOffer")).ToList();

        Assert.Equal(4, contacts.Count);
        Assert.All(contacts, contact => Assert.Equal(typeof(byte[]), contact.ClrType));
        Assert.All(contacts, contact => Assert.Empty(contact.GetContainingIndexes()));
    }

    [Fact]
    public void X4_Directions_reflections_yields_teams_and_peer_notes_hold_no_number()
    {
        Type[] without = [typeof(Direction), typeof(Reflection), typeof(FrontlineTeam), typeof(Peers.PeerNote), typeof(Vision), typeof(Position), typeof(ScaleExperience)];
        Type[] numbers = [typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(float)];

        foreach (var type in without)
            Assert.DoesNotContain(Model.FindEntityType(type)!.GetProperties(), property =>
                property.Name != nameof(Item.Version) && numbers.Contains(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
        Assert.Equal(typeof(string), typeof(Opgave).GetProperty(nameof(Opgave.Yield))!.PropertyType);
        Assert.DoesNotContain(Properties(), property => property.Name.Contains("AnswerTime", StringComparison.Ordinal) || property.Name.Contains("Average", StringComparison.Ordinal));
    }

    [Fact]
    public void X5_Scores_stand_in_the_file_of_an_advice_and_readings_leave_together()
    {
        var shown = typeof(Readings).GetProperties().Select(property => property.Name).Where(name => name != "EqualityContract");

        Assert.Equal(["Flexible", "Precise"], shown.Order(StringComparer.Ordinal));
        // Whoever gives out a reading gives both: nothing public returns only one of them.
        var alone = typeof(Readings).Assembly.GetExportedTypes().Where(type => type != typeof(Readings) && type.Namespace == typeof(Readings).Namespace)
            .SelectMany(type => type.GetProperties().Select(property => (type, property)))
            .Where(pair => pair.property.Name is "Precise" or "Flexible" && pair.type != typeof(Overruling));
        Assert.Empty(alone);
    }

    [Fact]
    public void X6_Evidence_without_years_or_source_is_refused()
    {
        var figures = Storage.Samples.Figures();

        Assert.Equal("evidence-without-source", (figures with { Years = "" }).Check()!.Code);
        Assert.Equal("evidence-without-source", (figures with { Sources = [] }).Check()!.Code);
        Assert.Null(figures.Check());
    }

    [Fact]
    public void X7_History_has_no_setter_and_no_use_case_changes_it()
    {
        Assert.All(typeof(HistoryEntry).GetProperties(), property => Assert.False(property.SetMethod?.IsPublic ?? false));
        var found = SourceFiles().Where(file => !file.Contains("Retention", StringComparison.Ordinal) && !file.Contains("Backups", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("History.Remove", StringComparison.Ordinal) || text.Contains("History.Update", StringComparison.Ordinal) || text.Contains("ExecuteDelete", StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    [Fact]
    public void Every_item_of_the_model_has_a_municipality_a_version_and_a_filter()
    {
        var items = Model.GetEntityTypes().Where(type => typeof(Item).IsAssignableFrom(type.ClrType)).ToList();

        Assert.True(items.Count > 30);
        Assert.All(items, type =>
        {
            Assert.True(type.FindProperty(nameof(Item.Version))!.IsConcurrencyToken, type.Name);
            Assert.NotEmpty(type.GetDeclaredQueryFilters());
        });
    }

    private static IEnumerable<IProperty> Properties() => Model.GetEntityTypes().SelectMany(type => type.GetProperties());

    private static IEnumerable<string> SourceFiles()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Schakel.slnx")))
            root = root.Parent;
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "Workspace"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }
}
