using Diversion.Domain.Agreements;

namespace Diversion.Domain.Staff;

/// <summary>How much weight of cases a key worker and a team can carry. It informs whoever gives out cases, and refuses none.</summary>
internal static class CapacityDecider
{
    /// <summary>Of one person: more is no capacity but a mistake.</summary>
    private const int MostOfPerson = 1_000;

    private const int MostOfTeam = 100_000;

    public static Refusal? Set(StaffDecision decision, StaffCommand.SetCapacity command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        return !person.Is(Role.KeyWorker) ? PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "person", $"{person.Name} is no key worker, so no case is given to them. Change their roles first.")
            : Fault(command.Capacity, MostOfPerson) ?? (person.Capacity == command.Capacity ? null : decision.Raise(new StaffEvent.CapacitySet(person.Id, command.Capacity)));
    }

    public static Refusal? Set(StaffDecision decision, StaffCommand.SetTeamCapacity command) =>
        TeamDecider.Find(decision, command.Team, out var team) ?? Fault(command.Capacity, MostOfTeam)
        ?? (team.Capacity == command.Capacity ? null : decision.Raise(new StaffEvent.TeamCapacitySet(team.Id, command.Capacity)));

    private static Refusal.Invalid? Fault(int? capacity, int most) => capacity is < 1 || capacity > most
        ? new(RefusalCode.ValueOutOfRange, $"A capacity is a whole number from 1 to {most:N0}; leave it out where it is not known.") { Field = "capacity" }
        : null;
}
