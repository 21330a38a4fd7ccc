using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;

namespace Diversion.Simulation.People;

/// <summary>Everybody who works on a simulated programme.</summary>
/// <param name="Leads">At least two: nobody decides a breach that they proposed.</param>
/// <param name="TeamManagers">By team.</param>
/// <param name="Providers">Each with an organisation.</param>
public sealed record ProgrammeStaff(
    IReadOnlyList<Actor> Leads,
    IReadOnlyDictionary<string, Actor> TeamManagers,
    IReadOnlyList<Actor> KeyWorkers,
    IReadOnlyList<Actor> Officers,
    IReadOnlyList<Actor> Sergeants,
    IReadOnlyList<Actor> Facilitators,
    IReadOnlyList<Actor> Providers)
{
    /// <summary>People of partners to whom nobody is referred for a pathway; each with an organisation.</summary>
    public IReadOnlyList<Actor> Mentors { get; init; } = [];

    /// <summary>People of partners who look after reparation sessions; each with an organisation of <see cref="Providers"/>.</summary>
    public IReadOnlyList<Actor> Supervisors { get; init; } = [];

    /// <summary>The feeds of the tag provider and the custody system.</summary>
    public static Actor TagFeed { get; } = new("feed-tags", "Tag monitoring", Role.Feed);

    public static Actor CustodyFeed { get; } = new("feed-custody", "Custody", Role.Feed);

    public static StaffRef Ref(Actor actor) => new(actor.Id, actor.Name, actor.Team, $"{actor.Id}@example.org");

    public Programme Programme(string name, string scheme, Uri publicUrl) => new(
        name,
        scheme,
        [.. Leads.Select(Ref)],
        TeamManagers.ToDictionary(team => team.Key, team => Ref(team.Value)),
        publicUrl,
        "diversion@example.org")
    {
        Staff = new StaffDirectory(
            [.. KeyWorkers.Select(Ref)],
            [.. Facilitators.Select(Ref)],
            [.. Providers.Concat(Mentors).Select(provider => provider.Organisation!).Distinct(StringComparer.Ordinal)])
        {
            Partners = [.. Providers.Concat(Mentors).Select(OfPartner)],
            Supervisors = Supervisors.Count == 0 ? null : [.. Supervisors.Select(OfPartner)],
        },
    };

    private static PartnerPerson OfPartner(Actor actor) => new(Ref(actor), actor.Organisation!);

    /// <summary>Enough staff for this many cases, by the given figures; names are numbers.</summary>
    public static ProgrammeStaff For(int participants, int perKeyWorker, int perOfficer)
    {
        const int teamSize = 5;
        var keyWorkers = Numbered(Count(participants, perKeyWorker), "kw", "Key worker", Role.KeyWorker, teamSize, "Probation team");
        var officers = Numbered(Count(participants, perOfficer), "po", "Officer", Role.PoliceOfficer, teamSize, "Police team");
        var teams = keyWorkers.Concat(officers).Select(actor => actor.Team!).Distinct(StringComparer.Ordinal).ToArray();
        return new ProgrammeStaff(
            Numbered(2, "lead", "Lead", Role.ProgrammeLead, 0, null),
            teams.Select((team, i) => (team, new Actor($"tm-{i + 1:D2}", $"Team manager {i + 1}", Role.TeamManager, team)))
                .ToDictionary(pair => pair.team, pair => pair.Item2),
            keyWorkers,
            officers,
            Numbered(Count(officers.Count, 10), "sgt", "Sergeant", Role.Sergeant, 0, null),
            Numbered(Count(participants, 200), "rj", "Facilitator", Role.Facilitator, 0, null),
            [.. Enumerable.Range(1, 4).Select(i => new Actor($"pr-{i:D2}", $"Provider worker {i}", Role.Provider, null, $"Provider {i}"))]);
    }

    private static int Count(int participants, int each) => Math.Max(2, (participants + each - 1) / each);

    private static List<Actor> Numbered(int count, string id, string name, Role role, int teamSize, string? team) =>
    [
        .. Enumerable.Range(1, count).Select(i => new Actor(
            $"{id}-{i:D2}", $"{name} {i}", role, team is null ? null : $"{team} {((i - 1) / teamSize) + 1}")),
    ];
}
