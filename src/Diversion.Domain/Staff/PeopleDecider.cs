using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using static Diversion.Domain.Staff.StaffDecider;

namespace Diversion.Domain.Staff;

internal static class PeopleDecider
{
    public static Refusal? Add(StaffDecision decision, StaffCommand.AddPerson command)
    {
        var id = ReferenceText.Clean(command.Id);
        if (decision.State.Person(id) is { } known)
        {
            return Invalid(RefusalCode.StaffExists, "id", $"The id {known.Id} is {known.Name}'s{(known.HasLeft ? ", who has left" : "")}. An id is given once: check it, or take another.");
        }

        if ((Phone(command.Phone) ?? Roles(decision, command.Roles, command.Organisation) ?? TeamOf(decision, command.Team)) is { } refused)
        {
            return refused;
        }

        var from = command.From is { } day && day > decision.Today ? WorkingCalendar.At(day, LocalTime.Midnight) : (Instant?)null;
        return from > WorkingCalendar.At(decision.Today.PlusYears(1), LocalTime.Midnight)
            ? Invalid(RefusalCode.ValueOutOfRange, "from", "The first day is more than a year away. Add the person nearer the time.")
            : decision.Raise(new StaffEvent.PersonAdded(new Member(
                id,
                Line(command.Name),
                Distinct(command.Roles),
                decision.State.Team(command.Team)?.Id,
                decision.State.Organisation(command.Organisation)?.Name,
                EmailAddress.Kept(LineOrNull(command.Email)),
                LineOrNull(command.Phone))
            {
                StartsAt = from,
            }));
    }

    public static Refusal? ChangeDetails(StaffDecision decision, StaffCommand.ChangeDetails command)
    {
        if ((Find(decision, command.Person, out var person) ?? Phone(command.Phone)) is { } refused)
        {
            return refused;
        }

        var changed = new StaffEvent.DetailsChanged(
            person.Id, Line(command.Name), EmailAddress.Kept(LineOrNull(command.Email)), LineOrNull(command.Phone));
        return (person.Name, person.Email, person.Phone) == (changed.Name, changed.Email, changed.Phone) ? null : decision.Raise(changed);
    }

    public static Refusal? ChangeRoles(StaffDecision decision, StaffCommand.ChangeRoles command)
    {
        if ((Find(decision, command.Person, out var person) ?? Roles(decision, command.Roles, command.Organisation)) is { } refused)
        {
            return refused;
        }

        var (roles, organisation) = (Distinct(command.Roles), decision.State.Organisation(command.Organisation)?.Name);
        if (person.Roles.SequenceEqual(roles) && person.Organisation == organisation)
        {
            return null;
        }

        if (person.Is(Role.ProgrammeLead) && !roles.Contains(Role.ProgrammeLead) && IsLastLead(decision, person))
        {
            return LastLead(person);
        }

        var without = (Loses(Role.KeyWorker) ? decision.Facts.OpenCases : 0) + (Loses(Role.Facilitator) ? decision.Facts.Facilitated : 0);
        return without > 0
            ? LeaverDecider.HasCases(person.Name, without)
            : decision.Raise(new StaffEvent.RolesChanged(person.Id, roles, organisation));

        bool Loses(Role role) => person.Is(role) && !roles.Contains(role);
    }

    public static Refusal? Move(StaffDecision decision, StaffCommand.MovePerson command)
    {
        if ((Find(decision, command.Person, out var person) ?? TeamOf(decision, command.Team)) is { } refused)
        {
            return refused;
        }

        var team = decision.State.Team(command.Team)?.Id;
        return person.Team == team ? null : decision.Raise(new StaffEvent.PersonMoved(person.Id, team));
    }

    /// <summary>Finds somebody who has not left.</summary>
    public static Refusal? Find(StaffDecision decision, string? id, out Member person, string field = "person")
    {
        person = decision.State.Person(id)!;
        return person switch
        {
            null => Invalid(RefusalCode.StaffUnknown, field, $"{field}: the programme has nobody with this id. Check it, or add the person first."),
            { HasLeft: true } => new Refusal.WrongState(RefusalCode.StaffLeft, $"{person.Name} left on {Words.Date(person.LastDay!.Value)}. Somebody who comes back is added again, with a new id."),
            _ => null,
        };
    }

    public static bool IsLastLead(StaffDecision decision, Member person) =>
        person.TakesWork && !decision.State.People.Any(other => other.Id != person.Id && other.TakesWork && other.Is(Role.ProgrammeLead));

    public static Refusal LastLead(Member person) => new Refusal.RuleForbids(
        RefusalCode.LastLead, $"{person.Name} is the last programme lead: breach proposals and escalations would go to nobody. Give another person the role first.");

    public static Refusal Invalid(string code, string field, string message) => new Refusal.Invalid(code, message) { Field = field };

    private static ImmutableArray<Role> Distinct(ImmutableArray<Role> roles) => [.. roles.Distinct().Order()];

    private static Refusal? Roles(StaffDecision decision, ImmutableArray<Role> roles, string? organisation)
    {
        if (roles.IsDefaultOrEmpty)
        {
            return Invalid(RefusalCode.RolesMissing, "roles", "Give at least one role: without one, the person could do nothing.");
        }

        if (roles.Any(role => role is Role.Clock or Role.Feed or Role.Participant || !Enum.IsDefined(role)))
        {
            return Invalid(RefusalCode.RoleNotForPeople, "roles", "The clock and the feeds are not people, and a participant is not staff. Choose a role that somebody can have.");
        }

        return (roles.Contains(Role.Provider) || roles.Contains(Role.Supervisor), decision.State.Organisation(organisation)) switch
        {
            (true, { IsClosed: false }) => null,
            (true, _) => Invalid(RefusalCode.OrganisationUnknown, "organisation", "A provider or supervisor belongs to an organisation of the directory that is open. Choose one, or add it first."),
            (false, null) when organisation is null => null,
            _ => Invalid(RefusalCode.OrganisationUnknown, "organisation", "Only a provider or supervisor has an organisation. Leave it out, or give the role."),
        };
    }

    private static Refusal? TeamOf(StaffDecision decision, string? team) => team is null || decision.State.Team(team) is { IsClosed: false }
        ? null
        : Invalid(RefusalCode.TeamUnknown, "team", "The programme has no open team of this id. Choose one, or add it first.");

    private static Refusal? Phone(string? phone) => LineOrNull(phone) is not { } number || Telephone.IsOne(number)
        ? null
        : Invalid(RefusalCode.TelephoneInvalid, "phone", $"{Telephone.WouldTake}, or leave it out.");
}
