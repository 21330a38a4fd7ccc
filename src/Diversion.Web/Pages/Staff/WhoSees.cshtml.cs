using Diversion.Casework.Access;
using Diversion.Casework.Staff;
using Diversion.Domain.Agreements;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Staff;

/// <summary>Whose record each role may open and what of it is shown, as the access policy decides; and who has the role now.</summary>
public sealed class WhoSeesModel(StaffQuery query, StaffService staff) : StaffPage(query, staff)
{
    /// <summary>The roles that people have, those who open records first.</summary>
    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(AccessPolicy.IsForPeople).OrderBy(role => AccessPolicy.ScopesOf(role).Count == 0);

    public string CasesOf(Role role, CaseRelation relation) => relation switch
    {
        CaseRelation.Any => AccessPolicy.ScopesOf(role).Count > 1 ? "Every other case" : "Every case",
        CaseRelation.KeyWorker => "Cases that they work with, or cover",
        CaseRelation.TeamManager => "Cases of the teams that they manage",
        CaseRelation.AskedManager => "Cases that their team is asked to take",
        CaseRelation.OfficersManager => "Cases referred by the teams that they manage",
        CaseRelation.OfficersTeam => "Cases that they or their team referred",
        CaseRelation.Facilitator => "Cases in which they facilitate",
        CaseRelation.Provider => "Cases with a condition, support or appointment of their organisation",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Say which cases these are."),
    };

    /// <summary>In the order of the table's columns.</summary>
    public static IReadOnlyList<string> Shown(CaseScope scope) =>
    [
        scope.Visible.Person ? "Yes" : "Name only",
        scope.Visible.Offence ? "Yes" : "No",
        scope.Visible.Victim ? scope.Relation == CaseRelation.Facilitator ? "Their own only" : "Yes" : "No",
        scope.Visible.Notes ? "Yes" : "No",
        scope.Visible.Timeline ? "All" : "Their part",
        scope.Visible.BySharing ? "Purpose by purpose, logged" : "No",
        scope.Visible is { NeedsReason: true, KnownReason: null } ? "Asked each time, logged" : scope.Visible.NeedsReason ? "Known, logged" : "Not asked",
    ];

    public string Who(Role role) => string.Join(", ", Holders[role].Select(Named)) is { Length: > 0 } names ? names : "Nobody in the directory";

    private ILookup<Role, MemberView> Holders =>
        (from person in Directory.People where !person.HasLeft from role in person.Roles select (role, person)).ToLookup(pair => pair.role, pair => pair.person);

    private string Named(MemberView person) => (person.Organisation ?? (person.Team is { } team ? TeamName(team) : null)) is { } where ? $"{person.Name} ({where})" : person.Name;
}
