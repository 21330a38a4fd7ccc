using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

internal static class TermCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Actor by, Instant now)
    {
        // A team manager passes a case on within the teams that they manage.
        var colleague = CandidateCommands.Somebody with { Team = by.Manages is [var managed, ..] ? managed : state.KeyWorker?.Team };
        yield return new TermCommand.ChangeKeyWorker(colleague);
        yield return new TermCommand.RecordHandover(state.WorkerHandover?.Meeting == HandoverMeeting.WithPerson ? HandoverMeeting.WithoutPerson : HandoverMeeting.WithPerson, WorkingCalendar.DateOf(now));
        yield return new TermCommand.CoverCase(colleague, WorkingCalendar.DateOf(now));
        yield return new TermCommand.EndCover();
        var known = state.Referral.Offence;
        yield return new TermCommand.TakeOffenceIn(
            known with { Description = "An example of another offence.", CrimeNumber = $"{CandidateCommands.NewId}-{state.Referral.LastOffence}" }, true);
        foreach (var condition in state.Conditions)
        {
            yield return new TermCommand.WaiveCondition(condition.Id);
            yield return new TermCommand.FailCondition(condition.Id, FailureCause.Service);
            yield return new TermCommand.VaryAgreement(Remove: [condition.Id], ParticipantAgreed: true);
        }

        foreach (var terms in ConditionKinds.ExamplesFor(state))
        {
            yield return new TermCommand.VaryAgreement([terms], ParticipantAgreed: true);
            foreach (var condition in state.Conditions)
            {
                yield return new TermCommand.SubstituteCondition(condition.Id, terms, true);
            }
        }

        if (state.Term is { } term)
        {
            yield return new TermCommand.ExtendTerm(ExtensionLimit.EarliestDay(term, WorkingCalendar.DateOf(now)), true);
        }

        yield return new TermCommand.Discontinue(DiscontinuationCause.Other);
        if (CaseOutcomes.CanBeRecorded(state.Status))
        {
            // The reason is for a correction. The code differs from the recorded one, since the same code would change nothing.
            var code = state.CaseOutcome?.Code == "1" ? "1A" : "1";
            yield return new TermCommand.RecordCaseOutcome(CaseResult.Charged, code, WorkingCalendar.DateOf(now));
        }

        yield return new TermCommand.AddNote("An example.");
        foreach (var condition in state.Conditions.Where(condition => condition.Partner is not null))
        {
            yield return new TermCommand.AddNote("An example.", condition.Id);
        }

        foreach (var condition in state.Conditions.Where(condition => state.HasObligation(PartnerNotes.ReadId(condition.Id))))
        {
            yield return new TermCommand.ReadPartnerNotes(condition.Id);
        }

        foreach (var alert in state.Alerts)
        {
            yield return new TermCommand.AcknowledgeAlert(alert.Id);
        }
    }
}
