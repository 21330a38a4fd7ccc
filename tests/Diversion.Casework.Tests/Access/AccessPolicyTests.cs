using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Access;

public sealed class AccessPolicyTests : IDisposable
{
    private static readonly Actor Colleague = new("w2", "Cal Colleague", Role.KeyWorker, "east");
    private static readonly Actor Manager = new("m1", "Mo Manager", Role.TeamManager, "east") { Manages = ["east"] };
    private static readonly Actor Stranger = new("w3", "Stef Stranger", Role.KeyWorker, "west");
    private static readonly Actor OtherOfficer = new("o9", "Ona Officer", Role.PoliceOfficer, "south");
    private static readonly Actor Provider = new("p1", "Pip Provider", Role.Provider, Organisation: "Home First");
    private static readonly Actor OtherProvider = new("p2", "Pat Provider", Role.Provider, Organisation: "Elsewhere");
    private static readonly Actor Analyst = new("a1", "Ann Analyst", Role.Analyst);
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Ones_own_cases_are_seen_without_a_reason_and_those_of_the_team_by_police_and_managers()
    {
        var state = await casework.Signed();

        Assert.Equal(RecordVisibility.Full, AccessPolicy.Of(Worker, state));
        Assert.Equal(RecordVisibility.Full, AccessPolicy.Of(Manager, state));
        Assert.Equal(RecordVisibility.Police, AccessPolicy.Of(Officer, state));
        Assert.Equal(RecordVisibility.Police, AccessPolicy.Of(Officer with { Id = "o2" }, state));
        Assert.Equal(RecordVisibility.Full, AccessPolicy.Of(Lead, state));
    }

    [Fact]
    public async Task A_colleague_of_the_key_worker_and_before_signing_every_key_worker_gives_a_reason()
    {
        Assert.True(AccessPolicy.Of(Colleague, await casework.Signed()).NeedsReason);
        using var unsigned = new CaseworkUnderTest();
        Assert.True(AccessPolicy.Of(Worker, await unsigned.Done(Officer, Referral())).NeedsReason);
    }

    [Fact]
    public async Task The_covering_worker_is_on_the_case_until_the_cover_ends()
    {
        await casework.Signed();
        var covered = await casework.Done(Manager, new TermCommand.CoverCase(new("w2", "Cal Colleague", "east"), Diversion.Domain.Time.WorkingCalendar.DateOf(casework.Now).PlusDays(5)) { Reason = "On leave" });

        Assert.Equal(RecordVisibility.Full, AccessPolicy.Of(Colleague, covered));
        Assert.True(AccessPolicy.Of(Colleague, await casework.Done(Manager, new TermCommand.EndCover())).NeedsReason);
    }

    [Fact]
    public async Task The_manager_of_a_team_that_is_asked_reads_the_case_and_answers_and_does_no_more_with_it()
    {
        var asked = new Actor("m2", "Mia Manager", Role.TeamManager, "west") { Manages = ["west"] };
        Assert.False(AccessPolicy.Of(asked, await casework.Signed()).IsOpen);
        var waiting = await casework.Done(Manager, new TransferCommand.PassToTeam("west") { Reason = "He moved." });

        Assert.Equal(AccessPolicy.TeamAsked, AccessPolicy.Of(asked, waiting).KnownReason);
        Assert.Null(AccessPolicy.MayCommand(asked, waiting, new TransferCommand.DeclineCase()));
        Assert.NotNull(AccessPolicy.MayCommand(asked, waiting, new TransferCommand.StopPassing()));
        Assert.NotNull(AccessPolicy.MayCommand(asked, waiting, new TermCommand.CoverCase(new("w3", "Stef Stranger", "west"), default)));
        Assert.Equal(["team/answer"], waiting.Obligations.Where(open => AccessPolicy.IsWorkOf(asked, waiting, open)).Select(open => open.Id));
        Assert.False(AccessPolicy.Of(asked, await casework.Done(Manager, new TransferCommand.StopPassing())).IsOpen);
    }

    [Fact]
    public async Task A_sergeant_of_another_team_gives_a_reason_unless_the_referral_waits_for_them()
    {
        var stranger = Sergeant with { Team = "elsewhere" };
        Assert.False(AccessPolicy.Of(stranger, await casework.Signed()).IsOpen);

        using var fresh = new CaseworkUnderTest();
        var waiting = (await fresh.Done(Officer, Referral())) with { Status = AgreementStatus.Referred };
        waiting = waiting with { Referral = waiting.Referral with { SafeguardingConcern = false, DomesticAbuseConcern = false } };
        Assert.Equal((true, AccessPolicy.EligibilityWaits), (AccessPolicy.Of(stranger, waiting).NeedsReason, AccessPolicy.Of(stranger, waiting).KnownReason));
    }

    [Fact]
    public async Task A_team_manager_passes_on_and_covers_within_their_teams_only()
    {
        await casework.Signed();

        foreach (var command in new TermCommand[]
        {
            new TermCommand.ChangeKeyWorker(new("w3", "Stef Stranger", "west")),
            new TermCommand.CoverCase(new("w3", "Stef Stranger", "west"), Diversion.Domain.Time.WorkingCalendar.DateOf(casework.Now)),
        })
        {
            var refused = Assert.IsType<Outcome.Refused>(await casework.Do(Manager, command with { Reason = "Leave" }));
            Assert.Equal(RefusalCode.TeamNotYours, refused.Refusal.Code);
            var others = Assert.IsType<Outcome.Refused>(await casework.Do(Manager with { Manages = ["west"] }, command with { Reason = "Leave" }));
            Assert.Equal(CaseworkRefusal.NotYourCase, others.Refusal.Code);
        }

        var passed = await casework.Done(Manager, new TermCommand.ChangeKeyWorker(new("w2", "Cal Colleague", "east")) { Reason = "Leave" });
        Assert.Equal("w2", passed.KeyWorker!.Id);
    }

    [Theory]
    [InlineData(AgreementStatus.BreachReview, AgreementStatus.Active)]
    [InlineData(AgreementStatus.Active, AgreementStatus.Active)]
    [InlineData(AgreementStatus.Breached, AgreementStatus.Breached)]
    public void A_partner_does_not_learn_that_a_breach_is_proposed(AgreementStatus status, AgreementStatus seen)
    {
        Assert.Equal(seen, AccessPolicy.StatusFor(Provider, status));
        Assert.Equal(status, AccessPolicy.StatusFor(Worker, status));
    }

    [Fact]
    public async Task Police_do_not_see_supervision_notes() => Assert.False(AccessPolicy.Of(Sergeant, await casework.Signed()).Notes);

    [Fact]
    public async Task A_complaint_is_read_by_those_who_have_to_answer_it_and_by_nobody_whom_it_is_about()
    {
        await casework.Signed();
        await casework.Done(Officer, Complaint(ComplaintAbout.KeyWorker));
        var state = await casework.Done(Officer, Complaint(ComplaintAbout.PoliceOfficer));
        var officersManager = new Actor("m9", "Max Manager", Role.TeamManager, "north") { Manages = ["north"] };

        foreach (var (who, reads, sees) in new (Actor, string, string)[]
        {
            (Lead, "1 2", "1 2"), (Manager, "1 2", "1 2"), (officersManager, "1 2", "1 2"), (Sergeant, "1 2", "1 2"),
            (Worker, "2", "2"), (Officer, "", "1"), (Officer with { Id = "o2" }, "", "1 2"), (Provider, "", ""),
        })
        {
            var visible = AccessPolicy.Of(who, state);
            Assert.Equal((who.Id, reads, sees), (who.Id, Numbers(visible.ReadsComplaint), Numbers(visible.SeesComplaint)));
        }

        state = await casework.Done(Officer, Complaint(ComplaintAbout.TeamManager));
        Assert.Equal("1 2", Numbers(AccessPolicy.Of(Manager, state).SeesComplaint));

        string Numbers(Func<int, bool> which) => string.Join(' ', state.Complaints.Select(complaint => complaint.Number).Where(which));
        ComplaintCommand.RecordComplaint Complaint(ComplaintAbout about) => new(ComplaintFrom.Person, AnsweredHow.Telephone, casework.Now, about, "Nobody rings back.");
    }

    [Fact]
    public async Task Access_outside_ones_own_work_needs_a_reason()
    {
        var state = await casework.Signed();

        Assert.True(AccessPolicy.Of(Stranger, state).NeedsReason);
        Assert.True(AccessPolicy.Of(OtherOfficer, state).NeedsReason);
    }

    [Fact]
    public async Task A_provider_sees_their_condition_and_no_victim_offence_or_notes()
    {
        var state = await casework.Signed();
        var visible = AccessPolicy.Of(Provider, state);

        Assert.True(visible is { Record: true, Victim: false, Offence: false, Notes: false, Timeline: false });
        Assert.Equal(["pathway"], AccessPolicy.ConditionsOf(Provider, state).Select(condition => condition.Id));
        Assert.Equal(RecordVisibility.Nothing, AccessPolicy.Of(OtherProvider, state));
    }

    [Fact]
    public async Task An_analyst_sees_no_record() => Assert.Equal(RecordVisibility.Nothing, AccessPolicy.Of(Analyst, await casework.Signed()));

    [Fact]
    public async Task A_command_on_somebody_elses_case_is_refused()
    {
        await casework.Signed();

        foreach (var (actor, command) in new (Actor, AgreementCommand)[]
        {
            (Stranger, new TermCommand.AddNote("x")),
            (OtherOfficer, new TermCommand.AddNote("x")),
            (OtherProvider, new PathwayCommand.AcceptPathwayReferral("pathway")),
        })
        {
            var refused = Assert.IsType<Outcome.Refused>(await casework.Do(actor, command));
            Assert.Equal(CaseworkRefusal.NotYourCase, refused.Refusal.Code);
        }

        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        await casework.Done(Provider, new PathwayCommand.AcceptPathwayReferral("pathway"));
    }

    [Fact]
    public async Task A_provider_has_no_say_in_a_condition_of_another()
    {
        await casework.Signed();

        var refused = Assert.IsType<Outcome.Refused>(await casework.Do(Provider, casework.Meeting("m-1")));

        Assert.Equal(CaseworkRefusal.NotYourCase, refused.Refusal.Code);
    }

    [Fact]
    public async Task A_risk_to_staff_is_recorded_by_those_who_are_shown_it_and_by_nobody_else()
    {
        var state = await casework.Signed();
        var risk = new ReferralCommand.RecordStaffRisk("Knife at the door.");

        Assert.All([Worker, Manager, Officer, Sergeant], actor => Assert.Null(AccessPolicy.MayCommand(actor, state, risk)));
        Assert.All(
            [Colleague, Sergeant with { Id = "s2", Team = "south" }, Manager with { Id = "m2", Team = "north", Manages = ["north"] }],
            actor => Assert.Equal((actor.Id, CaseworkRefusal.NotYourCase), (actor.Id, AccessPolicy.MayCommand(actor, state, risk)?.Code)));
    }

    [Theory]
    [InlineData(ConditionStatus.InProgress, true)]
    [InlineData(ConditionStatus.Waived, false)]
    [InlineData(ConditionStatus.Substituted, false)]
    public async Task A_partner_whose_condition_was_waived_or_replaced_meets_the_person_no_more(ConditionStatus status, bool meets)
    {
        var state = await casework.Signed();
        state = state with { Conditions = [.. state.Conditions.Select(condition => condition with { Status = status }), Restorative("restorative-justice", 1, "A") with { Status = status }] };

        Assert.Equal(meets, AccessPolicy.MeetsPerson(Provider, state));
        Assert.Equal(meets, AccessPolicy.MeetsPerson(Facilitator("A"), state));
    }

    [Fact]
    public async Task A_facilitator_acts_on_their_own_restorative_justice_and_not_on_that_with_another_victim()
    {
        var state = await casework.Signed();
        state = state with
        {
            Conditions = [.. state.Conditions, Restorative("restorative-justice", 1, "A") with { Status = ConditionStatus.Substituted }, Restorative("restorative-justice-2", 2, "B")],
        };

        Assert.Equal(CaseworkRefusal.NotYourCase, AccessPolicy.MayCommand(Facilitator("A"), state, Answer("restorative-justice-2"))?.Code);
        Assert.Null(AccessPolicy.MayCommand(Facilitator("A"), state, Answer("restorative-justice")));
        Assert.Null(AccessPolicy.MayCommand(Facilitator("B"), state, Answer("restorative-justice-2")));

        static RestorativeJusticeCommand Answer(string condition) => new RestorativeJusticeCommand.RecordVictimAnswer(condition, true, RestorativeProcess.Letter);
    }

    [Fact]
    public async Task Access_is_logged_with_time_and_reason()
    {
        var log = new AccessLog(casework.Store);
        await log.Record(Id, Stranger, casework.Now, "Covering for Wyn, who is ill", "record");

        var entry = Assert.Single(await log.Of(Id));

        Assert.Equal(("w3", "Covering for Wyn, who is ill", casework.Now), (entry.ActorId, entry.Reason, entry.At));
    }

    private static Actor Facilitator(string id) => new(id, $"Facilitator {id}", Role.Facilitator);

    private static RestorativeJusticeCondition Restorative(string id, int victim, string facilitator) => new(id, new StaffRef(facilitator, $"Facilitator {facilitator}", null)) { Victim = victim };
}
