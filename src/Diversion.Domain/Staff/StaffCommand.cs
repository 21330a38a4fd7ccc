using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Staff;

/// <summary>A request to change the programme's staff.</summary>
public abstract record StaffCommand : StreamCommand<StaffEvent>
{
    private StaffCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    internal virtual void Inspect(TextInspection texts)
    {
    }

    /// <summary>It is later: whoever starts, starts; whoever leaves, has left; cover ends.</summary>
    public sealed record TimePassed : StaffCommand;

    /// <summary>Begins the directory. Ignored when there is one, so that every start of a host may try.</summary>
    public sealed record ImportDirectory(
        string Source, ImmutableArray<Member> People, ImmutableArray<Team> Teams, ImmutableArray<Organisation> Organisations) : StaffCommand;

    /// <param name="From">The first day; null starts at once.</param>
    public sealed record AddPerson(
        string Id,
        string Name,
        ImmutableArray<Role> Roles,
        string? Team = null,
        string? Organisation = null,
        string? Email = null,
        string? Phone = null,
        LocalDate? From = null) : StaffCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Staff("person", new StaffRef(Id, Name, Team, Email) { Phone = Phone });
            texts.Line("organisation", Organisation);
        }
    }

    public sealed record ChangeDetails(string Person, string Name, string? Email = null, string? Phone = null) : StaffCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("name", Name, required: true);
            texts.Email("email", Email);
            texts.Line("phone", Phone);
        }
    }

    /// <param name="Organisation">Needed with the provider's role, and only then.</param>
    public sealed record ChangeRoles(string Person, ImmutableArray<Role> Roles, string? Organisation = null) : StaffCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("organisation", Organisation);
    }

    /// <summary>The account with which somebody signs in at the identity provider.</summary>
    /// <param name="Account">As the provider names it in the claim that the installation is set to read; case counts.</param>
    public sealed record LinkAccount(string Person, string Account) : StaffCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("account", Account, required: true);
    }

    /// <summary>Somebody who has shown that they run the installation signs in as the first lead.</summary>
    public sealed record LinkFirstLead(string Account) : StaffCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("account", Account, required: true);
    }

    /// <summary>They can no longer sign in with it.</summary>
    public sealed record UnlinkAccount(string Person) : StaffCommand;

    public sealed record MovePerson(string Person, string? Team = null) : StaffCommand;

    public sealed record RecordLeaver(string Person, LocalDate LastDay) : StaffCommand;

    public sealed record CancelLeaver(string Person) : StaffCommand;

    /// <param name="CoveredBy">The id of the person who covers.</param>
    /// <param name="Until">Last day.</param>
    public sealed record ArrangeCover(string Person, string CoveredBy, LocalDate Until) : StaffCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Id("coveredBy", CoveredBy);
    }

    public sealed record EndCover(string Person) : StaffCommand;

    /// <summary>How somebody hears of their own tasks by email.</summary>
    public sealed record ChooseTaskMail(string Person, TaskMail Choice) : StaffCommand;

    /// <param name="Manager">The id of the person who manages it.</param>
    public sealed record AddTeam(string Id, string Name, string? Manager = null) : StaffCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("id", Id);
            texts.Line("name", Name, required: true);
        }
    }

    public sealed record RenameTeam(string Team, string Name) : StaffCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("name", Name, required: true);
    }

    public sealed record ChangeTeamManager(string Team, string? Manager = null) : StaffCommand;

    public sealed record CloseTeam(string Team) : StaffCommand;

    /// <param name="Capacity">Weight of cases; null takes it away.</param>
    public sealed record SetCapacity(string Person, int? Capacity = null) : StaffCommand;

    /// <param name="Capacity">Weight of cases of all its members together; null takes it away.</param>
    public sealed record SetTeamCapacity(string Team, int? Capacity = null) : StaffCommand;

    public sealed record AddOrganisation(string Name) : StaffCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("name", Name, required: true);
    }

    public sealed record CloseOrganisation(string Name) : StaffCommand;

    /// <summary>What one organisation may be told for one purpose, from a day on.</summary>
    /// <param name="Reference">Where the paper is kept.</param>
    public sealed record AgreeSharing(string Organisation, SharingPurpose Purpose, SharingBasis Basis, LocalDate StartsOn, LocalDate ReviewOn, string? Reference = null) : StaffCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("organisation", Organisation, required: true);
            texts.Line("reference", Reference);
        }
    }

    /// <summary>The review was held and it goes on; the reason says what came of it.</summary>
    /// <param name="Sharing">The number of the agreement.</param>
    public sealed record ReviewSharing(int Sharing, LocalDate NextReviewOn) : StaffCommand;

    /// <summary>Nothing is shown under it any more; the reason says why.</summary>
    /// <param name="Sharing">The number of the agreement.</param>
    public sealed record EndSharing(int Sharing) : StaffCommand;

    /// <summary>A token for a program. Whoever shows it once makes it; here comes only its hash.</summary>
    /// <param name="Id">Made up by casework.</param>
    /// <param name="Name">Which program has it.</param>
    /// <param name="Until">Its last day.</param>
    /// <param name="Hash">SHA-256 of the token, 64 lower-case hexadecimal digits.</param>
    public sealed record CreateToken(string Id, string Name, TokenScope Scope, LocalDate Until, string Hash) : StaffCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Id("id", Id);
            texts.Line("name", Name, required: true);
            texts.Line("hash", Hash, required: true);
        }
    }

    /// <summary>From now on it lets nobody in.</summary>
    /// <param name="Token">Its id.</param>
    public sealed record RevokeToken(string Token) : StaffCommand;
}
