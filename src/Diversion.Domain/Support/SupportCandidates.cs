using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Support;

internal static class SupportCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now, Func<AgreementCommand, RulesInForce> rulesOf)
    {
        var today = WorkingCalendar.DateOf(now);
        if (state.Status.IsRunning() && state.Support.HealthCheck is null or { Accepted: false })
        {
            var offer = new SupportCommand.OfferHealthCheck(CandidateCommands.NewId);
            yield return offer with { Provider = rulesOf(offer).Staff.Providers is [var listed, ..] ? listed : offer.Provider };
        }

        if (state.Support.OpenMentoring is { } open)
        {
            yield return new SupportCommand.LogMentorMeeting(open.Number, open.Meetings.Contains(new MentorMeeting(today, MentorContact.Met)) ? MentorContact.Spoke : MentorContact.Met, today);
            yield return new SupportCommand.EndMentoring(open.Number, MentoringEndCause.PersonSaysSo);
        }
        else if (state.Term is not null)
        {
            var match = new SupportCommand.MatchMentor(CandidateCommands.Somebody, CandidateCommands.NewId);
            yield return rulesOf(match).Staff.Partners is [var partner, ..] ? new SupportCommand.MatchMentor(partner.Person, partner.Organisation) : match;
        }

        if (state.Support.HealthCheck is not { } known)
        {
            yield break;
        }

        if (known.DoneOn is null)
        {
            // After the end nobody begins any more.
            yield return new SupportCommand.AnswerHealthCheck(known.Accepted is { } before ? !before : !state.IsTerminal);
        }

        yield return new SupportCommand.RecordHealthCheck(today);
        foreach (var kind in Enum.GetValues<OnwardKind>().Where(kind => !known.Onward.Any(one => one.Kind == kind && one.On == today)).Take(1))
        {
            yield return new SupportCommand.ReferOnward(kind, today);
        }

        foreach (var referral in known.Onward)
        {
            yield return new SupportCommand.RecordOnwardOutcome(referral.Number, referral.Outcome == OnwardOutcome.TakenUp ? OnwardOutcome.Finished : OnwardOutcome.TakenUp);
        }
    }
}
