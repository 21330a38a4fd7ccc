using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Sharing;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Agreements;

/// <summary>
/// One decision in progress. Each raised event is applied at once, so that the next step is decided on the state after it.
/// </summary>
internal sealed class DecisionContext(AgreementState state, AgreementCommand command, RulesInForce inForce)
{
    private readonly List<AgreementEvent> events = [];

    public AgreementState State { get; private set; } = state;

    public AgreementCommand Command { get; } = command;

    public IReadOnlyList<AgreementEvent> Events => events;

    public SchemeRules Scheme => inForce.Scheme;

    public WorkingCalendar Calendar => inForce.Calendar;

    public ImmutableArray<PossibleDuplicate> Duplicates => inForce.Duplicates;

    public ImmutableArray<TakenTime> OtherAppointments => inForce.OtherAppointments;

    public OpenTrial? Trial => inForce.Trial;

    /// <summary>What partner organisations may be told, by agreement with the programme.</summary>
    public IReadOnlyList<SharingAgreement>? Sharing => inForce.Staff.Sharing;

    public Instant Now => Command.At;

    public LocalDate Today => WorkingCalendar.DateOf(Command.At);

    /// <summary>The due moment that the clock is processing; null while a person's command is decided.</summary>
    public Instant? Moment { get; set; }

    /// <summary>
    /// The day from which working days after an ending are counted. When the clock ends an agreement, it ends with the last
    /// instant of a day, and that day counts, however late the clock woke up.
    /// </summary>
    public LocalDate EndingDay => Moment is { } moment ? WorkingCalendar.DateOf(moment - Duration.Epsilon) : Today;

    public void Raise(AgreementEvent happened)
    {
        events.Add(happened);
        State = Agreement.Evolve(State, happened);
    }

    private Deadlines Deadlines => new(Calendar, Scheme.Escalation);

    public Deadline InWorkingDays(string rule, int days) => Deadlines.InWorkingDays(rule, days, Now);

    public Deadline InWorkingDays(string rule, int days, Instant after) => Deadlines.InWorkingDays(rule, days, after);

    public Deadline InWorkingDays(string rule, int days, LocalDate after) => Deadlines.InWorkingDays(rule, days, after);

    public Deadline AtCloseOf(string rule, LocalDate date) => Deadlines.AtCloseOf(rule, date);

    public Deadline DueAt(string rule, Instant due) => Deadlines.At(rule, due);

    /// <summary>
    /// The scheme is the one that the command is decided with; a term past the end of the list of bank holidays is refused.
    /// </summary>
    public Refusal? CalendarCovers(LocalDate lastDay)
    {
        // Deadlines after the end (telling the victim, removing a tag, and their ladders) need working days too.
        var needed = lastDay.PlusDays(45);
        return Calendar.Covers(needed)
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.CalendarNotCovered,
                $"The list of bank holidays ends on {Words.Date(Calendar.To)}; {Words.Date(needed)} is needed. Add the later years to the bank-holiday file first.");
    }
}
