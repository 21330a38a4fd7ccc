using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Victim;

/// <summary>Victims' right to review, and complaints: signed on Thursday 5 March 2026.</summary>
public sealed class VictimRequestTests
{
    private static readonly VictimCommand.RecordVictimRequest Asked = new(VictimRequestKind.Review, "Why is there no charge?", "Sergeant Sam Stone");

    private static readonly VictimCommand.AnswerVictimRequest Answered =
        new(1, VictimRequestOutcome.NotUpheld, "Inspector Evelyn Moss", ToldHow.Letter, Said: "The reasons were explained.");

    private static readonly RulesInForce Grant = Shipped.Checkpoint with
    {
        Scheme = Shipped.Checkpoint.Scheme with { Victim = Shipped.Checkpoint.Scheme.Victim with { Review = VictimReviewRules.Usual with { Granted = true } } },
    };

    [Theory]
    [InlineData(VictimRequestKind.Review)]
    [InlineData(VictimRequestKind.Complaint)]
    public void It_is_acknowledged_in_ten_working_days_and_answered_in_thirty(VictimRequestKind kind)
    {
        var active = Granting().When(Asked with { Kind = kind });

        Assert.Equal(Case.Time("2026-03-19 17:00"), active.Owed("victim/acknowledge/1").Deadline.Due);
        Assert.Equal(Case.Time("2026-04-20 17:00"), active.Owed("victim/answer/1").Deadline.Due);
        Assert.Equal("1-1", active.Owed("victim/answer/1").About().Item);
        active.Given(new VictimCommand.AcknowledgeVictimRequest(1, ToldHow.Letter)).OwesNo("victim/acknowledge/1");
        active.Given(Answered).OwesNo("victim/answer/1");
        Assert.Equal((VictimRequestOutcome.NotUpheld, "Inspector Evelyn Moss"), (active.State.Victims.Only!.Requests[0].Outcome, active.State.Victims.Only!.Requests[0].Reviewer));
    }

    [Fact]
    public void The_clock_runs_from_the_day_on_which_they_asked() =>
        Assert.Equal(Case.Time("2026-03-19 17:00"), Granting().On("2026-03-11 09:00").When(Asked with { On = new LocalDate(2026, 3, 5) }).Owed("victim/acknowledge/1").Deadline.Due);

    [Theory]
    [InlineData("Sergeant Olive Moss", RefusalCode.ReviewerTooLow)]
    [InlineData("PC Olive Moss", RefusalCode.ReviewerTooLow)]
    [InlineData("Olive Moss", RefusalCode.RankUnknown)]
    [InlineData("", RefusalCode.RankUnknown)]
    [InlineData("Inspector Sam Stone", RefusalCode.ReviewerInvolved)]
    [InlineData("Inspector Ada Officer", RefusalCode.ReviewerInvolved)]
    [InlineData("DCI Kit Worker", RefusalCode.ReviewerInvolved)]
    public void The_reviewer_is_one_rank_above_the_decision_and_had_no_part_in_the_case(string reviewer, string code) =>
        Granting().Given(Asked).When(Answered with { Reviewer = reviewer }).Refused(code);

    [Theory]
    [InlineData("DI Evelyn Moss")]
    [InlineData("Detective Inspector Evelyn Moss")]
    [InlineData("chief superintendent Evelyn Moss")]
    [InlineData("Inspector Samuel Stonehouse")]
    [InlineData("Inspector Mikit Workerby")]
    public void A_rank_is_known_by_its_usual_words(string reviewer) =>
        Granting().Given(Asked, Answered with { Reviewer = reviewer }).OwesNo("victim/answer/1");

    [Fact]
    public void Whose_decision_it_is_is_said_with_the_rank()
    {
        var active = Granting();

        active.When(Asked with { Decider = "Sam Stone" }).Refused(RefusalCode.RankUnknown);
        active.When(Asked with { Decider = "ACC Sam Stone" }).Refused(RefusalCode.ReviewerTooLow);
    }

    [Fact]
    public void One_that_is_withdrawn_needs_no_reviewer_and_one_that_is_answered_stays_answered()
    {
        var active = Granting().Given(Asked, new VictimCommand.AnswerVictimRequest(1, VictimRequestOutcome.Withdrawn, How: ToldHow.Telephone));

        active.OwesNo("victim/acknowledge/1").OwesNo("victim/answer/1").When(Answered).Refused(RefusalCode.RequestAnswered);
        active.When(new VictimCommand.AnswerVictimRequest(1, VictimRequestOutcome.Withdrawn, How: ToldHow.Telephone)).ThenNothing();
        active.When(Answered with { Request = 2 }).Refused(RefusalCode.RequestUnknown);
        active.When(new VictimCommand.AcknowledgeVictimRequest(1, ToldHow.Letter)).ThenNothing();
    }

    [Fact]
    public void A_complaint_about_somebody_without_a_rank_needs_nobody_with_a_rank()
    {
        var active = Granting().Given(Asked with { Kind = VictimRequestKind.Complaint, Decider = "Kit Worker" });

        active.When(Answered with { Reviewer = null }).Refused(RefusalCode.TextMissing);
        active.When(Answered with { Reviewer = "Kit Worker" }).Refused(RefusalCode.ReviewerInvolved);
        active.When(Answered with { Reviewer = "Max Manager" }).OwesNo("victim/answer/1");
        active.When(Asked with { Decider = "Kit Worker" }).Refused(RefusalCode.RankUnknown);
    }

    [Fact]
    public void Where_the_list_of_ranks_became_shorter_nobody_ranks_above_the_highest()
    {
        var active = Granting().Given(Asked);
        var reviews = active.RulesInForce.Scheme.Victim.Reviews;
        active.RulesInForce = active.RulesInForce with
        {
            Scheme = active.RulesInForce.Scheme with { Victim = active.RulesInForce.Scheme.Victim with { Review = reviews with { Ranks = reviews.Ranks[..2] } } },
        };

        Assert.Contains("professional standards", active.When(Answered with { Reviewer = "PC Evelyn Moss" }).Refused(RefusalCode.ReviewerTooLow).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PC Ada Officer")]
    [InlineData("Constable Officer")]
    public void Whoever_it_is_about_neither_acknowledges_nor_answers_it(string decider)
    {
        var active = Granting().Given(Asked with { Kind = VictimRequestKind.Complaint, Decider = decider });

        active.When(new VictimCommand.AcknowledgeVictimRequest(1, ToldHow.Letter), People.Officer).Refused(RefusalCode.ComplaintAboutYou);
        active.When(Answered, People.Officer).Refused(RefusalCode.ComplaintAboutYou);
        active.When(new VictimCommand.AnswerVictimRequest(1, VictimRequestOutcome.Withdrawn, How: ToldHow.Letter), People.Officer).Refused(RefusalCode.ComplaintAboutYou);
        active.When(Answered, People.Manager).OwesNo("victim/answer/1");
    }

    [Fact]
    public void The_team_manager_owes_it_and_withdrawing_it_needs_a_reason()
    {
        var active = Granting().Given(Asked);

        Assert.Equal(Addressee.TeamManager, active.Owed("victim/acknowledge/1").Owner);
        Assert.Equal(Addressee.TeamManager, active.Owed("victim/answer/1").Owner);
        active.When(new VictimCommand.AnswerVictimRequest(1, VictimRequestOutcome.Withdrawn, How: ToldHow.Letter) { Reason = " " }).Refused(RefusalCode.ReasonMissing);
    }

    [Fact]
    public void The_same_answer_twice_is_a_repeat_and_another_is_refused()
    {
        var active = Granting().Given(Asked, Answered);

        active.On("2026-03-06").When(Answered).ThenNothing();
        active.When(Answered with { Outcome = VictimRequestOutcome.Upheld }).Refused(RefusalCode.RequestAnswered);
        active.When(Answered with { Said = "Nothing." }).Refused(RefusalCode.RequestAnswered);
    }

    [Fact]
    public void The_same_request_twice_is_a_repeat_and_another_has_a_number_of_its_own()
    {
        var active = Granting().Given(Asked);

        active.When(Asked).ThenNothing();
        active.When(Asked with { Kind = VictimRequestKind.Complaint }).Owed("victim/answer/2");
    }

    [Fact]
    public void It_goes_on_after_the_ending_also_for_one_who_has_opted_out_and_is_chased()
    {
        var ended = Granting().Given(Asked, new VictimCommand.OptVictimOut(), new TermCommand.Discontinue(DiscontinuationCause.Moved));

        Assert.NotNull(ended.Owed("victim/answer/1"));
        ended.Until("2026-04-01").Given(Asked with { Kind = VictimRequestKind.Complaint });
        Assert.Contains(ended.All<TermEvent.ObligationEscalated>(), step => step.Obligation == "victim/acknowledge/1");
    }

    [Fact]
    public void A_force_that_says_nothing_of_a_review_grants_none_and_takes_complaints()
    {
        var active = Brought.ToActive();

        active.When(Asked).Refused(RefusalCode.ReviewNotGranted);
        active.When(Asked with { Kind = VictimRequestKind.Complaint }).Owed("victim/answer/1");
    }

    [Fact]
    public void A_victim_who_asked_for_a_review_is_not_removed_and_the_refusal_says_why()
    {
        var refusal = Brought.ToReferred(inForce: Grant).Given(new VictimCommand.RecordVictim(true), Asked).When(new VictimCommand.RemoveVictim { Victim = 1 }).Refused(RefusalCode.VictimTold);
        Assert.StartsWith("This victim has asked for a review or complained, so they stay on the case.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Of a force that grants a review.</summary>
    private static Case Granting() => Brought.ToActive(Grant);
}
