using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Domain.Victim;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>From the referral to the signing.</summary>
internal static class EnrolmentPlan
{
    /// <summary>In a folder that already has other cases, a made-up person may have the name and birth date of another.</summary>
    private const string NotTheSame = "Another person of the same name.";

    public static AgreementCommand Refer(CaseFile file, Instant now) =>
        new ReferralCommand.Refer(
            file.Id, file.Participant.Person, file.Participant.Offence, ProgrammeStaff.Ref(file.Team.Officer), file.Participant.CustodyReference)
        {
            DuplicateReason = NotTheSame,
            By = file.Team.Officer,
            At = now,
        };

    public static void Plan(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        switch (state.Status)
        {
            case AgreementStatus.Referred:
                Describe(file, now, setting);
                if (state.Referral.ChecksBack && state.Victims.ViewsSettled == true && state.Referral.Risk.BandInForce is not null && file.IsNew("assess"))
                {
                    file.Plan(Soon(file, setting, now, 1), (at, on) => Assess(file, at, on, setting), (at, on) => NotEligible(file, at, on, "The time limit or a rule leaves no room."));
                }

                break;
            case AgreementStatus.Eligible:
                if (IsForTrial(state, now, setting) && file.IsNew("arm"))
                {
                    file.Plan(Soon(file, setting, now, 0), (at, on) => Allocate(file, at, on, setting), (at, on) => Outside(file, at, on, setting));
                }
                else if (file.IsNew($"offer/{state.Offer is null}/{state.Version}"))
                {
                    file.Plan(Soon(file, setting, now, 2), (at, on) => Offer(file, at, on, setting), (at, on) => NotEligible(file, at, on, "A safe agreement does not fit any more."));
                }

                break;
            case AgreementStatus.Offered when file.IsNew("answer", state.Offer!.MadeAt):
                Answer(file, state.Offer!, now, setting);
                break;
        }
    }

    public static void Check(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var (kind, concern) = open.Deadline.Rule == RuleIds.CheckSafeguarding
            ? (CheckKind.Safeguarding, file.Participant.ChildProtectionConcern)
            : (CheckKind.DomesticAbuse, file.Participant.DomesticAbuseConcern);
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
            ? new ReferralCommand.RecordCheck(kind, concern) { By = file.Team.Officer, At = on }
            : null);
    }

    private static Instant Soon(CaseFile file, Setting setting, Instant now, int mostDays) => file.Participant.Traits.Prompt
        ? setting.Hours.FirstAfter(now)
        : setting.Hours.DaysAfter(now, file.Chance.Between(0, mostDays), file.Chance);

    private static void Describe(CaseFile file, Instant now, Setting setting)
    {
        if (!file.IsNew("describe"))
        {
            return;
        }

        var who = file.Participant;
        var at = Soon(file, setting, now, 0);
        foreach (var offence in who.FurtherOffences)
        {
            file.Plan(at, (state, on) => BeforeOffer(state) ? new ReferralCommand.AddOffence(offence) { By = file.Team.Officer, At = on } : null);
        }

        file.Plan(at, (state, on) => BeforeOffer(state) ? new ReferralCommand.RecordFacts(who.Facts) { By = file.Team.Officer, At = on } : null);
        file.Plan(at, (state, on) => BeforeOffer(state)
            ? new ReferralCommand.RecordRisk("Offender group reconviction scale", who.Score, who.Risk, who.Risk) { By = file.Team.Officer, At = on }
            : null);
        file.Plan(at, (_, on) => new VictimCommand.RecordVictim(
            who.HasVictim,
            who.HasVictim && file.Chance.Happens(setting.Behaviour["victim.enhanced"]),
            who.HasVictim ? who.VictimName : null)
        { By = file.Team.Officer, At = on });
        if (!who.Needs.IsEmpty)
        {
            file.Plan(at, (_, on) => new ReferralCommand.RecordNeeds(who.Needs) { By = file.Team.Officer, At = on });
        }

        file.Plan(at, (_, on) => new ReferralCommand.RecordGoals(who.Goals) { By = file.Team.Officer, At = on });
        if (who.HasVictim)
        {
            var wants = file.Chance.Happens(setting.Behaviour["victim.wantsRestorativeJustice"]);
            file.Plan(Soon(file, setting, at, 2), (_, on) => new VictimCommand.RecordVictimViews(
                wants ? "Would like to hear why it happened." : "Wants it to stop.", wants)
            { Victim = 1, By = file.Team.Officer, At = on });
            Further(file, at);
        }
    }

    /// <summary>The victims after the first; nothing about them is left to chance.</summary>
    private static void Further(CaseFile file, Instant at)
    {
        foreach (var (victim, number) in file.Participant.FurtherVictims.Select((victim, place) => (victim, place + 2)))
        {
            file.Plan(at, (_, on) => new VictimCommand.RecordVictim(true, victim.Enhanced, victim.Name, victim.Contact)
            {
                Kind = victim.Kind,
                ContactPerson = victim.ContactPerson,
                Wishes = victim.Wishes,
                By = file.Team.Officer,
                At = on,
            });
            file.Plan(at, (state, on) => state.Victims.Find(number) is null ? null : new VictimCommand.RecordVictimViews("Wants what was broken to be paid for.", false)
            {
                Victim = number,
                WantsCompensation = true,
                By = file.Team.Officer,
                At = on,
            });
        }
    }

    private static AgreementCommand? Assess(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        if (state.Status != AgreementStatus.Referred)
        {
            return null;
        }

        var answers = EligibilityAssessment.Assess(
            EligibilityCase.Of(state, bySergeant: true),
            setting.Scheme,
            WorkingCalendar.DateOf(now));
        var standing = answers.Where(answer => answer.Answer != Diversion.Domain.Eligibility.Answer.Met).ToArray();
        if (standing.Length == 0)
        {
            return new ReferralCommand.ApproveEligibility { DuplicateReason = NotTheSame, By = file.Team.Sergeant, At = now };
        }

        // If a rule is not known or can never be overridden, the referral ends.
        var overridable = standing.All(answer => answer.Answer == Diversion.Domain.Eligibility.Answer.NotMet
            && setting.Scheme.Eligibility.Single(rule => rule.Id == answer.Rule).MayBeOverridden);
        return overridable && file.Participant.Traits.Eligible is null && file.Chance.Happens(setting.Behaviour["eligibility.overridden"])
            ? new ReferralCommand.ApproveEligibility([.. standing.Select(answer => new RuleOverride(answer.Rule, $"The person's circumstances outweigh the rule ({answer.FactsUsed})."))])
            {
                DuplicateReason = NotTheSame,
                By = file.Team.Sergeant,
                At = now,
            }
            : NotEligible(file, state, now, $"Not met: {string.Join(", ", standing.Select(answer => answer.Rule))}.");
    }

    private static ReferralCommand.FindNotEligible? NotEligible(CaseFile file, AgreementState state, Instant now, string reason) =>
        BeforeOffer(state) ? new ReferralCommand.FindNotEligible { By = file.Team.Sergeant, At = now, Reason = reason } : null;

    private static bool IsForTrial(AgreementState state, Instant now, Setting setting) =>
        setting.TrialOn(WorkingCalendar.DateOf(now)) is { } trial && state.Referral is { Allocation: null, LeftOut: null }
        && !StratumFacts.IsOutside(trial.Protocol, state.Referral, setting.Scheme.Vocabulary);

    /// <summary>The last day of the trial may have passed since it was planned.</summary>
    private static AgreementCommand? Allocate(CaseFile file, AgreementState state, Instant now, Setting setting) =>
        state.Status != AgreementStatus.Eligible ? null
        : IsForTrial(state, now, setting) ? new ReferralCommand.AllocateArm(setting.TrialOn(WorkingCalendar.DateOf(now))!.Protocol.AsksResearchConsent ? file.Index % 10 != 9 : null) { By = file.Team.Officer, At = now }
        : Offer(file, state, now, setting);

    /// <summary>Something that a stratum needs is not known and stays so.</summary>
    private static AgreementCommand? Outside(CaseFile file, AgreementState state, Instant now, Setting setting) =>
        state.Status != AgreementStatus.Eligible ? null
        : IsForTrial(state, now, setting) ? new ReferralCommand.LeaveOutOfTrial { By = file.Team.Lead, At = now, Reason = "The person did not want to say what the trial has to know." }
        : Offer(file, state, now, setting);

    private static OfferCommand.MakeOffer? Offer(CaseFile file, AgreementState state, Instant now, Setting setting) =>
        state.Status == AgreementStatus.Eligible && state.Referral.ChecksBack
            ? new OfferCommand.MakeOffer(ConditionMix.For(file, state, setting)) { DuplicateReason = NotTheSame, By = file.Team.Officer, At = now }
            : null;

    private static void Answer(CaseFile file, OfferState offer, Instant now, Setting setting)
    {
        var chance = file.Chance;
        var behaviour = setting.Behaviour;
        var (declined, lapsed) = (behaviour["offer.declined"], behaviour["offer.lapsed"]);
        var answer = file.Participant.Traits.Answers ?? (Traits.Answer)chance.Weighted(1 - declined - lapsed, declined, lapsed);
        var at = file.Participant.Traits.Prompt
            ? OfficeHours.Slot(setting.Hours.Calendar.AddWorkingDays(WorkingCalendar.DateOf(now), 1), 2)
            : setting.Hours.Within(now, offer.LapsesAt, chance);
        if (answer == Traits.Answer.Signs)
        {
            file.Plan(
                at,
                (state, on) => state.Status == AgreementStatus.Offered && on < offer.LapsesAt
                    ? new OfferCommand.SignAgreement(WorkingCalendar.DateOf(on), ProgrammeStaff.Ref(file.Team.KeyWorker)) { Explained = true, DuplicateReason = NotTheSame, By = file.Team.Officer, At = on }
                    : null,
                (state, on) => new OfferCommand.WithdrawOffer { By = file.Team.Officer, At = on, Reason = "The draft cannot be signed in this form." });
        }
        else if (answer == Traits.Answer.Declines)
        {
            file.Plan(at, (state, on) => state.Status == AgreementStatus.Offered
                ? new OfferCommand.DeclineOffer { By = file.Team.Officer, At = on, Reason = "Would rather go to court." }
                : null);
        }
    }

    private static bool BeforeOffer(AgreementState state) => state.Status is AgreementStatus.Referred or AgreementStatus.Eligible;
}
