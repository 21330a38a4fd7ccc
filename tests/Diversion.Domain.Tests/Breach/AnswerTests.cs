using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

/// <summary>
/// The person may answer before a breach is confirmed. It is proposed on Monday 16 March 2026, to be told by Tuesday; five
/// working days after that is Tuesday 24 March, and three more for the lead are Friday 27 March.
/// </summary>
public sealed class AnswerTests
{
    private const string News = "breach-proposed-1";

    private static readonly BreachCommand.DecideBreach Confirm = new(BreachDecision.Confirm);

    [Fact]
    public void The_lead_decides_after_the_person_had_five_working_days_from_being_told()
    {
        var review = Brought.ToBreachReview();

        Assert.Equal((Case.Time("2026-03-24 17:00"), Case.Time("2026-03-27 17:00")), (review.State.Breach!.AnswerUntil, review.State.Breach.Decide.Due));
        var told = review.When(Told()).Then<BreachEvent.AnswerAwaited>();
        Assert.Equal((Case.Time("2026-03-24 17:00"), Case.Time("2026-03-27 17:00")), (told.Until.Due, told.Decide.Due));
        Assert.Equal((RuleIds.BreachAnswer, new CommandSubject(Item: News)), (review.Owed($"answer/{News}").Deadline.Rule, review.Owed($"answer/{News}").About()));
    }

    [Fact]
    public void It_is_not_confirmed_before_the_time_is_over()
    {
        var review = Brought.ToBreachReview().Given(Told());

        var refused = review.On("2026-03-24 16:59").When(Confirm).Refused(RefusalCode.AnswerAwaited);
        Assert.Contains("5pm on 24 March 2026", refused.Message, StringComparison.Ordinal);
        review.On("2026-03-24 17:00").Given(Confirm).Is(AgreementStatus.Breached);
        review.OwesNo($"answer/{News}");
    }

    [Fact]
    public void Nobody_who_was_not_told_could_answer()
    {
        var review = Brought.ToBreachReview();

        var refused = review.On("2026-04-20").When(Confirm).Refused(RefusalCode.AnswerAwaited);
        Assert.Contains("told", refused.Message, StringComparison.Ordinal);
        Assert.True(review.State.MayAnswer(review.Now));
    }

    [Fact]
    public void All_other_decisions_need_not_wait() =>
        Brought.ToBreachReview().When(new BreachCommand.DecideBreach(BreachDecision.Continue)).Is(AgreementStatus.Active);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_an_answer_or_without_the_wish_to_give_one_the_days_of_the_lead_begin(bool declines)
    {
        var review = Brought.ToBreachReview().Given(Told()).On("2026-03-18");

        review.Given(Answer() with { Declines = declines, Said = declines ? null : "I was in hospital." });

        review.OwesNo($"answer/{News}");
        Assert.Equal(Case.Time("2026-03-23 17:00"), review.Owed("breach/1").Deadline.Due);
        review.When(Confirm).Is(AgreementStatus.Breached);
        Assert.Null(review.All<BreachEvent.BreachDecided>().Single().EarlyReason);
    }

    [Fact]
    public void An_answer_on_the_last_day_gives_the_lead_no_day_more()
    {
        var review = Brought.ToBreachReview().Given(Told()).On("2026-03-26").When(Answer());

        Assert.Equal(Case.Time("2026-03-27 17:00"), review.Owed("breach/1").Deadline.Due);
    }

    [Fact]
    public void A_lead_decides_earlier_with_a_reason_of_its_own()
    {
        var review = Brought.ToBreachReview();

        review.When(Confirm with { EarlyReason = "test" }).Refused(RefusalCode.ReasonTooShort);
        review.When(Confirm with { EarlyReason = "They have left the country and cannot be reached." });

        Assert.Equal("They have left the country and cannot be reached.", review.Then<BreachEvent.BreachDecided>().EarlyReason);
        review.Is(AgreementStatus.Breached);
    }

    [Fact]
    public void A_reason_that_is_not_needed_is_not_kept()
    {
        var heard = Brought.ToBreachReview().Heard();

        Assert.Null(heard.When(Confirm with { EarlyReason = "x" }).Then<BreachEvent.BreachDecided>().EarlyReason);
    }

    [Theory]
    [InlineData("2026-03-18 10:00", ToldHow.InPerson, "2026-03-25 17:00", "2026-03-30 17:00")]
    [InlineData("2026-03-17 10:00", ToldHow.Letter, "2026-03-26 17:00", "2026-03-31 17:00")]
    [InlineData("2026-03-30 10:00", ToldHow.Telephone, "2026-04-08 17:00", "2026-04-13 17:00")]
    public void Told_late_or_by_post_the_person_has_their_five_days_all_the_same(string told, ToldHow how, string until, string decide)
    {
        var review = Brought.ToBreachReview().Until(told);

        review.When(new TellingCommand.TellPerson(News, how, review.Now));

        Assert.Equal(Case.Time(until), review.Owed($"answer/{News}").Deadline.Due);
        Assert.Equal(Case.Time(decide), review.Owed("breach/1").Deadline.Due);
    }

    [Fact]
    public void A_correction_of_the_telling_gives_more_time_and_never_less()
    {
        var review = Brought.ToBreachReview().Given(Told()).On("2026-03-23")
            .When(Told(Case.Time("2026-03-20 10:00")) with { Reason = "It was on Friday." });
        Assert.Equal(Case.Time("2026-03-27 17:00"), review.State.Breach!.AnswerUntil);

        review.When(Told(Case.Time("2026-03-16 12:00")) with { Reason = "It was on Monday." }).ThenNo<BreachEvent.AnswerAwaited>();
        Assert.Equal(Case.Time("2026-03-27 17:00"), review.State.Breach!.AnswerUntil);
    }

    [Theory]

    // Charge by Monday 10 August: a decision leaves seven days, so the person answers by the Friday before 3 August.
    [InlineData("2026-07-17", "2026-07-27 17:00", "2026-07-30 17:00")]
    [InlineData("2026-07-23", "2026-07-31 17:00", "2026-08-03 17:00")]
    [InlineData("2026-07-27", "2026-07-31 17:00", "2026-08-03 17:00")]

    // Nobody has less than the next working day.
    [InlineData("2026-07-31", "2026-08-04 17:00", "2026-08-05 17:00")]

    // There is nothing left to save.
    [InlineData("2026-08-11", "2026-08-19 17:00", "2026-08-24 17:00")]
    public void Near_the_charge_by_date_the_time_is_shorter(string proposed, string until, string decide)
    {
        var review = Brought.ToEligible(People.Theft with { Class = OffenceClass.SummaryOnly }).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign())
            .On(proposed).When(new BreachCommand.ProposeBreach());

        Assert.Equal((Case.Time(until), Case.Time(decide)), (review.State.Breach!.AnswerUntil, review.State.Breach.Decide.Due));
        Assert.Equal(Case.Time(until), review.When(Told(review.Now)).Then<BreachEvent.AnswerAwaited>().Until.Due);
    }

    [Fact]
    public void When_the_time_is_over_the_lead_hears_of_it_and_nobody_is_late_and_nothing_is_decided()
    {
        var review = Brought.ToBreachReview().Given(Told()).Until("2026-03-24 17:00");

        Assert.Equal(Case.Time("2026-03-24 17:00"), review.All<BreachEvent.AnswerTimeEnded>().Single().At);
        Assert.Single(review.All<TermEvent.OwnerReminded>(), reminded => reminded.Obligation == $"answer/{News}");
        Assert.DoesNotContain(review.All<TermEvent.ObligationEscalated>(), late => late.Obligation == $"answer/{News}");
        review.OwesNo($"answer/{News}").Is(AgreementStatus.BreachReview);
        Assert.Single(review.Until("2026-06-01").All<BreachEvent.AnswerTimeEnded>());
    }

    [Fact]
    public void After_an_answer_no_time_ends()
    {
        var review = Brought.ToBreachReview().Given(Told(), Answer()).Until("2026-06-01");

        Assert.Empty(review.All<BreachEvent.AnswerTimeEnded>());
    }

    [Fact]
    public void How_when_what_through_whom_and_by_whom_are_kept()
    {
        var review = Brought.ToBreachReview().Given(Told()).On("2026-03-18");

        review.When(
            new TellingCommand.RecordAnswer(News, AnsweredHow.ThroughSomebody, Case.Time("2026-03-17 15:00"), "He was at a funeral.", Through: "Sol Icitor"), People.Manager);

        Assert.Equal(
            new PersonAnswer(
                1, News, AnsweredHow.ThroughSomebody, Case.Time("2026-03-17 15:00"), "He was at a funeral.", false, "Sol Icitor", "Max Manager", Case.Time("2026-03-18")),
            Assert.Single(review.State.Answers));
    }

    [Fact]
    public void More_than_one_answer_is_kept_and_a_correction_replaces_one_with_a_reason()
    {
        var review = Brought.ToBreachReview().Given(Told(), Answer("I was ill.")).When(Answer("And I rang.") with { How = AnsweredHow.Writing });
        Assert.Equal(["I was ill.", "And I rang."], review.State.AnswersTo(News).Select(answer => answer.Said));
        review.When(Answer("I was ill.")).ThenNothing();

        review.When(Answer("I was in hospital.") with { Corrects = 1 }).Refused(RefusalCode.ReasonMissing);
        review.When(Answer("I was in hospital.") with { Corrects = 1, Reason = "A word was wrong." });

        Assert.Equal(["And I rang.", "I was in hospital."], review.State.AnswersTo(News).Select(answer => answer.Said));
        Assert.Equal(3, review.State.Answers.Length);
        review.When(Answer("No.") with { Corrects = 1, Reason = "Again." }).Refused(RefusalCode.AnswerUnknown);
        review.When(Answer("No.") with { Corrects = 9, Reason = "Again." }).Refused(RefusalCode.AnswerUnknown);
    }

    [Fact]
    public void What_cannot_be_an_answer_is_refused()
    {
        var review = Brought.ToBreachReview(Brought.Supervision());

        review.When(Answer() with { Said = " " }).Refused(RefusalCode.TextMissing);
        review.When(Answer() with { How = AnsweredHow.ThroughSomebody }).Refused(RefusalCode.TextMissing);
        review.When(Answer() with { How = (AnsweredHow)9 }).Refused(RefusalCode.ValueOutOfRange);
        review.When(Answer() with { AnsweredAt = review.Now + Duration.FromMinutes(1) }).Refused(RefusalCode.DateInFuture);
        review.When(Answer() with { AnsweredAt = review.Now - Duration.FromMinutes(1) }).Refused(RefusalCode.ToldBeforeNews);
        review.When(Answer() with { News = "breach-proposed-2" }).Refused(RefusalCode.NewsUnknown);
        review.Given(new TermCommand.AddNote("-")).When(Answer() with { News = "version-2" }).Refused(RefusalCode.NewsUnknown);
    }

    [Fact]
    public void It_is_recorded_by_those_who_supervise() =>
        Assert.All(
            Enum.GetValues<Role>(),
            role =>
            {
                var review = Brought.ToBreachReview().When(Answer(), People.In(role));
                if (role is Role.KeyWorker or Role.TeamManager or Role.ProgrammeLead)
                {
                    Assert.Null(review.Refusal);
                }
                else
                {
                    review.Refused(RefusalCode.RoleNotPermitted);
                }
            });

    [Fact]
    public void An_answer_that_comes_after_the_decision_is_kept_and_a_lead_sees_it()
    {
        var breached = Brought.ToBreached().On("2026-03-20").When(Answer("I was in hospital."));

        Assert.True(breached.Then<TellingEvent.PersonAnswered>().Late);
        Assert.Contains(breached.State.Alerts, alert => alert.Kind == AlertKind.AnswerAfterDecision && alert.Subject == News);
        breached.Is(AgreementStatus.Breached);

        var active = Brought.ToBreachReview().Given(new BreachCommand.DecideBreach(BreachDecision.Continue)).When(Answer());
        Assert.Contains(active.State.Alerts, alert => alert.Kind == AlertKind.AnswerAfterDecision);
        active.Is(AgreementStatus.Active);
    }

    [Fact]
    public void A_warning_can_be_contested_and_a_lead_sees_it()
    {
        var warned = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"));

        warned.On("2026-03-16").When(Answer("I was there.") with { News = "warning-1" });

        Assert.Equal("I was there.", Assert.Single(warned.State.AnswersTo("warning-1")).Said);
        Assert.Equal(new Alert("alert-1", AlertKind.WarningContested, "warning-1", warned.Now), Assert.Single(warned.State.Alerts));
        warned.When(Answer() with { News = "warning-1", Declines = true }).Refused(RefusalCode.ValueOutOfRange);
        warned.Given(new BreachCommand.WithdrawWarning(1)).When(Answer("Still.") with { News = "warning-1" }).Refused(RefusalCode.ObligationNotOpen);
    }

    [Fact]
    public void After_the_end_a_warning_is_not_contested_any_more()
    {
        var ended = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"), new TermCommand.Discontinue(DiscontinuationCause.Moved)).On("2026-03-16");

        ended.When(Answer() with { News = "warning-1" }).Refused(RefusalCode.WrongStatus);
    }

    [Fact]
    public void The_days_are_figures_of_the_scheme()
    {
        var longer = Brought.ToActive(Shipped.With("breach.answerWorkingDays=10")).On("2026-03-16").When(new BreachCommand.ProposeBreach());
        Assert.Equal(Case.Time("2026-03-31 17:00"), longer.State.Breach!.AnswerUntil);

        var none = Brought.ToActive(Shipped.With("breach.answerWorkingDays=0")).On("2026-03-16").When(new BreachCommand.ProposeBreach());
        Assert.Equal((null, Case.Time("2026-03-19 17:00")), (none.State.Breach!.AnswerUntil, none.State.Breach.Decide.Due));
        none.When(Told()).ThenNo<BreachEvent.AnswerAwaited>();
        none.Given(Answer()).When(Confirm).Is(AgreementStatus.Breached);
        Assert.Equal((5, 7), (Shipped.TurningPoint.Scheme.Breach.AnswerWorkingDays, Shipped.Checkpoint.Scheme.Breach.DecideDaysBeforeChargeBy));
    }

    [Fact]
    public void A_proposal_of_an_earlier_version_of_the_program_is_decided_as_it_was()
    {
        var review = Brought.ToActive().On("2026-03-16");
        var proposed = Brought.ToBreachReview().All<BreachEvent.BreachProposed>().Single() with { AnswerUntil = null };
        var state = Agreement.Evolve(review.State, proposed);

        var decision = Agreement.Decide(state, Confirm with { By = People.Lead, At = review.Now, Reason = "As proposed." }, Shipped.Checkpoint);

        Assert.Null(decision.Refusal);
    }

    private static TellingCommand.TellPerson Told(Instant? at = null) => new(News, ToldHow.InPerson, at ?? Case.Time("2026-03-16"));

    private static TellingCommand.RecordAnswer Answer(string said = "I was ill.") => new(News, AnsweredHow.Telephone, Case.Time("2026-03-16"), said);
}
