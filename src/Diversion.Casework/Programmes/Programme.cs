using System.Collections.Frozen;
using Diversion.Casework.ReadModels;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Programmes;

/// <summary>The programme that this installation runs: who leads it, and which scheme new cases use.</summary>
/// <param name="Scheme">Name of the scheme for new referrals.</param>
/// <param name="Leads">Receive breach proposals and escalations.</param>
/// <param name="TeamManagers">By team; the second step of the overdue ladder.</param>
/// <param name="PublicUrl">Base address of the pages, for links in mail; no trailing slash.</param>
/// <param name="SenderAddress">Sender of all mail.</param>
public sealed record Programme(
    string Name,
    string Scheme,
    IReadOnlyList<StaffRef> Leads,
    IReadOnlyDictionary<string, StaffRef> TeamManagers,
    Uri PublicUrl,
    string SenderAddress)
{
    public StaffDirectory Staff { get; init; } = StaffDirectory.Empty;

    /// <summary>What each team is called, by its id.</summary>
    public IReadOnlyDictionary<string, string> TeamNames { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>How much weight of cases key workers can carry, by id; of those for whom it is known.</summary>
    public IReadOnlyDictionary<string, int> Capacities { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Likewise teams.</summary>
    public IReadOnlyDictionary<string, int> TeamCapacities { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Are told of follow-up that is due.</summary>
    public IReadOnlyList<StaffRef> Analysts { get; init; } = [];

    /// <summary>Can be called to a sitting of the scrutiny panel.</summary>
    public IReadOnlyList<StaffRef> PanelMembers { get; init; } = [];

    /// <summary>People of the directory who have left: an account of theirs lets nobody in any more.</summary>
    public IReadOnlySet<string> Left { get; init; } = FrozenSet<string>.Empty;

    /// <summary>People who can sign in at the identity provider, by their account; only those who work for the programme now.</summary>
    public IReadOnlyDictionary<string, Member> Accounts { get; init; } = FrozenDictionary<string, Member>.Empty;

    /// <summary>Tokens of programs by their hash: those that were not revoked and whose maker still leads. Whether one has expired, its last day says.</summary>
    public IReadOnlyDictionary<string, ApiToken> Tokens { get; init; } = FrozenDictionary<string, ApiToken>.Empty;

    /// <summary>Addresses to which emails about tasks are not sent one by one, with what was chosen instead.</summary>
    public IReadOnlyDictionary<string, TaskMail> TaskMail { get; init; } = FrozenDictionary<string, TaskMail>.Empty;

    /// <summary>Until a lead can sign in, nobody could give anybody an account.</summary>
    public bool LeadCanSignIn { get; init; }

    /// <param name="page">Its address from the root.</param>
    public string LinkTo(string page) => PublicUrl.AbsoluteUri.TrimEnd('/') + page;

    /// <summary>The teams that somebody manages, by name; one person may manage several.</summary>
    public IEnumerable<string> TeamsOf(string id) =>
        TeamManagers.Where(team => team.Value.Id == id).Select(team => team.Key).Order(StringComparer.CurrentCulture);

    /// <summary>The people that commands may name. A team manager is included, since one may cover for a key worker.</summary>
    public StaffDirectory Known => Staff.KeyWorkers.Count == 0 ? Staff : Staff with { KeyWorkers = [.. Staff.KeyWorkers, .. TeamManagers.Values] };
}
