using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Tests.Trials;

/// <summary>A trial from its draft to the opened seed.</summary>
public sealed class TrialTests
{
    private static readonly Actor Lead = People.In(Role.ProgrammeLead);
    private static readonly Actor Officer = People.In(Role.PoliceOfficer);
    private static readonly TrialInputs Ready = new(Seal: "ab12", Keys: new SealedTrialKeys("c2VlZA==", "a2V5"), ArmAt: (_, position) => position % 2 == 0 ? "control" : "programme", Seed: "00ff");

    private TrialState? trial;

    [Fact]
    public void A_draft_is_written_anew_until_it_opens_and_then_is_frozen()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol));
        Assert.Empty(Do(new TrialCommand.DraftTrial(Trialled.Protocol)).Events);
        Do(new TrialCommand.DraftTrial(Trialled.Protocol with { Target = 80 }));
        Do(new TrialCommand.OpenTrial());

        Assert.Equal((TrialStatus.Open, 1, "ab12", 80), (trial!.Status, trial.ProtocolVersion, trial.Seal, trial.Protocol.Target));
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol), RefusalCode.TrialFrozen);
        Assert.Empty(Do(new TrialCommand.OpenTrial()).Events);
    }

    [Theory]
    [InlineData("AB")]
    [InlineData("no spaces")]
    [InlineData("Upper-case")]
    [InlineData("../up")]
    [InlineData("")]
    public void A_code_that_is_none_is_refused(string code) => Assert.Equal(
        RefusalCode.ProtocolFaulty,
        TrialDecider.Decide(new TrialId(code), null, new TrialCommand.DraftTrial(Trialled.Protocol) { By = Lead, At = Case.Time("2026-03-02") }, Ready).Refusal!.Code);

    [Fact]
    public void A_protocol_with_gaps_may_be_a_draft_and_does_not_open()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol with { PrimaryOutcome = "", StoppingRule = " ", AnalysisPlan = "", FollowUpMonths = [], Target = 0, Until = new LocalDate(2026, 3, 1) }));

        var refusal = Refused(new TrialCommand.OpenTrial(), RefusalCode.ProtocolFaulty, Ready with { PlanFaults = ["A block of 5 does not fit."] });

        Assert.Equal(8, refusal.Message.Split('\n').Length);
        Assert.Contains("A block of 5 does not fit.", refusal.Message, StringComparison.Ordinal);
        Assert.Null(trial!.Seal);
    }

    [Theory]
    [InlineData(-1, 12)]
    [InlineData(100_000, 12)]
    [InlineData(100, 0)]
    [InlineData(100, 500)]
    public void Figures_out_of_range_are_refused(int target, int months) => Refused(
        new TrialCommand.DraftTrial(Trialled.Protocol with { Target = target, FollowUpMonths = [months] }), RefusalCode.ProtocolFaulty);

    [Fact]
    public void Hostile_protocols_are_refused()
    {
        Refused(new TrialCommand.DraftTrial(null!), RefusalCode.ProtocolFaulty);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { Arms = default }), RefusalCode.ProtocolFaulty);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { Arms = [null!] }), RefusalCode.ProtocolFaulty);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { BlockSizes = [.. Enumerable.Repeat(4, 200)] }), RefusalCode.ProtocolFaulty);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { Title = new string('x', 201) }), RefusalCode.TextTooLong);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { AnalysisPlan = new string('x', 20_000) }), RefusalCode.TextTooLong);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { Treatment = (TreatmentRule)9 }), RefusalCode.ProtocolFaulty);
        Refused(new TrialCommand.DraftTrial(Trialled.Protocol with { Until = new LocalDate(2026, 2, 1) }), RefusalCode.ProtocolFaulty);
    }

    [Fact]
    public void Only_one_trial_is_open()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol));

        Assert.Contains("Other trial", Refused(new TrialCommand.OpenTrial(), RefusalCode.OtherTrialOpen, Ready with { OtherOpen = "Other trial" }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_keeps_its_reason_and_cannot_change_the_sequence()
    {
        Opened();

        Assert.Equal(RefusalCode.TextMissing, Refusal(new TrialCommand.AmendTrial(trial!.Protocol with { Target = 200 }) { Reason = " " }).Code);
        Refused(new TrialCommand.AmendTrial(trial.Protocol with { BlockSizes = [4] }), RefusalCode.TrialFrozen);
        Refused(new TrialCommand.AmendTrial(trial.Protocol with { Factors = [] }), RefusalCode.TrialFrozen);
        Refused(new TrialCommand.AmendTrial(trial.Protocol with { Arms = [.. trial.Protocol.Arms.Reverse()] }), RefusalCode.TrialFrozen);
        Refused(new TrialCommand.AmendTrial(trial.Protocol with { PrimaryOutcome = "" }), RefusalCode.ProtocolFaulty);
        Do(new TrialCommand.AmendTrial(trial.Protocol with { Target = 200, HarmIndex = "Cambridge 2020" }) { Reason = "More come than expected." });

        var amended = Assert.Single(trial.Amendments);
        Assert.Equal((2, "More come than expected.", "target, harm index"), (amended.Version, amended.Reason, string.Join(", ", amended.Changed)));
        Assert.Equal((200, "ab12"), (trial.Protocol.Target, trial.Seal));
    }

    [Fact]
    public void Each_person_gets_the_next_position_of_their_stratum()
    {
        Opened();
        Do(Allocate("A", "medium/theft/male"));
        Do(Allocate("B", "medium/theft/male"));
        Do(Allocate("C", "medium/theft/female"));

        Assert.Equal(
            [(1, "A", 1, "programme"), (2, "B", 2, "control"), (3, "C", 1, "programme")],
            trial!.Allocations.Select(one => (one.Number, one.Case.Value, one.Position, one.Arm)));
    }

    [Fact]
    public void The_same_case_and_the_same_person_are_never_drawn_again()
    {
        Opened();
        Do(Allocate("A", "medium/theft/male"));
        Assert.Empty(Do(Allocate("A", "medium/theft/male")).Events);
        Do(Allocate("B", "medium/theft/male"));

        Do(Allocate("A-again", "medium/criminal-damage/male", new PersonMarks("pnc-A", null, "other name")));

        Assert.Equal(2, trial!.Allocations.Length);
        Assert.Equal((new AgreementId("A"), 1, "programme"), (trial.ArmFor(new AgreementId("A-again"))!.FirstCase!.Value, trial.ArmFor(new AgreementId("A-again"))!.Number, trial.ArmFor(new AgreementId("A-again"))!.Code));
        Assert.Null(trial.ArmFor(new AgreementId("A"))!.FirstCase);
    }

    [Theory]
    [InlineData("p1", null, "n1", "p1", null, "n2", true)]
    [InlineData("p1", null, "n1", "p2", null, "n1", false)]
    [InlineData("p1", "c1", "n1", null, "c1", "n2", true)]
    [InlineData("p1", null, "n1", null, "c1", "n1", true)]
    [InlineData(null, null, "n1", null, null, "n1", true)]
    [InlineData(null, null, null, null, null, null, false)]
    [InlineData(null, "c1", "n1", null, "c2", "n1", false)]
    public void A_number_decides_before_a_name(string? pnc, string? cro, string? name, string? otherPnc, string? otherCro, string? otherName, bool same)
    {
        Assert.Equal(same, new PersonMarks(pnc, cro, name).IsSame(new PersonMarks(otherPnc, otherCro, otherName)));
        Assert.Equal(same, new PersonMarks(otherPnc, otherCro, otherName).IsSame(new PersonMarks(pnc, cro, name)));
    }

    [Fact]
    public void Nobody_is_allocated_before_the_first_day_after_the_last_or_without_an_open_trial()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol with { From = new LocalDate(2026, 3, 10) }));
        Refused(Allocate("A", "medium/theft/male"), RefusalCode.TrialNotOpen);
        Do(new TrialCommand.OpenTrial());
        Refused(Allocate("A", "medium/theft/male"), RefusalCode.TrialNotOpen);
        Do(Allocate("A", "medium/theft/male") with { At = Case.Time("2026-03-10 09:00") });
        Refused(Allocate("B", "medium/theft/male") with { At = Case.Time("2027-01-01 09:00") }, RefusalCode.TrialNotOpen);
        Do(new TrialCommand.CloseTrial { Reason = "The target is reached." });
        Refused(Allocate("B", "medium/theft/male") with { At = Case.Time("2026-03-11 09:00") }, RefusalCode.TrialNotOpen);
    }

    [Fact]
    public void The_answer_about_research_is_asked_where_the_protocol_says_so()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol with { AsksResearchConsent = true }));
        Do(new TrialCommand.OpenTrial());

        Refused(Allocate("A", "medium/theft/male"), RefusalCode.ResearchConsentMissing);
        Do(Allocate("A", "medium/theft/male") with { ResearchConsent = false });

        Assert.False(trial!.ArmFor(new AgreementId("A"))!.ResearchConsent);
    }

    [Fact]
    public void A_case_waits_a_minute_for_its_officer_and_then_for_the_clock()
    {
        Opened();
        Do(Allocate("A", "medium/theft/male"));
        Assert.Equal(Case.Time("2026-03-02 10:01"), trial!.NextDue);

        Do(new TrialCommand.TimePassed([new CaseAnswer(new AgreementId("A")), new CaseAnswer(new AgreementId("not-ours"))]) { By = Actor.Clock });

        Assert.Equal((null, 0), (trial.NextDue, trial.NotTaken.Length));
        Assert.Empty(Do(new TrialCommand.TimePassed([new CaseAnswer(new AgreementId("A"))]) { By = Actor.Clock }).Events);
    }

    [Fact]
    public void What_a_case_could_not_take_is_kept_for_a_lead()
    {
        Opened();
        Do(Allocate("A", "medium/theft/male"));
        Do(new TrialCommand.TimePassed([new CaseAnswer(new AgreementId("A"), RefusalCode.HandedOver)]) { By = Actor.Clock });

        Assert.Equal(new ArmNotTaken(new AgreementId("A"), RefusalCode.HandedOver), Assert.Single(trial!.NotTaken));
    }

    [Fact]
    public void The_seed_is_opened_after_the_close_and_never_before()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol));
        Refused(new TrialCommand.UnsealTrial(), RefusalCode.SeedSealed);
        Refused(new TrialCommand.CloseTrial { Reason = "x" }, RefusalCode.TrialNotOpen);
        Do(new TrialCommand.OpenTrial());
        Refused(new TrialCommand.UnsealTrial(), RefusalCode.SeedSealed);
        Assert.Equal(RefusalCode.TextMissing, Refusal(new TrialCommand.CloseTrial()).Code);
        Do(new TrialCommand.CloseTrial { Reason = "The target is reached." });
        Assert.Null(trial!.Seed);
        Do(new TrialCommand.UnsealTrial());

        Assert.Equal(("00ff", TrialStatus.Unsealed), (trial.Seed, trial.Status));
        Assert.Empty(Do(new TrialCommand.UnsealTrial()).Events);
        Refused(new TrialCommand.OpenTrial(), RefusalCode.TrialNotOpen);
    }

    [Fact]
    public void Only_a_lead_runs_a_trial()
    {
        Opened();
        foreach (var command in (TrialCommand[])[new TrialCommand.DraftTrial(Trialled.Protocol), new TrialCommand.AmendTrial(Trialled.Protocol) { Reason = "x" }, new TrialCommand.CloseTrial { Reason = "x" }, new TrialCommand.UnsealTrial()])
        {
            Assert.Equal(RefusalCode.RoleNotPermitted, Refusal(command with { By = Officer }).Code);
        }

        Assert.Equal(RefusalCode.RoleNotPermitted, Refusal(Allocate("A", "medium/theft/male") with { By = People.In(Role.KeyWorker) }).Code);
    }

    [Fact]
    public void A_trial_holds_so_many_and_no_more()
    {
        Opened();
        trial = trial! with
        {
            Allocations = [.. Enumerable.Range(1, TrialDecider.MostPeople).Select(n => new PersonAllocation(n, new AgreementId($"C{n}"), "medium/theft/male", n, "programme", new PersonMarks($"p{n}", null, null), Case.Time("2026-03-02")))],
        };

        Refused(Allocate("one-more", "medium/theft/male"), RefusalCode.TrialFull);
    }

    private static TrialCommand.AllocatePerson Allocate(string agreement, string stratum, PersonMarks? person = null) =>
        new(new AgreementId(agreement), stratum, person ?? new PersonMarks($"pnc-{agreement}", null, $"name-{agreement}"), null) { By = Officer };

    private void Opened()
    {
        Do(new TrialCommand.DraftTrial(Trialled.Protocol));
        Do(new TrialCommand.OpenTrial());
    }

    private Decision<TrialState, TrialEvent> Do(TrialCommand command, TrialInputs? facts = null)
    {
        var decision = Decide(command, facts);
        Assert.True(decision.Refusal is null, decision.Refusal?.Message);
        trial = decision.State;
        return decision;
    }

    private Refusal Refused(TrialCommand command, string code, TrialInputs? facts = null)
    {
        var refusal = Decide(command is TrialCommand.AmendTrial or TrialCommand.CloseTrial && command.Reason is null ? command with { Reason = "A reason." } : command, facts).Refusal;
        Assert.Equal(code, refusal?.Code);
        return refusal!;
    }

    private Refusal Refusal(TrialCommand command) => Decide(command, null).Refusal!;

    private Decision<TrialState, TrialEvent> Decide(TrialCommand command, TrialInputs? facts) => TrialDecider.Decide(
        Trialled.Id,
        trial,
        command with { By = command.By == Actor.Clock && command is not TrialCommand.TimePassed ? Lead : command.By, At = command.At == default ? Case.Time("2026-03-02 10:00") : command.At },
        facts ?? Ready);
}
