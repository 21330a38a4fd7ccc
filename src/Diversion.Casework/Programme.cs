using Diversion.Domain.Agreements;

namespace Diversion.Casework;

/// <summary>The programme that this installation runs: who leads it and under which scheme new cases come.</summary>
/// <param name="Scheme">Name of the scheme that new referrals come under.</param>
/// <param name="Leads">Receive breach proposals and escalations.</param>
/// <param name="TeamManagers">By team; the second rung of the overdue ladder.</param>
/// <param name="PublicUrl">Where the pages are, for links in mail; no trailing slash.</param>
/// <param name="SenderAddress">From which mail comes.</param>
public sealed record Programme(
    string Name,
    string Scheme,
    IReadOnlyList<StaffRef> Leads,
    IReadOnlyDictionary<string, StaffRef> TeamManagers,
    Uri PublicUrl,
    string SenderAddress)
{
    public StaffDirectory Staff { get; init; } = StaffDirectory.Empty;

    /// <summary>The teams that somebody manages, by name; one person may manage several.</summary>
    public IEnumerable<string> TeamsOf(string id) =>
        TeamManagers.Where(team => team.Value.Id == id).Select(team => team.Key).Order(StringComparer.CurrentCulture);

    /// <summary>Whom commands may name: a team manager covers for a key worker.</summary>
    public StaffDirectory Known => Staff.KeyWorkers.Count == 0 ? Staff : Staff with { KeyWorkers = [.. Staff.KeyWorkers, .. TeamManagers.Values] };
}
