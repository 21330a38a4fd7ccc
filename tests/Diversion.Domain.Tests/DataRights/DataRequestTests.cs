using Diversion.Domain.Agreements;
using Diversion.Domain.DataRights;
using Diversion.Domain.Keeping;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Transfers;

namespace Diversion.Domain.Tests.DataRights;

/// <summary>The person asks for their record or disputes it: signed on Thursday 5 March 2026, asked on Monday 16 March.</summary>
public sealed class DataRequestTests
{
    private static readonly LocalDate Asked = new(2026, 3, 16);

    [Theory]

    // A Thursday; a Sunday goes to the Monday; the last day of a shorter month is a Saturday before a Monday; Good Friday to the Tuesday after Easter.
    [InlineData("2026-03-16", 1, "2026-04-16")]
    [InlineData("2026-03-19", 1, "2026-04-20")]
    [InlineData("2026-01-31", 1, "2026-03-02")]
    [InlineData("2026-03-03", 1, "2026-04-07")]
    [InlineData("2026-03-16", 3, "2026-06-16")]
    public void The_limit_is_the_same_day_of_a_later_month_or_the_next_working_day(string received, int months, string due) =>
        Assert.Equal(Day(due), DataRequestTime.Due(Day(received), months, Shipped.Checkpoint.Calendar));

    [Fact]
    public void A_lead_answers_within_a_month_and_the_ladder_runs_until_then()
    {
        var asked = Brought.ToActive().On("2026-03-16 12:00").When(new DataRequestCommand.RecordAccessRequest(Asked, " All of it. "), People.Officer);

        Assert.Equal((DataRequestKind.Access, "All of it."), asked.Then<DataRequestEvent.DataRequestReceived>() is var made ? (made.Kind, made.What) : default);
        var owed = asked.Owed("data-request/1");
        Assert.Equal((Case.Time("2026-04-16 17:00"), Addressee.ProgrammeLead, new CommandSubject(Item: "1")), (owed.Deadline.Due, owed.Owner, owed.About()));
        Assert.Equal(Case.Time("2026-04-16 09:00"), owed.Deadline.Ladder[0]);

        var answered = Open().When(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Asked, "By post."), People.Lead);
        answered.OwesNo("data-request/1");
        Assert.Equal(new DataRequestAnswer(DataRequestResult.Given, Asked, "By post.", People.Lead.Name), answered.State.DataRequests.Single().Answered);
    }

    [Fact]
    public void It_is_recorded_once_and_answered_once()
    {
        var asked = Open();
        asked.When(new DataRequestCommand.RecordAccessRequest(Asked), People.Worker).ThenNothing();
        var answered = asked.Given(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Refused, Asked, "He has it.") { By = People.Lead });

        answered.When(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Refused, Asked, "He has it."), People.OtherLead).ThenNothing();
        answered.When(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Asked, "By post."), People.Lead).Refused(RefusalCode.DataRequestSettled);
        answered.When(new DataRequestCommand.ExtendDataRequest(1) { Reason = "Much." }, People.Lead).Refused(RefusalCode.DataRequestSettled);
    }

    [Fact]
    public void Two_more_months_are_taken_once_and_only_before_the_first_is_over()
    {
        var extended = Open().Given(new DataRequestCommand.ExtendDataRequest(1) { By = People.Lead, Reason = "Three cases, and many papers." });

        Assert.Equal(Case.Time("2026-06-16 17:00"), extended.Owed("data-request/1").Deadline.Due);
        extended.When(new DataRequestCommand.ExtendDataRequest(1) { Reason = "Still." }, People.Lead).ThenNothing();
        Open().On("2026-04-17 10:00").When(new DataRequestCommand.ExtendDataRequest(1) { Reason = "Much." }, People.Lead).Refused(RefusalCode.DataRequestLate);
        Open().When(new DataRequestCommand.ExtendDataRequest(2) { Reason = "Much." }, People.Lead).Refused(RefusalCode.DataRequestUnknown);
    }

    [Fact]
    public void What_the_person_disputes_stays_whatever_is_decided()
    {
        var disputed = Brought.ToActive().On("2026-03-16 12:00").Given(new DataRequestCommand.RecordCorrectionRequest(Asked, "I never lived there."));
        disputed.When(new DataRequestCommand.AnswerCorrectionRequest(1, DataRequestResult.Given, Asked, "No."), People.Lead).Refused(RefusalCode.ValueOutOfRange);
        disputed.When(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Asked, "No."), People.Lead).Refused(RefusalCode.DataRequestUnknown);

        var decided = disputed.Given(new DataRequestCommand.AnswerCorrectionRequest(1, DataRequestResult.NotCorrected, Asked, "Two letters came back from there.") { By = People.Lead });

        Assert.Equal(("I never lived there.", DataRequestResult.NotCorrected), decided.State.DataRequests.Single() is var kept ? (kept.What, kept.Answered!.Result) : default);
        decided.OwesNo("data-request/1");
    }

    [Fact]
    public void Passages_are_marked_and_shown_again_until_the_request_is_answered()
    {
        var marked = Open().Given(new DataRequestCommand.MarkPassage(1, " Val Example ", MarkGround.AnotherPerson) { By = People.Lead });
        Assert.Equal(new PassageMark("Val Example", MarkGround.AnotherPerson, People.Lead.Name), Assert.Single(marked.State.DataRequests.Single().Marks));
        marked.When(new DataRequestCommand.MarkPassage(1, "Val Example", MarkGround.AnotherPerson), People.OtherLead).ThenNothing();
        marked.When(new DataRequestCommand.MarkPassage(1, "Val", null), People.Lead).ThenNothing();
        Assert.Equal(MarkGround.LegalAdvice, marked.When(new DataRequestCommand.MarkPassage(1, "Val Example", MarkGround.LegalAdvice), People.Lead).State.DataRequests.Single().Marks.Single().Ground);
        Assert.Empty(marked.When(new DataRequestCommand.MarkPassage(1, "Val Example", null), People.Lead).State.DataRequests.Single().Marks);

        marked.When(new DataRequestCommand.MarkPassage(1, "V", MarkGround.AnotherPerson), People.Lead).Refused(RefusalCode.TextInvalid);
        marked.When(new DataRequestCommand.MarkPassage(1, new string('a', DataRequestCommand.MarkPassage.Longest + 1), MarkGround.AnotherPerson), People.Lead).Refused(RefusalCode.TextInvalid);
        marked.When(new DataRequestCommand.MarkPassage(1, "Val", (MarkGround)9), People.Lead).Refused(RefusalCode.ValueOutOfRange);
        marked.When(new DataRequestCommand.MarkPassage(2, "Val", MarkGround.AnotherPerson), People.Lead).Refused(RefusalCode.DataRequestUnknown);
        marked.Given(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Asked, "By post.") { By = People.Lead })
            .When(new DataRequestCommand.MarkPassage(1, "Val", MarkGround.AnotherPerson), People.Lead).Refused(RefusalCode.DataRequestSettled);
    }

    [Fact]
    public void No_more_is_marked_than_can_be_kept()
    {
        var full = Open().Given(
            [.. Enumerable.Range(0, 25).Select(which => new DataRequestCommand.MarkPassage(1, new string((char)('a' + which), DataRequestCommand.MarkPassage.Longest), MarkGround.AnotherPerson) { By = People.Lead })]);

        full.When(new DataRequestCommand.MarkPassage(1, "Val", MarkGround.AnotherPerson), People.Lead).Refused(RefusalCode.MarksTooMany);
    }

    [Theory]
    [InlineData("2026-03-17", RefusalCode.DateInFuture)]
    [InlineData("2026-03-01", RefusalCode.DateTooOld)]
    public void A_day_that_cannot_be_is_refused(string day, string code) =>
        Brought.ToActive().On("2026-03-16 12:00").When(new DataRequestCommand.RecordAccessRequest(Day(day)), People.Officer).Refused(code);

    [Theory]
    [InlineData("2026-03-17", RefusalCode.DateInFuture)]
    [InlineData("2026-03-15", RefusalCode.DateTooOld)]
    public void So_is_an_answer_of_a_day_that_cannot_be(string day, string code) =>
        Open().When(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Day(day), "By post."), People.Lead).Refused(code);

    [Fact]
    public void After_the_end_it_is_asked_and_answered_and_holds_up_the_erasure()
    {
        var ended = Brought.ToEligible(victim: false).On(Brought.Signing).Given(Brought.Offer(), new Domain.Offer.OfferCommand.DeclineOffer())
            .Given(new Domain.Term.TermCommand.RecordCaseOutcome(Domain.Schemes.CaseResult.Charged, "1", new LocalDate(2026, 3, 5)))
            .On("2026-03-16 12:00").Given(new DataRequestCommand.RecordAccessRequest(Asked));

        ended.When(new KeepingCommand.EraseRecord(ErasureGround.PersonAsked), People.Lead).Refused(RefusalCode.ErasureTooEarly);
        ended.Given(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Asked, "By post.") { By = People.Lead })
            .When(new KeepingCommand.EraseRecord(ErasureGround.PersonAsked), People.Lead).Then<KeepingEvent.ErasureOrdered>();
    }

    [Fact]
    public void What_was_asked_here_is_answered_here_when_the_case_has_been_handed_over()
    {
        var sent = Open().Given(new TransferCommand.TransferOut("Cleveland", "Pat Other, 01632 960001") { By = People.Lead, Reason = "She moved." });

        sent.Owed("data-request/1");
        sent.When(new DataRequestCommand.AnswerAccessRequest(1, DataRequestResult.Given, Asked, "By post."), People.Lead).OwesNo("data-request/1");
    }

    private static Case Open() => Brought.ToActive().On("2026-03-16 12:00").Given(new DataRequestCommand.RecordAccessRequest(Asked));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
