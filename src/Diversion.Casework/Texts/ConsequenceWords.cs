using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.DataRights;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Texts;

/// <summary>
/// What follows from a command in addition to its own effect, one sentence each: before it is sent, and after. Contains no
/// typed text and no names.
/// </summary>
internal static class ConsequenceWords
{
    /// <param name="events">What the command raised.</param>
    /// <param name="after">The state after them.</param>
    /// <param name="done">True after it was sent; otherwise the sentences say what would follow.</param>
    public static IReadOnlyList<string> Of(AgreementCommand command, IReadOnlyList<AgreementEvent> events, AgreementState after, RecordVisibility visible, bool done)
    {
        var told = new List<string>();
        for (var place = 0; place < events.Count; place++)
        {
            if ((place > 0 || !IsSaid(command, events[place])) && IsTheirs(events[place], visible) && Of(events[place], after, done) is { } sentence)
            {
                told.Add(sentence);
            }
        }

        return [.. told.Distinct()];
    }

    /// <summary>The first event is the command's own and is left out, unless the command's name does not say how it ends.</summary>
    private static bool IsSaid(AgreementCommand command, AgreementEvent happened) => (command, happened) switch
    {
        (TermCommand.FailCondition, _) => true,
        (_, ConditionEvent.ConditionFailed) => false,
        (_, TellingEvent.PersonAnswered or ComplaintEvent.ComplaintMade or DataRequestEvent.DataRequestReceived or VictimEvent.VictimRequestMade) => false,
        (_, TermEvent.TermExtended) => false,
        (TermCommand.VaryAgreement, ConditionEvent.ConditionWaived) => false,
        (_, ReferralEvent.Referred or ReferralEvent.EligibilityApproved) => false,
        (_, OfferEvent.OfferMade or OfferEvent.AgreementSigned) => false,
        (_, TermEvent.KeyWorkerChanged or TermEvent.CoverArranged) => false,
        (TermCommand.AddNote, TermEvent.NoteAdded) => false,
        (_, TransferEvent.TransferredOut or TransferEvent.TransferTakenBack or TransferEvent.TransferConfirmed) => false,
        (_, FollowUpEvent.DepartureRecorded) => false,
        (_, TransferEvent.TeamAsked or TransferEvent.CourtesySupervisionArranged) => false,
        _ => true,
    };

    /// <summary>Partners are told only about conditions; about the victim, only those who see the victim.</summary>
    private static bool IsTheirs(AgreementEvent happened, RecordVisibility visible) => happened switch
    {
        VictimEvent e => visible.SeesVictim(e.Number),
        ConditionEvent or ConditionKindEvent => true,
        _ => visible.Timeline,
    };

    private static string? Of(AgreementEvent happened, AgreementState after, bool done) => happened switch
    {
        ReferralEvent.Referred e => Say(
            done,
            $"The safeguarding check and the domestic-abuse check are requested. Their answers are due by {Wording.By(e.SafeguardingCheck.Due)}, and no offer can be made before.",
            $"The answers to both checks are due by {Wording.By(e.SafeguardingCheck.Due)}."),
        ReferralEvent.EligibilityApproved => done ? null : "The officer can make an offer.",
        OfferEvent.OfferMade e => $"The offer lapses on {Words.Moment(e.LapsesAt)} unless it is signed before.",
        OfferEvent.AgreementSigned e => Say(
            done, $"The agreement runs to the end of {Words.Date(e.LastDay)}.", $"The agreement runs to the end of {Words.Date(e.LastDay)}."),
        ConditionKindEvent e => OfKind(e, after, done),
        TermEvent.KeyWorkerChanged => done ? null : "The person gets another key worker, and is told by email if they agreed to emails.",
        TransferEvent.TeamAsked e => $"The manager of the team that is asked answers by {Wording.By(e.Answer.Due)}, and can read the case until then. The key worker goes on meanwhile.",
        TransferEvent.CourtesySupervisionArranged e => $"The key worker asks there how it goes by {Wording.By(e.Review.Due)}. It ends by itself at the end of {Words.Date(e.Until)}.",
        TransferEvent.TransferredOut e => $"The case ends here, and nothing else is due on it. A programme lead records that the other side has it by {Wording.By(e.Confirm.Due)}.",
        TransferEvent.TransferTakenBack => Say(done, "The case runs here again. What fell due meanwhile falls due at once.", "The case runs here again."),
        TransferEvent.TransferConfirmed => Say(done, "It cannot be taken back any more, and the bundle is not given out any more.", "The bundle is not given out any more."),
        TransferEvent.CourtesySupervisionEnded => Say(done, "The courtesy supervision ends.", "The courtesy supervision ended."),
        TermEvent.CoverArranged e => Say(done, "The cover ends by itself after its last day.", $"The cover ends by itself at the end of {Words.Date(e.Until)}."),
        TermEvent.CoverEnded => Say(done, "The cover ends.", "The cover ended."),
        BreachEvent.FailureRecorded e when after.Failures.LastOrDefault(failure => failure.Id == e.FailureId) is { Held: not null } held =>
            $"The failure is kept but does not count: {NewsWords.Why(held)}.",
        BreachEvent.FailureRecorded => Say(done, "An unexcused failure counts against the person.", "An unexcused failure was counted against the person."),
        BreachEvent.FailureAnnulled { ToldAt: not null } => Say(
            done,
            "A failure no longer counts against the person. A programme lead and the team manager are told.",
            "A failure no longer counts against the person. A programme lead and the team manager were told."),
        BreachEvent.FailureAnnulled => Say(done, "A failure no longer counts against the person.", "A failure no longer counts against the person."),
        BreachEvent.WarningIssued e => Say(done, $"The person gets a {Words.Of(e.Level)} warning.", $"A {Words.Of(e.Level)} warning was given."),
        BreachEvent.WarningWithdrawn e => Say(done, $"Warning {e.Number} no longer counts.", $"Warning {e.Number} no longer counts."),
        BreachEvent.BreachProposed e => Say(
            done,
            "A breach is proposed, and a programme lead decides it.",
            $"A breach was proposed. A programme lead decides it by {Wording.By(e.Decide.Due)}."),
        BreachEvent.AnswerAwaited e => $"The person may answer until {Wording.By(e.Until.Due)}, and a programme lead decides by {Wording.By(e.Decide.Due)}.",
        TellingEvent.PersonAnswered { Late: true } => Say(
            done, "The breach is decided already. The answer is kept, and a programme lead is told.", "The breach had been decided. The answer was kept, and a programme lead was told."),
        TellingEvent.PersonAnswered { Kind: NewsKind.Warning } e => Contested(e, done),
        TellingEvent.PersonAnswered { Decide: { } decide } => $"A programme lead decides the breach by {Wording.By(decide.Due)}.",
        DataRequestEvent.DataRequestReceived e => $"A programme lead answers the request by {Wording.By(e.Answer.Due)}.",
        ComplaintEvent.ComplaintMade e => $"The {Words.Of(e.Owner)} acknowledges the complaint by {Wording.By(e.Acknowledge.Due)} and answers it by {Wording.By(e.Answer.Due)}.",
        BreachEvent.AgreementBreached => Say(
            done, "The agreement ends. The case goes back to the police for charge.", "The agreement ended. The case is back with the police for charge."),
        TermEvent.AgreementCompleted => Say(
            done, "The agreement is completed. The person is not charged.", "The agreement was completed. The person will not be charged."),
        FollowUpEvent.DepartureRecorded => Say(done, "Results of follow-up that end later are not owed any more.", "Results of follow-up that end later are not owed any more."),
        TermEvent.CaseOutcomeDue e => Say(
            done,
            $"The police officer must record what happened to the case by {Wording.By(e.Record.Due)}.",
            $"The police officer must record what happened to the case by {Wording.By(e.Record.Due)}."),
        TermEvent.AgreementVaried e => Version(done, e.Version),
        TermEvent.TermExtended { Version: > 0 } e => Version(done, e.Version),
        ConditionEvent.ConditionKept e => Say(done, $"{Condition(after, e.ConditionId)}: the condition is kept.", $"{Condition(after, e.ConditionId)}: the condition was kept."),
        ConditionEvent.ConditionReopened e => Say(
            done,
            $"{Condition(after, e.ConditionId)}: the condition opens again, and a programme lead is told.",
            $"{Condition(after, e.ConditionId)}: the condition is open again. A programme lead was told."),
        ConditionEvent.ConditionWaived e => done ? $"{Condition(after, e.ConditionId)}: the condition was waived." : null,
        ConditionEvent.ConditionFailed e => Say(
            done,
            $"{Condition(after, e.ConditionId)}: the condition ends as failed. A programme lead decides what happens next.",
            $"{Condition(after, e.ConditionId)}: the condition ended as failed. A programme lead decides what happens next by {Wording.By(e.Settle.Due)}."),
        ConditionEvent.ConditionBlocked e => Say(
            done,
            $"{Condition(after, e.ConditionId)}: the condition cannot go on as agreed. A programme lead waives or replaces it.",
            $"{Condition(after, e.ConditionId)}: the condition cannot go on as agreed. A programme lead waives or replaces it by {Wording.By(e.Settle.Due)}."),
        TermEvent.NoteAdded { Read: { } read } => $"The key worker must read the note by {Wording.By(read.Due)}.",
        BreachEvent.FailureCounted => "A failure that did not count before counts now.",
        TellingEvent.PersonToBeTold { Appointment: not null } when !done => "The person must be told about it by letter or in another way: they cannot be sent an email.",
        TellingEvent.PersonToBeTold e => $"The person must be told about {NewsWords.Of(e.Kind, e.Number, e.Appointment)} by {Wording.By(e.By.Due)}.",
        VictimEvent.VictimRequestMade e =>
            $"The team manager acknowledges the request by {Wording.By(e.Acknowledge.Due)}. Somebody of a higher rank who had no part in the case looks at it, and the victim is answered by {Wording.By(e.Answer.Due)}.",
        VictimEvent.VictimToBeTold e => $"{VictimWords.Start(after.Victims, e.Victim)} must be told about the {Words.Of(e.News)} by {Wording.By(e.By.Due)}.",
        _ => null,
    };

    /// <summary>Nothing follows from one more objection to a warning that waits for a decision already.</summary>
    private static string? Contested(TellingEvent.PersonAnswered e, bool done)
    {
        var told = !e.TellLead ? null : done ? "A programme lead was told." : "A programme lead is told.";
        return e.Decide is { } decide ? $"{told} A sergeant or a lead who did not give the warning decides by {Wording.By(decide.Due)}.".TrimStart() : told;
    }

    private static string? OfKind(ConditionKindEvent happened, AgreementState after, bool done)
    {
        var kind = ConditionDescriptors.Of(happened.Kind);
        return kind.Began(happened) is { Arrange: { } by } began
            ? $"{Condition(after, began.ConditionId)}: {Words.Lower(TaskTexts.Of(by.Rule).What)} by {Wording.By(by.Due)}."
            : kind.Consequence(happened, id => Condition(after, id), done);
    }

    private static string Version(bool done, int number) => Say(
        done,
        $"The agreement gets version {number}, to be printed and signed.",
        $"Version {number} of the agreement was made. Print it and have it signed.");

    private static string Condition(AgreementState state, string id)
    {
        var words = ConditionWords.Of(state, id);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Say(bool done, string before, string after) => done ? after : before;
}
