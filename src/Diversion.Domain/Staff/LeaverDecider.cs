using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Staff;

/// <summary>Somebody leaves the programme at the end of a day. Whoever depends on them is provided for before.</summary>
internal static class LeaverDecider
{
    public static Refusal? Record(StaffDecision decision, StaffCommand.RecordLeaver command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        if (command.LastDay < decision.Today)
        {
            return PeopleDecider.Invalid(RefusalCode.DateInPast, "lastDay", $"{Words.Date(command.LastDay)} is in the past. For somebody who has gone, give today.");
        }

        if (command.LastDay > decision.Today.PlusYears(1))
        {
            return PeopleDecider.Invalid(RefusalCode.ValueOutOfRange, "lastDay", "The last day is more than a year away. Record it nearer the time.");
        }

        if (person.LastDay == command.LastDay)
        {
            return null;
        }

        if (person.Is(Role.ProgrammeLead) && PeopleDecider.IsLastLead(decision, person))
        {
            return PeopleDecider.LastLead(person);
        }

        if (decision.State.Teams.FirstOrDefault(team => !team.IsClosed && team.Manager == person.Id) is { } managed)
        {
            return new Refusal.RuleForbids(RefusalCode.TeamManaged, $"{person.Name} manages {managed.Name}. Give the team another manager first.");
        }

        return decision.Facts.OpenCases + decision.Facts.Facilitated is var cases and > 0
            ? HasCases(person.Name, cases)
            : decision.Raise(new StaffEvent.LeavingRecorded(person.Id, command.LastDay, WorkingCalendar.EndOf(command.LastDay)));
    }

    public static Refusal? Cancel(StaffDecision decision, StaffCommand.CancelLeaver command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        return person.LastDay is null ? null : decision.Raise(new StaffEvent.LeavingCancelled(person.Id));
    }

    /// <summary>Who has left covers for nobody any more.</summary>
    public static void Follow(StaffDecision decision, string left)
    {
        foreach (var person in decision.State.People)
        {
            if (person.Cover is { } cover && (cover.By == left || person.Id == left))
            {
                decision.Raise(new StaffEvent.CoverEnded(person.Id));
            }
        }
    }

    public static Refusal HasCases(string name, int open) => new Refusal.RuleForbids(
        RefusalCode.CasesOpen, $"{name} has {(open == 1 ? "1 open case" : $"{open} open cases")}. Pass on each of them first, so that nobody is left without a worker.");
}
