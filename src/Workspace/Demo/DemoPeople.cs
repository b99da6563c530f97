// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.History;
using Schakel.Workspace.Members;

namespace Schakel.Workspace.Demo;

/// <summary>Who is who in one municipality of the demo: organisations, departments of the town hall, and people as functions.</summary>
internal sealed class DemoPeople
{
    private readonly Dictionary<string, Organisation> organisations = [];
    private readonly Dictionary<string, Member> members = [];

    internal IEnumerable<Item> All => organisations.Values.Concat<Item>(members.Values);

    internal Organisation Organisation(string id) => organisations[id];

    /// <summary>The organisation or the person's department, whichever the story names.</summary>
    internal Organisation? OrganisationOf(string? person, string? organisation) =>
        person is not null ? Home(person) : organisation is not null ? organisations[organisation] : null;

    internal Organisation Home(string person) => organisations.Values.Single(organisation => organisation.Id == members[person].Organisation);

    internal Member Member(string person) => members[person];

    internal Actor Acting(string person) => members[person].Acting();

    internal bool Knows(string person) => members.ContainsKey(person);

    internal static DemoPeople Of(Guid tenant, string area, DemoStories stories, DemoClock clock)
    {
        var people = new DemoPeople();
        var founder = clock.At(730, new Actor(tenant, null, null, new HashSet<AccessRole>()));
        var tenants = stories.Organisations.Where(organisation => organisation.Tenant).ToDictionary(organisation => organisation.Id, organisation => organisation.Area);
        // "Home" in a story leads to whoever is behind the sender: that organisation is its mother.
        var mothers = stories.Opgaven.SelectMany(opgave => opgave.Handovers).Where(handover => handover.Way == Handovers.HandoverWay.Home)
            .ToDictionary(handover => PersonOf(handover.From).Organisation, handover => handover.To);
        foreach (var story in stories.Organisations.Where(organisation => organisation.Tenant ? organisation.Area == area : area == tenants.Values.First()))
            if (!mothers.ContainsKey(story.Id))
                people.organisations[story.Id] = Found(story.Name, story.Sector, null);
        foreach (var story in stories.People.Where(person => AreaOf(person) == area))
            if (tenants.ContainsKey(story.Organisation) && !people.organisations.ContainsKey(Department(story)))
                people.organisations[Department(story)] = Found($"{people.organisations[story.Organisation].Name}, {story.Sector}", story.Sector, people.organisations[story.Organisation].Id);
        foreach (var story in stories.Organisations.Where(organisation => mothers.ContainsKey(organisation.Id) && area == tenants.Values.First()))
            people.organisations[story.Id] = Found(story.Name, story.Sector, people.organisations[Department(PersonOf(mothers[story.Id]))].Id);

        foreach (var story in stories.People.Where(person => AreaOf(person) == area))
        {
            var home = people.organisations[tenants.ContainsKey(story.Organisation) ? Department(story) : story.Organisation];
            people.members[story.Id] = DemoTown.Must(Workspace.Members.Member.Join(story.Function, story.Function, null, home.Id, [RoleOf(story.Right)], founder));
        }

        return people;

        Organisation Found(string name, string sector, Guid? mother) => DemoTown.Must(Workspace.Members.Organisation.Found(name, sector, null, mother, founder));

        DemoStories.PersonStory PersonOf(string id) => stories.People.Single(person => person.Id == id);

        string AreaOf(DemoStories.PersonStory person) => tenants.GetValueOrDefault(person.Organisation, tenants.Values.First());
    }

    private static string Department(DemoStories.PersonStory person) => $"{person.Organisation} {person.Sector}";

    private static AccessRole RoleOf(string right) => right switch
    {
        "coordinator" => AccessRole.Coordinator,
        "professional" => AccessRole.Professional,
        "analyst" => AccessRole.Analyst,
        "adviser" => AccessRole.PolicyAdviser,
        "director" => AccessRole.Director,
        "partner" => AccessRole.Partner,
        "administrator" => AccessRole.TenantAdministrator,
        "securityOfficer" => AccessRole.SecurityOfficer,
        _ => throw new InvalidDataException($"A story gives somebody the right '{right}'."),
    };
}
