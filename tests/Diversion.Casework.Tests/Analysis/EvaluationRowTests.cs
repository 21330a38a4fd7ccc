using System.Collections.Immutable;
using System.Text;
using Diversion.Casework.Analysis;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Support;
using Diversion.Domain.Term;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Rows;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Analysis;

public sealed class EvaluationRowTests : IDisposable
{
    private static readonly Pseudonyms Names = new("a secret of the tests, long enough"u8.ToArray());
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_signed_case_is_a_row_without_anything_that_names_the_person()
    {
        await casework.Signed();
        var person = Assert.Single(await People());

        Assert.Equal(new PersonGroups("female", "25 to 34", null, "theft", "medium", null, "County Durham"), person.Groups);
        var today = new LocalDate(2026, 3, 3);
        Assert.Equal((today, today, today, today), (person.Course.ReferredOn!.Value, person.Course.EligibilityDecidedOn!.Value, person.Course.OfferedOn!.Value, person.Course.SignedOn!.Value));
        Assert.Null(person.Course.End);
        Assert.Equal(["no reoffending", "supervision", "reparation", "pathway"], person.Course.Conditions.Select(condition => condition.Kind));
        Assert.Equal("accommodation", person.Course.Conditions[3].Pathway);
        Assert.All(person.Course.Conditions, condition => Assert.Null(condition.End));
        Assert.Null(person.FollowUp.CheckedUntil);
        Assert.Equal(Names.Of(Id.Value), person.Pseudonym);

        var row = Assert.Single(await casework.Rows(Tables.Evaluation));
        var stored = string.Join(' ', row.Properties.Select(property => property.Value));
        foreach (var secret in (string[])["Pat", "Participant", "1995", "pat@", "CUS"])
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Meetings_say_when_how_with_whom_and_whether_a_reminder_reached_the_person()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1", 3));
        await casework.Done(Worker, casework.Meeting("m-2", 4));
        Assert.Empty(Assert.Single(await People()).Course.Meetings);

        await casework.Pass(Duration.FromDays(5));
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.Attended));
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-2", Attendance.MissedUnacceptable));
        await casework.Done(Lead, new TermCommand.ChangeKeyWorker(new StaffRef("w2", "Wes Worker", "east")));
        await casework.Done(Worker with { Id = "w2" }, new AppointmentCommand.CorrectAttendance("supervision", "m-2", Attendance.Late, 5));

        var person = Assert.Single(await People());
        Assert.Equal(
            [
                new Meeting(new LocalDateTime(2026, 3, 6, 10, 0), Names.OfWorker("w1"), MeetingOutcome.Attended, true),
                new Meeting(new LocalDateTime(2026, 3, 7, 10, 0), Names.OfWorker("w1"), MeetingOutcome.Late, true),
            ],
            person.Course.Meetings.AsEnumerable());
        Assert.Equal([new Quantity(PeopleScan.WorkerHour, 1.5m)], person.Used.AsEnumerable());
    }

    [Fact]
    public async Task A_referral_says_to_whom_when_it_was_sent_accepted_and_ended_and_whether_in_time()
    {
        await casework.Signed();
        Assert.Empty(Assert.Single(await People()).Course.Referrals);
        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        var provider = Assert.IsType<PathwayCondition>((await casework.Service.Find(Id))!.ConditionOrNull("pathway")).Provider;
        var sent = new ReferralFacts(provider, Names.OfWorker(provider), null, null, "accommodation", new(2026, 3, 3));
        Assert.Equal([sent], Assert.Single(await People()).Course.Referrals.AsEnumerable());

        // Within 15 working days of the signing: by 24 March.
        await casework.Pass(Duration.FromDays(22));
        await casework.Done(Worker, new PathwayCommand.AcceptPathwayReferral("pathway"));
        await casework.Done(Worker, new PathwayCommand.ClosePathway("pathway", false, FailureCause.Service));
        Assert.Equal(
            [sent with { AcceptedOn = new(2026, 3, 25), InTime = false, EndedOn = new(2026, 3, 25), End = ConditionEnd.Failed }],
            Assert.Single(await People()).Course.Referrals.AsEnumerable());
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task A_health_check_keeps_where_it_referred_to_and_what_came_of_it()
    {
        await casework.Signed();
        Assert.Null(Assert.Single(await People()).Course.HealthCheck);
        var nurse = new Actor("n1", "Nia Nurse", Role.Provider, Organisation: "Harbour");
        await casework.Done(Worker, new SupportCommand.OfferHealthCheck("Harbour"));
        Assert.Equal((null, null), Assert.Single(await People()).Course.HealthCheck is { } offered ? (offered.Accepted, offered.DoneOn) : (true, default(LocalDate?)));

        await casework.Done(Worker, new SupportCommand.AnswerHealthCheck(true));
        await casework.Done(nurse, new SupportCommand.RecordHealthCheck(new(2026, 3, 3)));
        await casework.Done(nurse, new SupportCommand.ReferOnward(OnwardKind.Doctor, new(2026, 3, 3)));
        await casework.Done(nurse, new SupportCommand.ReferOnward(OnwardKind.Smoking, new(2026, 3, 3)));
        await casework.Done(nurse, new SupportCommand.RecordOnwardOutcome(2, OnwardOutcome.NotTakenUp));

        var check = Assert.Single(await People()).Course.HealthCheck!;
        Assert.Equal((new LocalDate(2026, 3, 3), true, new LocalDate(2026, 3, 3)), (check.OfferedOn, check.Accepted, check.DoneOn));
        Assert.Equal([new OnwardFacts("doctor (GP)", null), new OnwardFacts("stop smoking service", OnwardEnd.NotTakenUp)], check.Onward.AsEnumerable());
    }

    [Fact]
    public async Task A_completed_agreement_keeps_whether_anything_was_planned_for_afterwards_and_who_was_reached()
    {
        await casework.Signed();
        await casework.Done(Worker, new ExitPlanCommand.PlanContinuation("Choir", "St Giles"));
        await casework.Done(Worker, new ExitPlanCommand.PlanContinuation("Drop-in", "Harbour"));
        await casework.Done(Worker, new ExitPlanCommand.RecordWarmHandover(2, new(2026, 3, 3), "Jo"));
        await casework.Done(Worker, new ExitPlanCommand.AgreeExitPlan(new(2026, 3, 3), "Kim"));
        Assert.Null(Assert.Single(await People()).Course.ExitPlan);

        var state = (await casework.Service.Find(Id))! with { Status = AgreementStatus.Completed };
        var written = EvaluationRows.Of(state with { ExitPlan = state.ExitPlan with { Calls = [new FollowUpCall(4) { Tries = [new(new(2026, 8, 3), CallResult.Reached)] }, new FollowUpCall(12)] } }).ExitPlan!;
        var plan = ExitPlanText.Read(written);
        Assert.Equal((2, 1, true), (plan.Entries, plan.Met, plan.Agreed));
        Assert.Equal([new CallFacts(4, true), new CallFacts(12, null)], plan.Calls.AsEnumerable());
    }

    [Fact]
    public async Task A_confirmed_breach_has_its_days_and_its_cause()
    {
        await casework.Signed();
        await casework.Done(Worker, new BreachCommand.RecordFailure("f-1"));
        await casework.Done(Worker, new BreachCommand.ProposeBreach());
        casework.Now += Duration.FromDays(2);
        await casework.Done(Lead, new BreachCommand.DecideBreach(BreachDecision.Confirm, EarlyReason: "The person cannot be reached at all."));

        var course = Assert.Single(await People()).Course;
        Assert.Equal(
            (CourseEnd.Breached, new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 5), true, "the proposer's own judgement", 1),
            (course.End!.Value, course.BreachProposedOn!.Value, course.BreachDecidedOn!.Value, course.BreachConfirmed!.Value, course.BreachCause, course.Warnings));
        Assert.Equal(new LocalDate(2026, 3, 5), course.EndedOn);
    }

    [Fact]
    public async Task The_arm_received_is_kept_apart_from_the_arm_allocated()
    {
        await casework.Done(Officer, Referral());
        var state = await casework.Signed(Other(2));
        var place = new TrialAllocation("trial", TrialArm.Control, "control", "medium/theft", 1, casework.Now);
        var control = state with { Status = AgreementStatus.Control, Term = null, Referral = state.Referral with { Arm = TrialArm.Control, Allocation = place } };
        var declined = control with { Status = AgreementStatus.Declined, EndedAt = casework.Now, Referral = control.Referral with { Arm = TrialArm.Programme, Allocation = place with { Arm = TrialArm.Programme } } };
        var again = control with { Referral = control.Referral with { Allocation = place with { FirstCase = Id } } };

        Assert.Null(TrialFacts.Of(state));
        Assert.Null(TrialFacts.Of(again));
        Assert.Equal(new TrialPlace("control", new LocalDate(2026, 3, 3), "medium/theft") { Trial = "trial" }, TrialFacts.Of(control));
        Assert.Equal(
            new TrialPlace("control", new LocalDate(2026, 3, 3), "medium/theft", new ArmReceived("control", new LocalDate(2026, 4, 1))) { Trial = "trial" },
            TrialFacts.Of(control with { CaseOutcome = new CaseOutcome(CaseResult.Charged, "1", new LocalDate(2026, 4, 1)) }));
        Assert.Equal(("control", "The agreement was not signed: declined."), (TrialFacts.Of(declined)!.Received!.Arm, TrialFacts.Of(declined)!.CrossoverReason));
    }

    [Fact]
    public async Task A_release_with_a_salt_has_pseudonyms_of_its_own_and_the_same_again()
    {
        await casework.Signed();
        var (usual, one, again, other) = (Names.Of(Id.Value), Names.Release("2026-q1").Of(Id.Value), Names.Release("2026-q1").Of(Id.Value), Names.Release("2026-q2").Of(Id.Value));

        Assert.Equal(one, again);
        Assert.Equal(3, new HashSet<string> { usual, one, other }.Count);
        Assert.Equal(one, Assert.Single(await new PeopleScan(casework.Store, Names).All(Names.Release("2026-q1"))).Pseudonym);
        Assert.NotEqual(Names.Of("w1")[2..], Names.OfWorker("w1")[2..]);
    }

    [Fact]
    public async Task A_rebuild_makes_the_same_rows()
    {
        await casework.Signed();
        await casework.Signed(Other(2));
        var before = (await casework.Rows(Tables.Evaluation)).Select(row => (row.Partition, row.Row, string.Join('\n', row.Properties.OrderBy(one => one.Key).Select(one => $"{one.Key}={one.Value}")))).ToArray();
        await casework.Store.Commit(new TableTransaction(Tables.Evaluation, before[0].Partition, [new RowChange.Delete(before[0].Row)]), []);

        await Rebuilding.Run(casework.Store, (IProgress<long>?)null);

        var after = (await casework.Rows(Tables.Evaluation)).Select(row => (row.Partition, row.Row, string.Join('\n', row.Properties.OrderBy(one => one.Key).Select(one => $"{one.Key}={one.Value}"))));
        Assert.Equal(before, after);
    }

    [Fact]
    public void Follow_up_reads_back_as_it_was_written()
    {
        var known = new FollowUp(new LocalDate(2027, 9, 1))
        {
            Reoffences =
            [
                new(new LocalDate(2026, 5, 2), new LocalDate(2026, 8, 1), ReoffenceOutcome.Conviction, "046/00", "theft"),
                new(new LocalDate(2026, 6, 2), null, ReoffenceOutcome.Open, null, "a group | with a bar"),
            ],
            InCustody = [new(new LocalDate(2026, 9, 1), null), new(new LocalDate(2026, 7, 1), new LocalDate(2026, 7, 9))],
            Left = new(new LocalDate(2027, 1, 1), "moved abroad"),
        };

        var read = FollowUpText.Read(Encoding.UTF8.GetBytes(string.Join(' ', FollowUpText.Write(known))), new(FollowUpText.Outcome));

        Assert.Equal(known.Reoffences.AsEnumerable(), read.Reoffences);
        Assert.Equal(known.InCustody.AsEnumerable(), read.InCustody);
        Assert.Equal((known.CheckedUntil, known.Left), (read.CheckedUntil, read.Left));
        Assert.All(FollowUpText.Write(known), word => Assert.DoesNotContain(' ', word));
        Assert.Empty(FollowUpText.Write(new FollowUp()));
    }

    private static AgreementId Other(int n) => AgreementIds.FromCustodyReference($"F/{n}");

    private Task<IReadOnlyList<PersonRow>> People() => new PeopleScan(casework.Store, Names).All();
}
