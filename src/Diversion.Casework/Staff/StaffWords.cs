using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>What happened to the staff, as sentences for the timeline.</summary>
public static class StaffWords
{
    /// <param name="now">For the names of people and teams that an event only refers to.</param>
    public static string Of(StaffEvent happened, StaffState now) => happened switch
    {
        StaffEvent.DirectoryImported e =>
            $"The directory began with the lists of programme.json: {Count(e.People.Length, "person", "people")}, {Count(e.Teams.Length, "team", "teams")}, {Count(e.Organisations.Length, "organisation", "organisations")}.",
        StaffEvent.PersonAdded e =>
            $"{e.Person.Name} was added as {Roles(e.Person.Roles)}{In(e.Person.Team, now)}{For(e.Person.Organisation)}{(e.Person.StartsAt is { } starts ? $", from {Words.Date(starts)}" : "")}.",
        StaffEvent.PersonStarted e => $"{Name(e.Person, now)} started.",
        StaffEvent.DetailsChanged e => $"{e.Name}'s name or contact details were changed.",
        StaffEvent.RolesChanged e => $"{Name(e.Person, now)} became {Roles(e.Roles)}{For(e.Organisation)}.",
        StaffEvent.AccountLinked e => $"{Name(e.Person, now)} signs in with the account {e.Account}.",
        StaffEvent.AccountUnlinked e => $"{Name(e.Person, now)}'s account can no longer sign in.",
        StaffEvent.PersonMoved e => e.Team is null ? $"{Name(e.Person, now)} left their team." : $"{Name(e.Person, now)} moved to {TeamName(e.Team, now)}.",
        StaffEvent.LeavingRecorded e => $"{Name(e.Person, now)} leaves; the last day is {Words.Date(e.LastDay)}.",
        StaffEvent.LeavingCancelled e => $"{Name(e.Person, now)} stays.",
        StaffEvent.PersonLeft e => $"{Name(e.Person, now)} left.",
        StaffEvent.CoverArranged e => $"{Name(e.Cover.By, now)} covers for {Name(e.Person, now)} until {Words.Date(e.Cover.Until)}.",
        StaffEvent.CoverEnded e => $"The cover for {Name(e.Person, now)} ended.",
        StaffEvent.TaskMailChosen e => $"{Name(e.Person, now)} chose how to hear of tasks by email: {Of(e.Choice)}.",
        StaffEvent.ListsArranged e => e.Next is { } next ? $"The first daily lists of tasks go out on {Words.Date(next)}." : "No daily lists of tasks go out any more.",
        StaffEvent.ListsDue => "The daily lists of tasks went out.",
        StaffEvent.TeamAdded e => $"The team {e.Team.Name} was added{(e.Team.Manager is { } manager ? $", managed by {Name(manager, now)}" : "")}.",
        StaffEvent.TeamRenamed e => $"A team was renamed {e.Name}.",
        StaffEvent.TeamManagerChanged e => e.Manager is null ? $"{TeamName(e.Team, now)} has no manager any more." : $"{Name(e.Manager, now)} manages {TeamName(e.Team, now)}.",
        StaffEvent.TeamClosed e => $"{TeamName(e.Team, now)} was closed.",
        StaffEvent.CapacitySet e => e.Capacity is { } capacity ? $"{Name(e.Person, now)} can carry cases of a weight of {capacity}." : $"Nobody says any more how much {Name(e.Person, now)} can carry.",
        StaffEvent.TeamCapacitySet e => e.Capacity is { } capacity ? $"{TeamName(e.Team, now)} can carry cases of a weight of {capacity}." : $"Nobody says any more how much {TeamName(e.Team, now)} can carry.",
        StaffEvent.OrganisationAdded e => $"The organisation {e.Name} was added.",
        StaffEvent.OrganisationClosed e => $"The organisation {e.Name} was closed.",
        StaffEvent.SharingAgreed { Agreement: var one } => $"{one.Organisation} may be told from {Words.Date(one.StartsOn)}: {SharingWords.Of(one.Purpose)}. Basis: {SharingWords.Of(one.Basis)}. To be reviewed by {Words.Date(one.ReviewOn)}.",
        StaffEvent.SharingReviewed e => $"{SharingOf(e.Sharing, now)} was reviewed and goes on. To be reviewed next by {Words.Date(e.NextReviewOn)}.",
        StaffEvent.SharingEnded e => $"{SharingOf(e.Sharing, now)} ended. Nothing is shown under it any more.",
        StaffEvent.SharingReviewDue e => $"Leads were told that {SharingOf(e.Sharing, now, "sharing agreement")} is to be reviewed by {Words.Date(e.Due)}.",
        StaffEvent.TokenCreated e => $"A token was made for {e.Token.Name}: {Of(e.Token.Scope)}. It ends on {Words.Date(e.Token.ExpiresAt - Duration.Epsilon)}.",
        StaffEvent.TokenRevoked e => $"The token of {now.Tokens.FirstOrDefault(token => token.Id == e.Token)?.Name ?? "a program"} was revoked.",
        _ => throw new InvalidOperationException($"No words for {happened.GetType().Name}."),
    };

    private static string Of(TaskMail choice) => choice switch
    {
        TaskMail.AtOnce => "at once",
        TaskMail.Daily => "one list a day",
        _ => "not at all",
    };

    private static string Of(TokenScope scope) => scope switch
    {
        TokenScope.TagEvents => "to send tag events",
        TokenScope.CustodyNotices => "to send custody notices",
        TokenScope.SubjectAccess => "to read what is recorded about a person, for HMPPS's subject access request service",
        _ => "to read the counts of the programme",
    };

    private static string SharingOf(int number, StaffState now, string called = "Sharing agreement") =>
        now.Sharing.FirstOrDefault(one => one.Number == number) is { } known ? $"{called} {number} with {known.Organisation} ({SharingWords.Of(known.Purpose)})" : $"{called} {number}";

    private static string Name(string id, StaffState now) => now.Person(id)?.Name ?? id;

    private static string TeamName(string id, StaffState now) => now.Team(id)?.Name ?? id;

    private static string In(string? team, StaffState now) => team is null ? "" : $" in {TeamName(team, now)}";

    private static string For(string? organisation) => organisation is null ? "" : $" of {organisation}";

    private static string Roles(IEnumerable<Role> roles) => string.Join(" and ", roles.Select(role => Words.Of(role)));

    private static string Count(int number, string one, string several) => $"{number} {(number == 1 ? one : several)}";
}
