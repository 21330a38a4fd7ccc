using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Tests.Properties;

/// <summary>What a step does to the agreement in its present state: mostly what somebody might do next, sometimes anything.</summary>
internal static class Choice
{
    public static (AgreementCommand Command, Actor? By) Of(AgreementState? state, Step step, Instant now)
    {
        if (state is null || step.What < 25)
        {
            return (new TimePassed(), Actor.Clock);
        }

        if (step.What < 32)
        {
            // An erasure ends everything, also what the other properties are about: KeepingTests. Unmet needs, consent to sharing, notice before an absence and the person's own page come below.
            AgreementCommand[] all =
            [
                .. Samples.EachCommand().Where(command =>
                    command is not (KeepingCommand or ReferralCommand.RecordUnmetNeed or ReferralCommand.MeetUnmetNeed or ReferralCommand.RecordSharingConsent or AppointmentCommand.RecordAbsenceNotice or OwnPageCommand)),
            ];
            return (all[step.How % all.Length], step.Which == 0 ? People.In((Role)(step.How % (1 + (int)Role.Clock))) : null);
        }

        if (step.What is 88 or 89 && state.Conditions.OfType<PathwayCondition>().FirstOrDefault() is { } noted)
        {
            return state.HasObligation($"partner-note/{noted.Id}")
                ? (new TermCommand.ReadPartnerNotes(noted.Id), null)
                : (new TermCommand.AddNote("Came early.", noted.Id), People.Provider);
        }

        if (step.What is 80 or 81 && state.FollowUpStart is not null && step.Which >= 5)
        {
            return (SideSteps.FollowUp(state, step, WorkingCalendar.DateOf(now)), step.How % 2 == 0 ? People.Lead : People.Analyst);
        }

        if (step.What == 85 && state.Status.IsRunning())
        {
            return (step.How % 3 == 0 ? SideSteps.OwnPage(state, step) : state.Cover is null ? new TermCommand.CoverCase(People.CoveringWorker, WorkingCalendar.DateOf(now).PlusDays(7)) : new TermCommand.EndCover(), null);
        }

        if (step.What == 80 && state.Referral.Allocation?.ResearchConsent is { } agreed)
        {
            return (new ReferralCommand.RecordResearchConsent(!agreed), null);
        }

        if (step.What == 81 && state.Status.IsRunning() && step.How % 2 == 0)
        {
            return (new ReferralCommand.ChangeContact(new ContactDetails(step.Which % 2 == 0, Email: step.How % 3 == 0 ? null : "robin@example.test")), null);
        }

        if (state.HandedOver is { IsConfirmed: false } && step.What < 60)
        {
            return (Settled(step), People.Lead);
        }

        if (step.What == 82 && state.Victims.All.FirstOrDefault(victim => victim.Requests.Any(request => request is { Acknowledged: null, Outcome: null })) is { } asking)
        {
            return (new VictimCommand.AcknowledgeVictimRequest(asking.Requests.First(request => request is { Acknowledged: null, Outcome: null }).Number, ToldHow.Letter) { Victim = asking.Number }, null);
        }

        if (step.What == 83 && state.Complaints.FirstOrDefault(complaint => complaint.IsOpen) is { } open)
        {
            return (new ComplaintCommand.WithdrawComplaint(open.Number), People.Lead);
        }

        if (step.What % 3 == 0 && state.Obligations.FirstOrDefault(open => open.Deadline.Rule is RuleIds.PathwayContact or RuleIds.PathwayContactNext) is { } unreached)
        {
            return (unreached.Deadline.Rule == RuleIds.PathwayContactNext
                ? new PathwayCommand.DecideContact(unreached.Track, (ContactNext)(step.How % 3))
                : new PathwayCommand.RecordContactAttempt(unreached.Track, (AttemptWay)(step.Which % 4), AttemptResult.NoAnswer, now - Duration.FromHours(step.How % 9)), null);
        }

        if (step.What % 5 == 1 && state.Obligations.FirstOrDefault(open => open.Deadline.Rule == RuleIds.WarningContest) is { } contested)
        {
            return (new BreachCommand.DecideContest(contested.About().Item!, (ContestDecision)(step.How % 2)), People.Sergeant);
        }

        if (step.What is 79 or 80 && state.Term is not null)
        {
            return SideSteps.Mentoring(state, step, WorkingCalendar.DateOf(now));
        }

        if (step.What is 77 or 78 && step.Which % 2 == 0 && state.Term is not null)
        {
            return (SideSteps.Exit(state, step, WorkingCalendar.DateOf(now)), People.Worker);
        }

        if (step.What is 76 or 77 or 78 && (state.Status.IsRunning() || state.Support.HealthCheck is not null))
        {
            return SideSteps.Support(state, step, WorkingCalendar.DateOf(now));
        }

        if (step.What is 81 or 82 or 83 && state.DataRequests.FirstOrDefault(known => known.IsOpen) is { } asked)
        {
            return (SideSteps.Next(asked, WorkingCalendar.DateOf(now)), People.Lead);
        }

        if (step.What is 82 or 84 && step.Which % 2 == 0)
        {
            return step.How % 5 != 4 ? (SideSteps.Visiting(state, step, now), People.Officer)
                : step.Which % 4 == 2 ? (new ReferralCommand.RecordSharingConsent(1, step.How % 2 == 0), People.Worker)
                : (SideSteps.Lacking(state, step), People.Officer);
        }

        if (step.What is 83 or 84 && state.Status.IsRunning())
        {
            return (Transferring(state, step, WorkingCalendar.DateOf(now)), People.Lead);
        }

        if (step.What is 86 or 87 && state.Conditions.Any(condition => condition.ForVictim is not null))
        {
            return (new VictimCommand.RecordVictimViews(null, step.How % 2 == 0) { Victim = AnyVictim(state, step), WantsCompensation = step.How % 3 == 0 }, null);
        }

        var by = step.Which % 3 == 0 ? People.OtherLead : null;
        var command = state.Status switch
        {
            _ when step.What is >= 32 and < 44 && state.Obligations.FirstOrDefault(open => open.Id.StartsWith("notice/", StringComparison.Ordinal)) is { } unread =>
                new NoReoffendingCommand.ReviewCustodyNotice(unread.Id["notice/".Length..]),
            AgreementStatus.Offered when step.What is >= 44 and < 47 => new OfferCommand.DeclineOffer(),
            AgreementStatus.Referred or AgreementStatus.Eligible or AgreementStatus.Offered => Early(state, step, now),
            AgreementStatus.BreachReview when step.What < 50 => Decide(state, step),
            _ when step.What is >= 50 and < 56 && state.IsTerminal => new TermCommand.RecordCaseOutcome(
                Domain.Schemes.CaseResult.Charged, step.How % 2 == 0 ? "1" : "1A", WorkingCalendar.DateOf(now))
            { Reason = "As decided." },
            _ when step.What is >= 50 and < 60 && state.Conditions.OfType<NoReoffendingCondition>().SelectMany(own => own.OpenArrests).FirstOrDefault() is { } arrest =>
                new NoReoffendingCommand.SettleArrest(arrest.Id),
            _ when step.What >= 90 => OfTheWhole(state, step, now),
            _ => ConditionSteps.Of(state, step, now),
        };
        return (command, by is not null && CommandCatalogue.Of(command).Roles.Contains(by.Role) ? by : null);
    }

    private static AgreementCommand Early(AgreementState state, Step step, Instant now) => (step.What % 12) switch
    {
        0 when step.How % 3 == 1 => Further(state, step),
        0 => new ReferralCommand.RecordFacts(Brought.CleanFacts),
        1 => new ReferralCommand.RecordRisk("OASys", step.How, null, Domain.Eligibility.RiskBand.Medium),
        2 => new ReferralCommand.RecordCheck(CheckKind.Safeguarding, step.How % 5 == 0),
        3 => new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, step.How % 5 == 0),
        4 => OfAVictim(state, step),
        5 => new VictimCommand.RecordVictimViews(null) { Victim = AnyVictim(state, step) },
        7 when step.How % 6 == 1 => new ReferralCommand.LeaveOutOfTrial(),
        6 or 7 => new ReferralCommand.ApproveEligibility(),
        9 when step.How % 5 == 0 => step.Which == 0 ? new ReferralCommand.FindNotEligible() : new ReferralCommand.AllocateArm().With(Trialled.Drawn((TrialArm)(step.Which % 2)).Drawn! with { ResearchConsent = true }),
        8 => Brought.Offer(new ConditionTerms.Compensation(1_000, 1 + (step.How % 3), 1 + (step.How % 6), AnyVictim(state, step)), new ConditionTerms.LetterOfApology(step.How % 2 == 0 ? null : People.RestorativeFacilitator, AnyVictim(state, step))),
        9 => Brought.Offer([.. Brought.Five().Where((_, i) => ((step.How >> i) & 1) == 1)]),
        10 => step.How % 4 == 0 ? new OfferCommand.WithdrawOffer() : Sign(now),
        _ => state.Status == AgreementStatus.Offered ? Sign(now) : new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Group = step.How % 2 == 0 ? "sexual" : "theft" }),
    };

    private static VictimCommand OfAVictim(AgreementState state, Step step) => (step.How % 8) switch
    {
        0 => new VictimCommand.RecordVictim(false),
        1 or 2 => new VictimCommand.RecordVictim(true, step.Which % 4 == 0, $"Val {step.Which % 3}"),
        3 => new VictimCommand.RecordVictim(true, step.Which % 2 == 0, $"Vic {step.Which}") { Victim = AnyVictim(state, step) },
        4 => new VictimCommand.RemoveVictim { Victim = AnyVictim(state, step) },
        5 => new VictimCommand.OptVictimOut { Victim = AnyVictim(state, step) },
        6 => new VictimCommand.OptVictimIn { Victim = AnyVictim(state, step) },
        _ => new VictimCommand.RecordVictim(true, step.Which % 2 == 0),
    };

    private static int? AnyVictim(AgreementState state, Step step) => state.Victims.All.IsEmpty ? null : state.Victims.All[step.How % state.Victims.All.Length].Number;

    private static AgreementCommand Further(AgreementState state, Step step)
    {
        var offence = People.Theft with { CrimeNumber = $"CRI/{step.Which % 4}" };
        return (step.Which % 5) switch
        {
            0 => new ReferralCommand.CorrectOffence(state.Referral.LastOffence, offence),
            1 => new ReferralCommand.RemoveOffence(state.Referral.LastOffence),
            _ => new ReferralCommand.AddOffence(offence),
        };
    }

    private static OfferCommand.SignAgreement Sign(Instant now) => new(WorkingCalendar.DateOf(now), People.KeyWorker);

    private static BreachCommand.DecideBreach Decide(AgreementState state, Step step) => (step.How % 5) switch
    {
        0 => new(BreachDecision.Confirm, EarlyReason: step.Which % 2 == 0 ? "The charge-by date is near." : null),
        1 or 2 => new(BreachDecision.Continue),
        3 => new(BreachDecision.Extend, state.Term!.LastDay.PlusDays(step.How % 15), ParticipantAgreed: step.How % 7 != 0),
        _ => new(BreachDecision.Vary, Add: [Brought.Five()[step.Which % 5]], ParticipantAgreed: step.How % 7 != 0),
    };

    private static AgreementCommand OfTheWhole(AgreementState state, Step step, Instant now) => (step.How % 16) switch
    {
        0 => step.Which < 7 ? new BreachCommand.RecordFailure($"f-{step.How % 6}") : new NoReoffendingCommand.SettleArrest($"n-{step.Which % 5}"),
        1 => new BreachCommand.WithdrawWarning(1 + (step.How % 3)),
        2 => new BreachCommand.ProposeBreach(),
        3 => new BreachCommand.RecordViolence($"v-{step.How % 3}", WorkingCalendar.DateOf(now)),
        4 => new NoReoffendingCommand.ReceiveCustodyNotice($"n-{step.How % 5}", (CustodyNoticeKind)(step.Which % 6), WorkingCalendar.DateOf(now), step.How % 2 == 0 ? null : WorkingCalendar.DateOf(now).PlusDays(-(step.How % 40))),
        5 => new TermCommand.ExtendTerm((state.Term?.LastDay ?? WorkingCalendar.DateOf(now)).PlusDays(1 + (step.How % 20)), true),
        6 => new TermCommand.VaryAgreement([Brought.Five()[step.Which % 5]], [ConditionSteps.Any(state, step)], true),
        7 => new TermCommand.WaiveCondition(ConditionSteps.Any(state, step)),
        8 => new TermCommand.FailCondition(ConditionSteps.Any(state, step), (FailureCause)(step.Which % 2)),
        9 => new TermCommand.SubstituteCondition(ConditionSteps.Any(state, step), Brought.Five()[step.How % 5], true),
        10 => step.Which == 0 ? new TermCommand.Discontinue(DiscontinuationCause.Moved) : new TermCommand.AddNote("Called; no answer."),
        11 when step.Which >= 8 && step.How % 3 == 0 && !state.Documents.IsEmpty => new DocumentCommand.RemoveDocument(state.Documents[^1].Id),
        11 when step.Which >= 8 => new DocumentCommand.KeepDocument(
            $"d-{step.How}", (DocumentKind)(step.How % 6), DocumentFormat.Pdf, 1 + step.How, step.How.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)),
        11 => OfAVictim(state, step),
        14 => new TellingCommand.TellPerson(
            state.News.IsEmpty ? "warning-1" : state.News[step.Which % state.News.Length].Id, (ToldHow)(step.How % 5), now - Duration.FromHours(step.Which)),
        15 when step.Which % 2 == 0 => Answer(state, step, now),
        13 when step.Which == 1 => new TermCommand.CoverCase(People.CoveringWorker, WorkingCalendar.DateOf(now).PlusDays(7)),
        13 when step.How % 3 == 0 && state.WorkerHandover is not null => new TermCommand.RecordHandover((HandoverMeeting)(step.Which % 3), WorkingCalendar.DateOf(now)),
        13 => new TermCommand.ChangeKeyWorker(new($"worker-{step.Which}", "Kim Worker")),
        12 when step.Which >= 8 => new BreachCommand.DecideContest($"warning-{1 + (step.How % 3)}", (ContestDecision)(step.How % 2)),
        12 when step.Which >= 5 && step.How % 5 == 4 => Ask(step, WorkingCalendar.DateOf(now)),
        12 when step.Which >= 5 => Complaint(step, now),
        12 when step.Which > 2 && state.Victims.All is [{ Requests: var asked } first, ..] => ((asked.Length + step.Which) % 3) switch
        {
            0 => new VictimCommand.AcknowledgeVictimRequest(asked.Length, ToldHow.Letter) { Victim = first.Number },
            1 => new VictimCommand.AnswerVictimRequest(asked.Length, (VictimRequestOutcome)(step.How / 16 % 4), "Inspector Evelyn Stone", ToldHow.Letter) { Victim = first.Number },
            _ => new VictimCommand.RecordVictimRequest(step.How / 16 % 4 == 0 ? VictimRequestKind.Review : VictimRequestKind.Complaint, $"Why {step.How / 32 % 5}?", "Sgt Sam Stone") { Victim = first.Number },
        },
        12 => new VictimCommand.TellVictim((VictimNews)(step.Which % 2), ToldHow.Telephone) { Victim = AnyVictim(state, step) },
        _ => new TermCommand.AcknowledgeAlert(state.Alerts.IsEmpty ? "alert-1" : state.Alerts[0].Id),
    };

    private static DataRequestCommand Ask(Step step, LocalDate today) => (step.How / 5 % 6) switch
    {
        0 => new DataRequestCommand.RecordAccessRequest(today.PlusDays(-step.Which), "All of it."),
        1 => new DataRequestCommand.RecordCorrectionRequest(today, "I never lived there."),
        2 => new DataRequestCommand.ExtendDataRequest(1 + (step.Which % 2)),
        3 => new DataRequestCommand.AnswerAccessRequest(1 + (step.Which % 2), (DataRequestResult)(step.Which % 6), today, "By post."),
        _ => new DataRequestCommand.AnswerCorrectionRequest(1 + (step.Which % 2), (DataRequestResult)(step.Which % 6), today, "The address."),
    };

    private static ComplaintCommand Complaint(Step step, Instant now) => (step.Which, step.How % 3) switch
    {
        (5, _) => new ComplaintCommand.RecordComplaint(
            (ComplaintFrom)(step.How % 3), (AnsweredHow)(step.How % 8), now - Duration.FromHours(step.How % 20), (ComplaintAbout)(step.How % 6), "Nobody rings me back.", "A friend"),
        (_, 0) => new ComplaintCommand.WithdrawComplaint(1 + (step.How % 2)),
        (6, _) => new ComplaintCommand.AcknowledgeComplaint(1 + (step.How % 2), (ToldHow)(step.How % 5), now),
        _ => new ComplaintCommand.AnswerComplaint(1 + (step.How % 2), (ComplaintResult)(step.How % 4), (ToldHow)(step.How % 5), now, "We are sorry."),
    };

    private static TransferCommand Settled(Step step) => (step.How % 3) switch
    {
        0 => new TransferCommand.TakeBack(),
        1 => new TransferCommand.ConfirmTransfer("Nell North"),
        _ => new TransferCommand.ReceiveTransfer("Durham", People.SouthernWorker, People.ReferringOfficer, People.RestorativeFacilitator, "Harbour", ["Harbour"], "abc"),
    };

    private static TransferCommand Transferring(AgreementState state, Step step, LocalDate today) => (step.How % 4) switch
    {
        3 when step.Which < 2 => new TransferCommand.TransferOut("Northumbria Police", "Nell North"),
        0 when state.TeamAsked is null => new TransferCommand.PassToTeam("South"),
        0 => step.Which % 3 == 0 ? new TransferCommand.DeclineCase() : new TransferCommand.AcceptCase(People.SouthernWorker),
        1 when state.CourtesySupervision is not null => new TransferCommand.EndCourtesySupervision(),
        2 when state.CourtesySupervision is not null => new TransferCommand.ReviewCourtesySupervision("He comes.", today.PlusDays(step.Which)),
        _ => new TransferCommand.ArrangeCourtesySupervision("Northumbria Probation", "Nell North", today, LocalDate.Max(today, state.Term!.LastDay.PlusDays(-step.Which)), today.PlusDays(step.Which), "They meet him."),
    };

    private static TellingCommand.RecordAnswer Answer(AgreementState state, Step step, Instant now)
    {
        var news = state.News.IsEmpty ? "warning-1" : state.News[step.Which % state.News.Length].Id;
        return new(
            news,
            (AnsweredHow)(step.How % 4),
            now - Duration.FromHours(step.How % 30),
            "I was ill.",
            Declines: step.How % 5 == 0,
            Through: "A solicitor",
            Corrects: step.How % 3 == 0 ? state.AnswersTo(news).FirstOrDefault()?.Number : null)
        { Reason = "A word was wrong." };
    }
}
