using System.Security.Cryptography;
using System.Text.Json;
using Diversion.Casework.Programmes;
using Diversion.Casework.Serialization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Staff;

/// <summary>The lists of <c>programme.json</c> as the beginning of a staff directory.</summary>
internal static class StaffImport
{
    public static StaffCommand.ImportDirectory Of(Programme settings)
    {
        var people = new List<Member>();
        var (partners, supervisors) = (settings.Staff.Partners ?? [], settings.Staff.Supervisors ?? []);
        Add(people, settings.Leads, Role.ProgrammeLead);
        Add(people, settings.TeamManagers.Values, Role.TeamManager);
        Add(people, settings.Staff.KeyWorkers, Role.KeyWorker);
        Add(people, settings.Staff.Facilitators, Role.Facilitator);
        Add(people, settings.Staff.Officers, Role.PoliceOfficer);
        Add(people, partners, Role.Provider);
        Add(people, supervisors, Role.Supervisor);
        var teams = settings.TeamManagers.Keys.Concat(people.Select(person => person.Team).OfType<string>()).Distinct(StringComparer.Ordinal);
        return new StaffCommand.ImportDirectory(
            SourceOf(settings),
            [.. people],
            [.. teams.Select(team => new Team(team, team, settings.TeamManagers.GetValueOrDefault(team)?.Id))],
            [.. settings.Staff.Providers.Concat(partners.Concat(supervisors).Select(one => one.Organisation)).Distinct(StringComparer.Ordinal).Select(name => new Organisation(name))]);
    }

    /// <summary>Changes when the lists do.</summary>
    public static string SourceOf(Programme settings) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        (object)new { settings.Leads, Managers = settings.TeamManagers.OrderBy(team => team.Key, StringComparer.Ordinal), settings.Staff }, StoredJson.Options)));

    /// <summary>Whoever is in no other list: a partner does one thing in the programme.</summary>
    private static void Add(List<Member> people, IEnumerable<PartnerPerson> partners, Role role) => people.AddRange(
        partners.Where(one => people.TrueForAll(known => known.Id != one.Person.Id))
            .Select(one => new Member(one.Person.Id, one.Person.Name, [role], null, one.Organisation, one.Person.Email, one.Person.Phone)).ToArray());

    /// <summary>Somebody in several lists is one person with several roles; what the first list says about them counts.</summary>
    private static void Add(List<Member> people, IEnumerable<StaffRef> list, Role role)
    {
        foreach (var one in list)
        {
            var at = people.FindIndex(person => person.Id == one.Id);
            if (at < 0)
            {
                people.Add(new Member(one.Id, one.Name, [role], one.Team, null, one.Email, one.Phone));
            }
            else if (!people[at].Is(role))
            {
                var known = people[at];
                people[at] = known with
                {
                    Roles = known.Roles.Add(role), Team = known.Team ?? one.Team, Email = known.Email ?? one.Email, Phone = known.Phone ?? one.Phone,
                };
            }
        }
    }
}
