using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.Staff;

/// <summary>Somebody answers for a member who is away. The cover of a single case is an event of the case (ADR 26).</summary>
internal static class StaffCoverDecider
{
    public static Refusal? Arrange(StaffDecision decision, StaffCommand.ArrangeCover command)
    {
        if ((PeopleDecider.Find(decision, command.Person, out var person) ?? PeopleDecider.Find(decision, command.CoveredBy, out _, "coveredBy")) is { } refused)
        {
            return refused;
        }

        var by = decision.State.Person(command.CoveredBy)!;
        if (by.Id == person.Id)
        {
            return PeopleDecider.Invalid(RefusalCode.CoverBySelf, "coveredBy", $"{person.Name} cannot cover for themselves. Choose somebody else.");
        }

        if (!by.TakesWork)
        {
            return PeopleDecider.Invalid(RefusalCode.StaffNotActive, "coveredBy", $"{by.Name} has not started yet or is about to leave. Choose somebody else to cover.");
        }

        if (command.Until < decision.Today)
        {
            return PeopleDecider.Invalid(RefusalCode.DateInPast, "until", $"{Words.Date(command.Until)} is in the past. Give the last day of the cover.");
        }

        var latest = decision.Today.PlusMonths(KeyWorkerDecider.LongestCoverMonths);
        if (command.Until > latest)
        {
            return PeopleDecider.Invalid(
                RefusalCode.ValueOutOfRange, "until", $"Cover lasts {KeyWorkerDecider.LongestCoverMonths} months at most, until {Words.Date(latest)}. For longer, pass the cases on.");
        }

        var cover = new StaffCover(by.Id, command.Until, WorkingCalendar.EndOf(command.Until));
        return person.Cover == cover ? null : decision.Raise(new StaffEvent.CoverArranged(person.Id, cover));
    }

    public static Refusal? End(StaffDecision decision, StaffCommand.EndCover command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        return person.Cover is null
            ? new Refusal.WrongState(RefusalCode.CoverNone, $"Nobody covers for {person.Name}, so there is no cover to end.")
            : decision.Raise(new StaffEvent.CoverEnded(person.Id));
    }
}
