using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.Staff;

/// <summary>One decision in progress. Each raised event is applied at once.</summary>
internal sealed class StaffDecision(StaffState? state, StaffCommand command, StaffFacts facts)
{
    private readonly List<StaffEvent> events = [];
    private StaffState? current = state;

    public StaffState State => current!;

    public StaffFacts Facts => facts;

    public LocalDate Today => WorkingCalendar.DateOf(command.At);

    /// <summary>Leads are told from that day on until a sharing agreement was reviewed.</summary>
    public Deadline ReviewBy(LocalDate on) => facts.Deadlines!.AtCloseOf(RuleIds.SharingReview, on);

    /// <returns>Null: a decision that raised something was not refused.</returns>
    public Refusal? Raise(StaffEvent happened)
    {
        events.Add(happened);
        current = StaffEvolution.Evolve(current, happened);
        return null;
    }

    public Decision<StaffState, StaffEvent> End(Refusal? refusal) => new(refusal is null ? events : [], refusal, current!);
}

/// <summary>What casework has looked up for a decision.</summary>
/// <param name="Calendar">The working days.</param>
/// <param name="OpenCases">How many open cases the organisation of the command has, or the person as their key worker.</param>
public sealed record StaffFacts(WorkingCalendar Calendar, int OpenCases = 0)
{
    /// <summary>How many open cases the person facilitates.</summary>
    public int Facilitated { get; init; }

    /// <summary>Of the scheme in force; null where the command sets no deadline.</summary>
    public Deadlines? Deadlines { get; init; }
}
