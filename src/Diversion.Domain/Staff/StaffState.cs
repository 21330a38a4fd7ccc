using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Sharing;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Staff;

/// <summary>The programme's people, teams and organisations.</summary>
/// <param name="Source">Identifies the lists that the directory was begun with.</param>
public sealed record StaffState(
    int Version, string Source, ImmutableArray<Member> People, ImmutableArray<Team> Teams, ImmutableArray<Organisation> Organisations) : IStreamState
{
    /// <summary>The people and organisations that commands on agreements can name.</summary>
    public StaffDirectory Directory => new(
        With(Role.KeyWorker), With(Role.Facilitator), [.. Organisations.Where(one => !one.IsClosed).Select(one => one.Name)])
    {
        Partners = OfPartners(Role.Provider),
        Supervisors = OfPartners(Role.Supervisor),
        Sharing = Sharing.IsEmpty ? null : Sharing,
        Officers = [.. People.Where(one => one.TakesWork && (one.Is(Role.PoliceOfficer) || one.Is(Role.Sergeant))).Select(one => one.AsStaff())],
    };

    /// <summary>Those who lead the programme now, even if they are about to leave.</summary>
    public IReadOnlyList<StaffRef> Leads => [.. People.Where(one => one.IsActive && one.Is(Role.ProgrammeLead)).Select(one => one.AsStaff())];

    /// <summary>Those who evaluate the programme now.</summary>
    public IReadOnlyList<StaffRef> Analysts => [.. People.Where(one => one.IsActive && one.Is(Role.Analyst)).Select(one => one.AsStaff())];

    /// <summary>Those who can be called to a sitting of the scrutiny panel.</summary>
    public IReadOnlyList<StaffRef> PanelMembers => [.. People.Where(one => one.TakesWork && one.Is(Role.PanelMember)).Select(one => one.AsStaff())];

    /// <summary>How much weight of cases key workers can carry, by id; of those for whom it is known.</summary>
    public IReadOnlyDictionary<string, int> Capacities => People.Where(one => one is { IsActive: true, Capacity: not null }).ToDictionary(one => one.Id, one => one.Capacity!.Value, StringComparer.Ordinal);

    /// <summary>By the id of the team.</summary>
    public IReadOnlyDictionary<string, StaffRef> Managers => Teams
        .Where(team => !team.IsClosed && Person(team.Manager) is { IsActive: true })
        .ToDictionary(team => team.Id, team => Person(team.Manager)!.AsStaff(), StringComparer.Ordinal);

    /// <summary>Of programs, oldest first; those that work no more among them.</summary>
    public ImmutableArray<ApiToken> Tokens { get; init; } = [];

    /// <summary>What partner organisations may be told, in the order in which it was agreed; what has ended is in the timeline.</summary>
    public ImmutableArray<SharingAgreement> Sharing { get; init; } = [];

    /// <summary>The number of the sharing agreement that was made last, also when it has ended since.</summary>
    public int SharingNumber { get; init; }

    /// <summary>When the daily lists of tasks go out next; null while nobody wants any.</summary>
    public Instant? NextListsAt { get; init; }

    /// <summary>Addresses whose owner chose other than an email for each task. Of several who share one, whoever wants most counts.</summary>
    public IReadOnlyDictionary<string, TaskMail> TaskMailByAddress => People
        .Where(person => person is { IsActive: true, Email: not null })
        .GroupBy(person => person.Email!, StringComparer.OrdinalIgnoreCase)
        .Select(group => (Address: group.Key, Choice: group.Min(person => person.TaskMail)))
        .Where(one => one.Choice != TaskMail.AtOnce)
        .ToDictionary(one => one.Address, one => one.Choice, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A token acts for the lead who made it, and stops when they do. Somebody whom the directory does not know had the
    /// lead's role from elsewhere; then its last day is the end.
    /// </summary>
    public TokenStanding StandingOf(ApiToken token, Instant now) =>
        token.RevokedAt is not null ? TokenStanding.Revoked
        : now >= token.ExpiresAt ? TokenStanding.Expired
        : Person(token.CreatedById) is { } creator && !(creator.IsActive && creator.Is(Role.ProgrammeLead)) ? TokenStanding.CreatorGone
        : TokenStanding.Works;

    public Member? Person(string? id) =>
        id is null ? null : People.FirstOrDefault(one => one.Id == id) ?? People.FirstOrDefault(one => Same(one.Id, id));

    /// <summary>Whose account this is. Case counts: a provider may give two people accounts that differ in nothing else.</summary>
    public Member? WithAccount(string account) => People.FirstOrDefault(one => !one.HasLeft && one.Account == account);

    /// <summary>Whoever leads the programme and can sign in may let the others in.</summary>
    public bool LeadCanSignIn => People.Any(one => one.IsActive && one.Is(Role.ProgrammeLead) && one.Account is not null);

    public Team? Team(string? id) => id is null ? null : Teams.FirstOrDefault(team => Same(team.Id, id));

    public Organisation? Organisation(string? name) => name is null ? null : Organisations.FirstOrDefault(one => Same(one.Name, name));

    /// <summary>Case and blanks do not count.</summary>
    internal static bool Same(string one, string other) => ReferenceText.Key(one) == ReferenceText.Key(other);

    private List<PartnerPerson> OfPartners(Role role) =>
        [.. People.Where(one => one.TakesWork && one.Is(role) && one.Organisation is not null).Select(one => new PartnerPerson(one.AsStaff(), one.Organisation!))];

    private List<StaffRef> With(Role role) => [.. People.Where(one => one.TakesWork && one.Is(role)).Select(one => one.AsStaff())];
}
