using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.MyWork;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.MyWork;

public sealed class MyWorkQueryTests : IDisposable
{
    private static readonly Actor Provider = new("p1", "Pip Provider", Role.Provider, Organisation: "Home First");
    private static readonly Actor Manager = new("m1", "Mo Manager", Role.TeamManager, "east") { Manages = ["east"] };
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_new_case_asks_for_its_set_ups()
    {
        await casework.Signed();
        var work = await Of(Worker);

        Assert.Equal(1, work.Cases);
        var first = Assert.Single(work.Items, item => item is { Kind: WorkKind.SetUp, Condition: "supervision" });
        Assert.Equal(
            (WorkWhen.ThisWeek, new LocalDate(2026, 3, 4), new LocalTime(17, 0), "schedule-appointment", "Hold the first supervision meeting"),
            (first.When, first.Date, first.Time, first.Next, first.What));
        Assert.Equal("The first meeting is held within 1 working day of signing.", first.Rule);
        Assert.Contains(work.Items, item => item is { Condition: "pathway", Next: "send-pathway-referral" });
        Assert.True(work.Later > 0);
    }

    [Fact]
    public async Task A_booked_meeting_is_held_then_recorded_then_gone()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1"));

        var meeting = Assert.Single((await Of(Worker)).Items, item => item.Kind == WorkKind.Meeting);
        Assert.Equal(("Meeting of 45 minutes, Room 4", "meeting of 10am on 4 March 2026", WorkWhen.ThisWeek), (meeting.What, meeting.About, meeting.When));
        Assert.DoesNotContain((await Of(Worker)).Items, item => item.Next == "schedule-appointment" && item.Condition == "supervision");

        await casework.Pass(Duration.FromHours(25));
        var outcome = Assert.Single((await Of(Worker)).Items, item => item.Kind == WorkKind.Outcome);
        Assert.Equal(("m-1", "record-attendance", WorkWhen.Today), (outcome.Item, outcome.Next, outcome.When));

        await casework.Pass(Duration.FromDays(5));
        Assert.Equal(WorkWhen.Overdue, Assert.Single((await Of(Worker)).Items, item => item.Kind == WorkKind.Outcome).When);

        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.EvidenceAwaited));
        var work = await Of(Worker);
        Assert.DoesNotContain(work.Items, item => item.Kind == WorkKind.Outcome);
        Assert.Equal("record-evidence", Assert.Single(work.Items, item => item.Kind == WorkKind.Evidence).Next);
    }

    [Fact]
    public async Task A_case_shows_its_key_worker_their_first_task_and_others_none()
    {
        await casework.Signed();
        var query = new MyWorkQuery(casework.Records, casework.Store);
        var actions = Assert.IsType<Reply<IReadOnlyList<ActionView>>.Given>(await new ActionsQuery(casework.Records).Of(Id.Value, Worker, casework.Now)).Value;
        var first = await query.First(Id.Value, Worker, casework.Now, actions);
        Assert.Equal((await Of(Worker)).Items[0], first);
        Assert.Null(await query.First(Id.Value, Worker, casework.Now, []));
        Assert.Null(await query.First(Id.Value, new Actor("w9", "Stef Stranger", Role.KeyWorker, "west"), casework.Now, actions));
        Assert.Null(await query.First("no reference", Worker, casework.Now, actions));
    }

    [Fact]
    public async Task Police_see_checks_then_the_approval_then_the_offer_then_the_obligations_to_the_victim()
    {
        await casework.Done(Officer, Referral());
        Assert.Equal(
            [("record-check", null, "DomesticAbuse"), ("record-check", null, "Safeguarding")],
            (await Of(Officer)).Items.Select(item => (item.Next!, item.Condition, item.Item)).Order());
        Assert.Empty((await Of(Sergeant)).Items);

        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));
        Assert.Null(Assert.Single((await Of(Officer)).Items).Next);
        Assert.Equal("approve-eligibility", Assert.Single((await Of(Sergeant)).Items).Next);

        await casework.Done(Officer, new VictimCommand.RecordVictim(true));
        Assert.Equal("refer-victim-to-support", Assert.Single((await Of(Officer)).Items, item => item.Kind == WorkKind.VictimPromise).Next);
    }

    /// <summary>In the form that the command for the obligation expects, or its page is not found.</summary>
    [Fact]
    public async Task An_obligation_to_the_victim_names_the_news_and_no_condition()
    {
        await casework.Done(Officer, Referral());
        await casework.Done(Officer, new VictimCommand.RecordVictim(true));
        await casework.Done(Sergeant, new ReferralCommand.FindNotEligible { Reason = "Lives outside the force area" });
        var told = Assert.Single((await Of(Officer)).Items, item => item.Next == "tell-victim");
        Assert.Equal((null, "1-Decision", null), (told.Condition, told.Item, told.About));
    }

    [Fact]
    public async Task A_provider_is_asked_at_once_when_a_referral_was_sent_and_not_before()
    {
        await casework.Signed();
        Assert.DoesNotContain((await Of(Provider)).Items, item => item.Kind == WorkKind.Referral);

        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        var asked = Assert.Single((await Of(Provider)).Items, item => item.Kind == WorkKind.Referral);
        Assert.Equal(
            (WorkWhen.Today, "Answer the pathway referral", "accept-pathway-referral"), (asked.When, asked.What, asked.Next));

        await casework.Done(Provider, new PathwayCommand.DeclinePathwayReferral("pathway") { Reason = "No places until June" });
        Assert.DoesNotContain((await Of(Provider)).Items, item => item.Kind == WorkKind.Referral);
    }

    [Fact]
    public async Task A_provider_has_their_condition_only_and_the_worker_chases_them_when_late()
    {
        await casework.Signed();
        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        await casework.Pass(Duration.FromDays(15));

        var own = await Of(Provider);
        Assert.All(own.Items, item => Assert.Equal("pathway", item.Condition));
        Assert.Contains(own.Items, item => item.Next == "accept-pathway-referral");

        await casework.Pass(Duration.FromDays(14));
        Assert.Contains((await Of(Worker)).Items, item => item is { Kind: WorkKind.Chase, Condition: "pathway", When: WorkWhen.Overdue });
    }

    [Fact]
    public async Task A_team_manager_has_what_the_ladder_brought_to_them_and_nobody_else_has()
    {
        await casework.Signed();
        await casework.Pass(Duration.FromDays(1) + Duration.FromHours(8));
        Assert.Empty((await Of(Manager)).Escalated!);
        Assert.Empty((await Of(Manager)).Items);

        await casework.Pass(Duration.FromDays(2));
        var late = Assert.Single((await Of(Manager)).Escalated!);
        Assert.Equal(
            ("Hold the first supervision meeting", "supervision", "Wyn Worker", "schedule-appointment", WorkWhen.Overdue, false),
            (late.What, late.Condition, late.Owner, late.Next, late.When, late.LeadTold));
        Assert.Null((await Of(Worker)).Escalated);

        await casework.Pass(Duration.FromDays(5));
        Assert.Contains((await Of(Manager)).Escalated!, item => item is { What: "Hold the first supervision meeting", LeadTold: true });

        await casework.Done(Worker, casework.Meeting("m-1"));
        await casework.Pass(Duration.FromDays(2));
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.Attended));
        Assert.DoesNotContain((await Of(Manager)).Escalated!, item => item.What == "Hold the first supervision meeting");
    }

    [Fact]
    public async Task A_pathway_is_named_by_its_need_and_its_provider_is_named_to_the_manager()
    {
        await casework.Signed();
        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        await casework.Pass(Duration.FromDays(26));
        var late = Assert.Single((await Of(Manager)).Escalated!, item => item.Condition == "pathway");
        Assert.Equal(("accommodation pathway", "Home First", "Record that the provider accepted"), (late.About, late.Owner, late.NextLabel));
    }

    [Fact]
    public async Task The_next_task_can_be_done_at_every_stage()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1"));
        await casework.Done(Worker, casework.Meeting("m-2", 30));
        await casework.Done(Worker, casework.Meeting("m-3", 60));
        var seen = 0;
        for (var days = 0; days < 130; days += 3)
        {
            var actions = ((Reply<IReadOnlyList<ActionView>>.Given)await new ActionsQuery(casework.Records).Of(Id.Value, Worker, casework.Now)).Value;
            foreach (var item in (await Of(Worker)).Items.Where(item => item.Next is not null))
            {
                seen++;
                Assert.Contains(actions, action => action.Command == item.Next && action.Blocked is null && action.Condition == item.Condition
                    && (action.Item is null || action.Item == item.Item));
            }

            await casework.Pass(Duration.FromDays(3));
        }

        Assert.True(seen > 50, $"{seen}");
    }

    [Fact]
    public async Task Analysts_have_no_work_here() =>
        Assert.IsType<Reply<WorkList>.Refused>(await Query().Of(new Actor("a1", "Ann", Role.Analyst), casework.Now));

    private MyWorkQuery Query() => new(casework.Records, casework.Store);

    private async Task<WorkList> Of(Actor by) => Assert.IsType<Reply<WorkList>.Given>(await Query().Of(by, casework.Now)).Value;
}
