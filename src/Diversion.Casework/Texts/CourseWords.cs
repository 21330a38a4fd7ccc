using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Breach;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for the offer, the term and a breach.</summary>
internal static class CourseWords
{
    public static string Of(OfferEvent happened) => happened switch
    {
        OfferEvent.OfferMade e => $"An offer with {Wording.Count(e.Conditions.Length, "condition")} was made: {Wording.List(e.Conditions, terms => Words.Of(terms.Kind))}. It holds until {Wording.At(e.LapsesAt)}.",
        OfferEvent.OfferWithdrawn => "The offer was withdrawn.",
        OfferEvent.OfferDeclined => "The offer was declined.",
        OfferEvent.OfferLapsed => "The offer lapsed.",
        OfferEvent.AgreementSigned e => $"The agreement was signed on {Words.Date(e.SignedOn)} and runs to the end of {Words.Date(e.LastDay)}. Key worker: {e.KeyWorker.Name}.",
        _ => throw Wording.Missing(happened),
    };

    public static string Of(TermEvent happened, VictimsState victims) => happened switch
    {
        TermEvent.KeyWorkerChanged { Meet: { } meet } e => $"{e.KeyWorker.Name} is the key worker now. The case is handed over in a meeting by {Wording.At(meet.Due)}.",
        TermEvent.KeyWorkerChanged e => $"{e.KeyWorker.Name} is the key worker now.",
        TermEvent.HandoverRecorded { Meeting: HandoverMeeting.NotHeld } => "The key workers could not meet to hand the case over.",
        TermEvent.HandoverRecorded e => $"The key workers met on {Words.Date(e.On)} to hand the case over, {(e.Meeting == HandoverMeeting.WithPerson ? "with" : "without")} the person.",
        TermEvent.CoverArranged e => $"{e.Worker.Name} covers for the key worker until the end of {Words.Date(e.Until)}.",
        TermEvent.CoverEnded => "The cover ended: the key worker does the work again.",
        TermEvent.AgreementVaried e => $"Version {e.Version} of the agreement: added {Wording.List(e.Added, ConditionWords.Of)}; removed {Wording.List(e.Removed, ConditionWords.Of)}.",
        TermEvent.TermExtended e => $"The term was extended to {Words.Date(e.LastDay)}, {Wording.Count(e.DaysInAll, "day")} in all.",
        TermEvent.ConcludingBegan e => $"The term is over; {Wording.List(e.Open, open => ObligationWords.Of(open, victims), "nothing")} is to be settled by {Wording.At(e.Until)}.",
        TermEvent.ConcludingExpired e => $"The time to settle records is over, and these are still missing: {Wording.List(e.Open, open => ObligationWords.Of(open, victims))}. A lead was told.",
        TermEvent.AgreementCompleted => "The agreement was completed: every condition was kept or waived. No charge follows.",
        TermEvent.AgreementDiscontinued e => $"The agreement was discontinued without fault: {Words.Of(e.Cause)}.",
        TermEvent.NoteAdded { ConditionId: { } id } => $"A note on the condition {ConditionWords.Of(id)} was added. The partner who carries it out can read it.",
        TermEvent.PartnerNotesRead e => $"The notes of the partner on the condition {ConditionWords.Of(e.ConditionId)} were read.",
        TermEvent.CaseOutcomeDue e => $"The case went back to the police officer, who must record what happened to it by {Wording.At(e.Record.Due)}.",
        TermEvent.CaseOutcomeRecorded e => $"What happened to the case was recorded: {Words.Of(e.Result)} on {Words.Date(e.On)}, Home Office outcome {e.Code}.",
        TermEvent.CaseOutcomeCorrected e => $"What happened to the case was corrected: {Words.Of(e.Result)} on {Words.Date(e.On)}, Home Office outcome {e.Code}.",
        TermEvent.LateNewsReceived e => $"Told after the end of what happened on {Words.Date(e.HappenedOn)}: {e.What}{(e.ConditionId is { } id ? $" ({ConditionWords.Of(id)})" : "")}. It was kept, and a lead looks at it. The status does not change.",
        TermEvent.NoteAdded => "A note was added.",
        TermEvent.OwnerReminded e => $"The {Words.Of(e.Owner)} was reminded of {ObligationWords.Of(e.Obligation, victims)}, due by {Wording.At(e.Due)}.",
        TermEvent.ObligationEscalated e when e.At < e.Due => $"Still to do by {Wording.At(e.Due)}: {ObligationWords.Of(e.Obligation, victims)}. The {Words.Of(e.To)} was told.",
        TermEvent.ObligationEscalated e => $"Overdue since {Wording.At(e.Due)}: {ObligationWords.Of(e.Obligation, victims)}. The {Words.Of(e.To)} was told.",
        TermEvent.AlertAcknowledged => "A lead has seen an alert.",
        TermEvent.MessageUndelivered { Fails: { } failing } => $"A message could not be delivered, since the person's {(failing == ContactField.Email ? "email address" : "telephone number")} takes none. A lead was told. Nothing more is sent there until it is put right.",
        TermEvent.MessageUndelivered => "A message could not be delivered; a lead was told.",
        _ => throw Wording.Missing(happened),
    };

    public static string Of(BreachEvent happened) => happened switch
    {
        BreachEvent.FailureRecorded e => $"Failure recorded: {Words.Of(e.Kind)}{(e.ConditionId is { } id ? $" ({ConditionWords.Of(id)})" : "")}{On(e)}.",
        BreachEvent.FailureAnnulled { ToldAt: not null } => "A failure that counted was excused. It does not count any more. A lead and the team manager were told.",
        BreachEvent.FailureAnnulled => "A failure was excused. It does not count.",
        BreachEvent.FailureHeld { Reason: HeldReason.SameAbsence } => "The failure does not count: it is an absence that counts already, or that was excused.",
        BreachEvent.FailureHeld e => $"The failure does not count: the person had not been told of warning {e.Warning} when it happened.",
        BreachEvent.FailureCounted => "The failure counts.",
        BreachEvent.WarningIssued { Level: WarningLevel.First } e => $"First warning given (warning {e.Number}).",
        BreachEvent.WarningIssued e => $"Final warning given (warning {e.Number}).",
        BreachEvent.WarningWithdrawn { Because: WithdrawnBecause.FailureExcused } e => $"Warning {e.Number} was withdrawn and does not count: the failure that brought it was excused.",
        BreachEvent.WarningWithdrawn { Because: WithdrawnBecause.GivenTooEarly } e => $"Warning {e.Number} was withdrawn and does not count: the person had not been told of the one before.",
        BreachEvent.WarningWithdrawn e => $"Warning {e.Number} was withdrawn and does not count.",
        BreachEvent.ContestDecided { Decision: ContestDecision.Upheld } e => $"Warning {e.Number}, which the person contests, was looked at again: it stays and counts.",
        BreachEvent.ContestDecided e => $"Warning {e.Number}, which the person contests, was looked at again: it does not stay.",
        BreachEvent.ViolenceRecorded e => $"Violence on {Words.Date(e.OccurredOn)} was recorded.",
        BreachEvent.BreachProposed e => $"Breach {e.Number} was proposed: {Words.Of(e.Cause)}. A lead decides by {Wording.At(e.Decide.Due)}.",
        BreachEvent.AnswerAwaited e => $"The person may answer the proposed breach until {Wording.At(e.Until.Due)}. A lead decides by {Wording.At(e.Decide.Due)}.",
        BreachEvent.AnswerTimeEnded => "The time to answer the proposed breach is over, and no answer has come. The lead was told.",
        BreachEvent.ChargeByAlerted e => $"Breach {e.Number} is undecided, {Wording.Count(e.DaysLeft, "day")} before the charge-by date. The lead was told again.",
        BreachEvent.BreachDecided { EarlyReason: not null } e => $"Breach {e.Number} was decided before the person had answered: {Decision(e.Decision)}.",
        BreachEvent.BreachDecided e => $"Breach {e.Number} was decided: {Decision(e.Decision)}.",
        BreachEvent.AgreementBreached => "The agreement ended as breached; the case goes back to the officer for charge.",
        _ => throw Wording.Missing(happened),
    };

    private static string On(BreachEvent.FailureRecorded e) => e.HappenedAt is { } at ? $" on {Words.Date(at)}" : "";

    public static string Of(TellingEvent happened) => happened switch
    {
        TellingEvent.PersonToBeTold e => $"The person must be told about {NewsWords.Of(e.Kind, e.Number, e.Appointment)} by {Wording.At(e.By.Due)}.",
        TellingEvent.PersonTold { Corrected: true } e => $"Corrected: the person was told about {NewsWords.Of(e.News)} {NewsWords.How(e.How)} on {Wording.At(e.ToldAt)}.",
        TellingEvent.PersonTold e => $"The person was told about {NewsWords.Of(e.News)} {NewsWords.How(e.How)} on {Wording.At(e.ToldAt)}.",
        TellingEvent.PersonAnswered e => Answered(e),
        _ => throw Wording.Missing(happened),
    };

    private static string Answered(TellingEvent.PersonAnswered e)
    {
        var about = NewsWords.Of(e.News);
        var how = e.Through is { } through ? $"through {through}" : NewsWords.How(e.How);
        var what = e.Kind == NewsKind.Warning ? $"The person contested {about}" : e.Declines ? $"The person does not wish to answer {about}" : $"The person answered {about}";
        return $"{(e.Corrects is { } old ? $"Correction of answer {old}: " : "")}{what} {how} on {Wording.At(e.AnsweredAt)}."
            + (e.Late ? " It had been decided before. The decision does not change, and a lead was told." : "")
            + (e.Decide is { } decide ? $" A {(e.Kind == NewsKind.Warning ? "sergeant or a lead who did not give it" : "lead")} decides by {Wording.At(decide.Due)}." : "");
    }

    private static string Decision(BreachDecision decision) => decision switch
    {
        BreachDecision.Confirm => "confirmed",
        BreachDecision.Continue => "the agreement goes on with a final warning",
        BreachDecision.Vary => "the agreement is varied",
        BreachDecision.Extend => "the term is extended",
        _ => Words.Of(decision),
    };
}
