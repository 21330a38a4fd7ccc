using Diversion.Domain.Sharing;

namespace Diversion.Domain.Staff;

public static class StaffEvolution
{
    private const int MostOver = 50;

    public static StaffState Evolve(StaffState? state, StaffEvent happened)
    {
        var next = happened switch
        {
            StaffEvent.DirectoryImported e => new StaffState(0, e.Source, e.People, e.Teams, e.Organisations),
            StaffEvent.PersonAdded e => state! with { People = state.People.Add(e.Person) },
            StaffEvent.PersonStarted e => Change(state!, e.Person, person => person with { StartsAt = null }),
            StaffEvent.DetailsChanged e => Change(state!, e.Person, person => person with { Name = e.Name, Email = e.Email, Phone = e.Phone }),
            StaffEvent.RolesChanged e => Change(state!, e.Person, person => person with { Roles = e.Roles, Organisation = e.Organisation }),
            StaffEvent.AccountLinked e => Change(state!, e.Person, person => person with { Account = e.Account }),
            StaffEvent.AccountUnlinked e => Change(state!, e.Person, person => person with { Account = null }),
            StaffEvent.PersonMoved e => Change(state!, e.Person, person => person with { Team = e.Team }),
            StaffEvent.LeavingRecorded e => Change(state!, e.Person, person => person with { LastDay = e.LastDay, LeavesAt = e.LeavesAt }),
            StaffEvent.LeavingCancelled e => Change(state!, e.Person, person => person with { LastDay = null, LeavesAt = null }),
            StaffEvent.PersonLeft e => Change(state!, e.Person, person => person with { HasLeft = true, LeavesAt = null }),
            StaffEvent.CoverArranged e => Change(state!, e.Person, person => person with { Cover = e.Cover }),
            StaffEvent.CoverEnded e => Change(state!, e.Person, person => person with { Cover = null }),
            StaffEvent.TaskMailChosen e => Change(state!, e.Person, person => person with { TaskMail = e.Choice }),
            StaffEvent.ListsArranged e => state! with { NextListsAt = e.Next },
            StaffEvent.ListsDue e => state! with { NextListsAt = e.Next },
            StaffEvent.TeamAdded e => state! with { Teams = state.Teams.Add(e.Team) },
            StaffEvent.TeamRenamed e => Change(state!, e.Team, (Team team) => team with { Name = e.Name }),
            StaffEvent.TeamManagerChanged e => Change(state!, e.Team, (Team team) => team with { Manager = e.Manager }),
            StaffEvent.TeamClosed e => Change(state!, e.Team, (Team team) => team with { IsClosed = true, Manager = null }),
            StaffEvent.CapacitySet e => Change(state!, e.Person, (Member person) => person with { Capacity = e.Capacity }),
            StaffEvent.TeamCapacitySet e => Change(state!, e.Team, (Team team) => team with { Capacity = e.Capacity }),
            StaffEvent.OrganisationAdded e => state! with
            {
                Organisations = [.. state.Organisations.Where(one => one.Name != e.Name), new Organisation(e.Name)],
            },
            StaffEvent.OrganisationClosed e => state! with
            {
                Organisations = [.. state.Organisations.Select(one => one.Name == e.Name ? one with { IsClosed = true } : one)],
                Sharing = state.Sharing.RemoveAll(one => one.Organisation == e.Name),
            },
            StaffEvent.SharingAgreed e => state! with { Sharing = state.Sharing.Add(e.Agreement), SharingNumber = e.Agreement.Number },
            StaffEvent.SharingReviewed e => Change(state!, e.Sharing, agreed => agreed with { ReviewOn = e.NextReviewOn, Review = e.Review, Step = 0 }),
            StaffEvent.SharingEnded e => state! with { Sharing = state.Sharing.RemoveAll(one => one.Number == e.Sharing) },
            StaffEvent.SharingReviewDue e => Change(state!, e.Sharing, agreed => agreed with { Step = e.Step }),
            StaffEvent.TokenCreated e => state! with { Tokens = [.. Kept(state.Tokens, e.Token.CreatedAt), e.Token] },
            StaffEvent.TokenRevoked e => state! with { Tokens = [.. state.Tokens.Select(token => token.Id == e.Token ? token with { RevokedAt = e.At } : token)] },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (state?.Version ?? 0) + 1 };
    }

    /// <summary>Of those that were revoked or have expired, the latest are enough: the timeline has all.</summary>
    private static IEnumerable<ApiToken> Kept(ImmutableArray<ApiToken> tokens, Instant now)
    {
        var over = tokens.Where(IsOver).OrderByDescending(token => token.RevokedAt ?? token.ExpiresAt).Take(MostOver).ToHashSet();
        return tokens.Where(token => !IsOver(token) || over.Contains(token));

        bool IsOver(ApiToken token) => token.RevokedAt is not null || token.ExpiresAt <= now;
    }

    private static StaffState Change(StaffState state, string id, Func<Member, Member> change) =>
        state with { People = [.. state.People.Select(person => person.Id == id ? change(person) : person)] };

    private static StaffState Change(StaffState state, int number, Func<SharingAgreement, SharingAgreement> change) =>
        state with { Sharing = [.. state.Sharing.Select(one => one.Number == number ? change(one) : one)] };

    private static StaffState Change(StaffState state, string id, Func<Team, Team> change) =>
        state with { Teams = [.. state.Teams.Select(team => team.Id == id ? change(team) : team)] };
}
