using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;

namespace Diversion.Domain.Trials;

/// <summary>The arm that a person in fact received, kept apart from the arm allocated.</summary>
/// <param name="On">Signed; or the day of what happened to the case instead.</param>
/// <param name="CrossoverReason">Why it is another one than was allocated; null when it is the same.</param>
/// <param name="FirstMeetingAt">The first supervision meeting that was attended after the signing.</param>
public sealed record ReceivedArm(TrialArm Arm, LocalDate On, string? CrossoverReason = null, Instant? FirstMeetingAt = null)
{
    /// <summary>Signing is recorded by the day: 72 hours after it have passed at the end of the third day.</summary>
    private const int MeetingWithinDays = 3;

    /// <returns>Null when the case has no arm, or it is not known yet what the person receives.</returns>
    public static ReceivedArm? Of(AgreementState state)
    {
        if (state.Referral.Allocation is not { } allocated)
        {
            return null;
        }

        if (allocated.Crossover is { } crossover)
        {
            return new(crossover.Received, crossover.On, crossover.Received == allocated.Arm ? null : crossover.Reason, FirstMeeting(state));
        }

        if (state.Term is { } term)
        {
            return new(TrialArm.Programme, term.SignedOn, allocated.Arm == TrialArm.Programme ? null : "An agreement was signed.", FirstMeeting(state));
        }

        return (allocated.Arm, state) switch
        {
            (TrialArm.Control, { CaseOutcome: { } outcome }) => new(TrialArm.Control, outcome.On),
            (TrialArm.Programme, { IsTerminal: true, EndedAt: { } ended }) =>
                new(TrialArm.Control, WorkingCalendar.DateOf(ended), $"The agreement was not signed: {Words.Of(state.Status)}."),
            _ => null,
        };
    }

    /// <summary>Whether the person counts as treated by the protocol's rule.</summary>
    public bool IsTreated(TreatmentRule rule) => Arm == TrialArm.Programme && rule switch
    {
        TreatmentRule.Signed => true,
        TreatmentRule.SignedAndMetWithin72Hours => FirstMeetingAt is { } met && WorkingCalendar.DateOf(met) <= On.PlusDays(MeetingWithinDays),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    private static Instant? FirstMeeting(AgreementState state)
    {
        var held = state.Conditions.OfType<SupervisionCondition>().SelectMany(condition => condition.Appointments)
            .Where(meeting => meeting.Status is AppointmentStatus.Attended or AppointmentStatus.Late).Select(meeting => meeting.StartsAt).ToArray();
        return held.Length == 0 ? null : held.Min();
    }
}
