using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>The people in the demo programme: each present stage by arrangement, and others with random lives among them.</summary>
internal sealed class DemoCases(OfficeHours hours, SchemeRules scheme, Instant now)
{
    /// <summary>A prompt case is signed this many working days after its referral.</summary>
    private const int DaysToSigning = 3;

    /// <summary>From the signing until it is known what came of a health check.</summary>
    private const int WorkingDaysToOutcome = 12;

    private readonly LocalDate today = WorkingCalendar.DateOf(now);
    private readonly List<(Instant ReferredAt, Traits Traits)> cases = [];

    public IReadOnlyList<(Instant ReferredAt, Traits Traits)> All()
    {
        BeforeSigning();
        Running();
        AtTheEnd();
        ByChance();
        Restorative();
        SaidOfLate();
        Restitution();
        InTrial();
        return cases;
    }

    private static Traits Prompt => new(Prompt: true, Steady: true, Eligible: true, ChildProtection: false, Answers: Traits.Answer.Signs);

    private void BeforeSigning()
    {
        Add(WorkingDaysAgo(1), Prompt with { HoldAt = AgreementStatus.Referred, HasVictim = true });
        Add(WorkingDaysAgo(2), Prompt with { HoldAt = AgreementStatus.Referred, HasVictim = false });
        Add(WorkingDaysAgo(8), Prompt with { HoldAt = AgreementStatus.Referred, InTrial = true });
        Add(WorkingDaysAgo(3), Prompt with { HoldAt = AgreementStatus.Eligible });
        Add(WorkingDaysAgo(4), Prompt with { HoldAt = AgreementStatus.Eligible, ChildProtection = true });
        Add(WorkingDaysAgo(3), Prompt with { HoldAt = AgreementStatus.Offered, HasVictim = true, MoreVictims = true });
        Add(WorkingDaysAgo(4), Prompt with { HoldAt = AgreementStatus.Offered });
        Add(WorkingDaysAgo(40), Prompt with { InTrial = true });
        Add(WorkingDaysAgo(20), Prompt with { InTrial = true });
        Add(WorkingDaysAgo(30), Prompt with { Eligible = false });
        Add(WorkingDaysAgo(12), Prompt with { Eligible = false, HasVictim = true });
        Add(WorkingDaysAgo(25), Prompt with { Answers = Traits.Answer.Declines });
        Add(WorkingDaysAgo(35), Prompt with { Answers = Traits.Answer.LetsLapse });
    }

    /// <summary>More of the trial: of any six in a row of its one stratum, each arm has at least one.</summary>
    private void InTrial()
    {
        foreach (var ago in (int[])[33, 27, 15, 10])
        {
            Add(WorkingDaysAgo(ago), Prompt with { InTrial = true });
        }

        Add(WorkingDaysAgo(3), Prompt with { HoldAt = AgreementStatus.Eligible, InTrial = true });
    }

    private void Running()
    {
        // Signed days, weeks and months ago.
        foreach (var (which, ago) in ((int[])[1, 3, 8, 15, 22, 30, 38, 45, 52, 60, 68, 75]).Index())
        {
            Signed(ago, ago < WorkingDaysToOutcome ? Prompt : Prompt with { Arranged = [.. HealthCheck(ago, which), .. which % 2 == 0 ? Mentoring(ago) : []] });
        }

        Signed(25, Prompt with { ChildProtection = true, HasVictim = true });
        Signed(3, Prompt with { Conditions = [ConditionKind.Supervision, ConditionKind.Pathway], EvidenceFrom = today.PlusDays(-14), HoldAt = null });

        // The key worker does nothing any more: their overdue obligations have escalated to the lead.
        Signed(20, Prompt with { Conditions = [ConditionKind.Supervision, ConditionKind.Reparation], HoldFrom = At(WorkingDaysAgo(12)) });
        Signed(40, Prompt with { Conditions = [ConditionKind.Supervision, ConditionKind.Pathway], HoldFrom = At(WorkingDaysAgo(9)) });
        Signed(30, Prompt with { ArrestedOn = now - Duration.FromHours(20), HoldFrom = now - Duration.FromHours(19) });
        Signed(18, Tagged(TagEventKind.CurfewAbsence, Duration.FromHours(6)));
        Signed(14, Tagged(TagEventKind.Tamper, Duration.FromHours(3)));

        // Waiting for a lead.
        Signed(35, Prompt with { ChargedOn = At(WorkingDaysAgo(1)), HoldAt = AgreementStatus.BreachReview });
        Signed(28, Tagged(TagEventKind.StrapCut, Duration.FromHours(16)) with { HoldAt = AgreementStatus.BreachReview });
    }

    /// <summary>Offered in the first week, done in the second, and most of what came of it known in the third; of one referral it is late. One person does not want it.</summary>
    private IEnumerable<(Instant At, Func<CaseTeam, Instant, AgreementCommand> Make)> HealthCheck(int signed, int which)
    {
        var (offered, done, known) = (At(WorkingDaysAgo(signed - 3)), At(WorkingDaysAgo(signed - 7)), At(WorkingDaysAgo(signed - WorkingDaysToOutcome)));
        var nurse = DemoStaff.Nurse;
        yield return (offered, (team, on) => new SupportCommand.OfferHealthCheck(nurse.Organisation!) { By = team.KeyWorker, At = on });
        yield return (offered + Duration.FromMinutes(5), (team, on) => new SupportCommand.AnswerHealthCheck(which != 7) { By = team.KeyWorker, At = on });
        if (which == 7)
        {
            yield break;
        }

        yield return (done, (_, on) => new SupportCommand.RecordHealthCheck(WorkingCalendar.DateOf(on)) { By = nurse, At = on });
        yield return (done + Duration.FromMinutes(5), (_, on) => new SupportCommand.ReferOnward(OnwardKind.Doctor, WorkingCalendar.DateOf(on)) { By = nurse, At = on });
        yield return (done + Duration.FromMinutes(10), (_, on) => new SupportCommand.ReferOnward((OnwardKind)(which % 12), WorkingCalendar.DateOf(on)) { By = nurse, At = on });
        if (which == 3)
        {
            yield break;
        }

        yield return (known, (_, on) => new SupportCommand.RecordOnwardOutcome(1, which == 5 ? OnwardOutcome.NotTakenUp : OnwardOutcome.TakenUp) { By = nurse, At = on });
        if (which != 6)
        {
            yield return (known + Duration.FromMinutes(5), (_, on) => new SupportCommand.RecordOnwardOutcome(2, which % 2 == 0 ? OnwardOutcome.TakenUp : OnwardOutcome.NotAvailable) { By = nurse, At = on });
        }
    }

    /// <summary>Found in the second week; they meet every other week, and have not met for a while.</summary>
    private IEnumerable<(Instant At, Func<CaseTeam, Instant, AgreementCommand> Make)> Mentoring(int signed)
    {
        var mentor = DemoStaff.Mentor;
        yield return (At(WorkingDaysAgo(signed - 5)) + Duration.FromMinutes(20), (team, on) => new SupportCommand.MatchMentor(ProgrammeStaff.Ref(mentor), mentor.Organisation!) { By = team.KeyWorker, At = on });
        for (var ago = signed - 8; ago > 5; ago -= 10)
        {
            yield return (At(WorkingDaysAgo(ago)) + Duration.FromMinutes(25), (_, on) => new SupportCommand.LogMentorMeeting(1, MentorContact.Met, WorkingCalendar.DateOf(on)) { By = mentor, At = on });
        }
    }

    private void AtTheEnd()
    {
        var conditions = Prompt with { Conditions = [ConditionKind.Supervision, ConditionKind.Pathway, ConditionKind.Reparation] };
        for (var i = 0; i < 2; i++)
        {
            // The last period is a fortnight to twenty days: without its meeting the term ends with a record missing.
            var signedOn = SignedToEndBefore(today.PlusDays(-i));
            var lastDay = TermRule.LastDay(signedOn, scheme.Term);
            Add(ReferredToSign(signedOn), conditions with { HoldFrom = At(lastDay.PlusDays(-21)) });
        }

        foreach (var ago in (int[])[2, 5, 9, 14, 20, 26])
        {
            Add(ReferredToSign(SignedToEndBefore(today.PlusDays(-ago))), Prompt);
        }

        Signed(60, Prompt with { ChargedOn = At(WorkingDaysAgo(25)), HasVictim = true });
        Signed(75, Prompt with { ChargedOn = At(WorkingDaysAgo(40)) });
        Signed(50, Prompt with { DiscontinuedOn = At(WorkingDaysAgo(15)) });
    }

    /// <summary>The rest of about sixty: referred at a random time in the last half year, with random lives.</summary>
    private void ByChance()
    {
        for (var ago = 120; ago > 8; ago -= 6)
        {
            Add(WorkingDaysAgo(ago), Traits.Ordinary);
        }
    }

    /// <summary>
    /// One for each facilitator, just begun; the victim of the first has not been told yet. They come after all others,
    /// because the random numbers of those depend on their position.
    /// </summary>
    private void Restorative()
    {
        var restorative = Prompt with { HasVictim = true, Conditions = [ConditionKind.Supervision, ConditionKind.RestorativeJustice] };
        Signed(1, restorative with { HoldAt = AgreementStatus.Active });
        Signed(4, restorative with { HoldFrom = At(WorkingDaysAgo(1)), MoreVictims = true });
    }

    /// <summary>What is new on a case and waits for somebody: bail, a complaint, a victim's request, a case handed over. Last for the same reason.</summary>
    private void SaidOfLate()
    {
        Late(12, 2, Prompt, (team, on) => new ReferralCommand.RecordCircumstances(new Circumstances(
            Language: "English", Adjustments: "Large print, and a quiet room.", Caring: "Takes two children to school at 8.45am and fetches them at 3.15pm.", BestTime: "Mornings after 9"))
        {
            By = team.KeyWorker, At = on,
        });
        Late(16, 1, Prompt, (_, on) => new NoReoffendingCommand.ReceiveCustodyNotice("bail-1", CustodyNoticeKind.ReleasedOnBail, WorkingCalendar.DateOf(on))
        {
            Bail = new Bail(today.PlusDays(28), new LocalTime(10, 0), new Curfew(new LocalTime(19, 0), new LocalTime(7, 0)), "Not to enter the Market Place."),
            By = ProgrammeStaff.CustodyFeed, At = on,
        });
        Late(20, 3, Prompt, (team, on) => new ComplaintCommand.RecordComplaint(
            ComplaintFrom.Person, AnsweredHow.Telephone, on, ComplaintAbout.Decision, "I was told three different times for the same meeting.")
        {
            By = team.KeyWorker, At = on,
        });
        Late(22, 4, Prompt with { HasVictim = true }, (team, on) => new VictimCommand.RecordVictimRequest(
            VictimRequestKind.Complaint, "Nobody told me why this was not taken to court.", $"Sergeant {team.Sergeant.Name}")
        {
            Victim = 1, By = team.Officer, At = on,
        });
        Late(24, 2, Prompt, (team, on) => new TransferCommand.TransferOut("Northumbria Police", "Nell North, 0191 498 0000")
        {
            By = team.Lead, At = on, Reason = "The person has moved to Newcastle.",
        });
    }

    /// <summary>Said that many working days ago, and nobody has done anything since.</summary>
    private void Late(int signed, int said, Traits traits, Func<CaseTeam, Instant, AgreementCommand> make)
    {
        var at = At(WorkingDaysAgo(said));
        Signed(signed, traits with { Arranged = [(at, make)], HoldFrom = at + Duration.FromMinutes(1) });
    }

    /// <summary>Compensation and a letter of apology, just begun and under way; and a course. After all others, for the same reason.</summary>
    private void Restitution()
    {
        var restitution = Prompt with { HasVictim = true, Conditions = [ConditionKind.Supervision, ConditionKind.Compensation, ConditionKind.Apology] };
        Signed(2, restitution with { HoldFrom = At(WorkingDaysAgo(1)), MoreVictims = true });
        Signed(6, Prompt with { Conditions = [ConditionKind.Supervision, ConditionKind.Course], HoldAt = AgreementStatus.Active });
        Signed(32, restitution with { HoldFrom = At(WorkingDaysAgo(1)) });
    }

    private Traits Tagged(TagEventKind kind, Duration ago) => Prompt with
    {
        Conditions = [ConditionKind.Supervision, ConditionKind.TagMonitoring],
        TagEventAt = (OfficeHours.HalfHour(now - ago), kind),
        HoldFrom = OfficeHours.HalfHour(now - ago) + Duration.FromMinutes(1),
    };

    private void Signed(int workingDaysAgo, Traits traits) => Add(WorkingDaysAgo(workingDaysAgo + DaysToSigning), traits);

    private void Add(LocalDate referredOn, Traits traits) => cases.Add((OfficeHours.Slot(referredOn, cases.Count % 6), traits));

    private Instant At(LocalDate day) => OfficeHours.Slot(day, 3);

    private LocalDate WorkingDaysAgo(int days)
    {
        var day = today;
        for (var left = days; left > 0 || !hours.Calendar.IsWorkingDay(day);)
        {
            day = day.PlusDays(-1);
            if (hours.Calendar.IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>The latest working day of signing whose term ends before the day.</summary>
    private LocalDate SignedToEndBefore(LocalDate day)
    {
        var signed = day;
        while (TermRule.LastDay(signed, scheme.Term) >= day || !hours.Calendar.IsWorkingDay(signed))
        {
            signed = signed.PlusDays(-1);
        }

        return signed;
    }

    private LocalDate ReferredToSign(LocalDate signedOn)
    {
        var referred = signedOn;
        while (hours.Calendar.AddWorkingDays(referred, DaysToSigning) > signedOn || !hours.Calendar.IsWorkingDay(referred))
        {
            referred = referred.PlusDays(-1);
        }

        return referred;
    }
}
