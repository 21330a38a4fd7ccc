using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Support;

internal static class SupportEvolution
{
    public static AgreementState Evolve(AgreementState state, SupportEvent happened) => happened switch
    {
        SupportEvent.HealthCheckOffered e => With(state, new HealthCheck(e.Provider, e.At)),
        SupportEvent.HealthCheckAnswered e => Owed(With(state, Known(state) with { Accepted = e.Accepted }).Settled(HealthCheck.DoneId), HealthCheck.DoneId, e.Do),
        SupportEvent.HealthCheckDone e => With(state, Known(state) with { DoneOn = e.On }).Settled(HealthCheck.DoneId),
        SupportEvent.OnwardReferred e => Owed(With(state, Known(state) with { Onward = Known(state).Onward.Add(new OnwardReferral(e.Number, e.Kind, e.On)) }), HealthCheck.OutcomeId(e.Number), e.Outcome),
        SupportEvent.OnwardOutcomeRecorded e => With(
            state, Known(state) with { Onward = [.. Known(state).Onward.Select(one => one.Number == e.Number ? one with { Outcome = e.Outcome } : one)] }).Settled(HealthCheck.OutcomeId(e.Number)),
        SupportEvent.MentorMatched e => Asked(state with { Support = state.Support with { Mentorings = state.Support.Mentorings.Add(new Mentoring(e.Number, e.Mentor, e.Organisation, e.At)) } }, e.Number, e.Meet),
        SupportEvent.MentorMet e => Asked(
            Change(state, e.Number, one => one with { Met = one.Met + 1, Meetings = [.. one.Meetings.TakeLast(Mentoring.KeptMeetings - 1), new MentorMeeting(e.On, e.How)] }), e.Number, e.Next),
        SupportEvent.MentoringEnded e => Change(state, e.Number, one => one with { Ended = new MentoringEnd(e.Cause, e.At, e.By) }).Settled(Mentoring.MeetingId(e.Number)),
        SupportEvent.MentorRefused e => Change(state, e.Number, one => one with { RefusedOn = e.On }),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static HealthCheck Known(AgreementState state) =>
        state.Support.HealthCheck ?? throw new InvalidOperationException($"Agreement {state.Id} has no health check that was offered.");

    private static AgreementState With(AgreementState state, HealthCheck changed) => state with { Support = state.Support with { HealthCheck = changed } };

    private static AgreementState Change(AgreementState state, int number, Func<Mentoring, Mentoring> change) =>
        state with { Support = state.Support with { Mentorings = [.. state.Support.Mentorings.Select(one => one.Number == number ? change(one) : one)] } };

    private static AgreementState Asked(AgreementState state, int number, Deadline meet) =>
        state.Settled(Mentoring.MeetingId(number)).WithObligation(Mentoring.MeetingId(number), Mentoring.TrackOf(number), meet, Addressee.Provider, afterEnd: true);

    private static AgreementState Owed(AgreementState state, string id, Deadline? deadline) =>
        state.WithObligation(id, HealthCheck.Track, deadline, Addressee.Provider, afterEnd: true);
}
