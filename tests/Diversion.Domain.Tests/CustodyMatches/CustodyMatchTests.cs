using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.CustodyMatches;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.CustodyMatches;

/// <summary>A notice without a reference: nothing follows until a lead has decided.</summary>
public sealed class CustodyMatchTests
{
    private static readonly Instant Now = Case.Time("2026-04-02 10:00");
    private static readonly AgreementId One = new("DV-11111-11111");
    private static readonly AgreementId Other = new("DV-22222-22222");
    private static readonly UnreferencedNotice Notice = new("c-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 4, 1), PncId: "2020/0000009N");

    private static readonly Deadlines Deadlines = new(Shipped.Checkpoint.Calendar, Shipped.Checkpoint.Scheme.Escalation);

    private static readonly CustodyMatchCommand.ReceiveNotice Receive = new(Notice, [new MatchCandidate(One, SameBy.PncId), new MatchCandidate(Other, SameBy.PncId)]);

    [Fact]
    public void A_possible_match_waits_and_the_clock_does_nothing_about_it()
    {
        var waits = Decide(null, Receive, People.Feed);

        Assert.Equal((true, false), (waits.State.Waits, waits.State.IsToPassOn));
        Assert.Empty(Decide(waits.State, new CustodyMatchCommand.TimePassed(), Actor.Clock).Events);
        Assert.Empty(Decide(waits.State, Receive, People.Feed).Events);
    }

    [Fact]
    public void A_confirmed_one_is_due_at_once_and_passed_on_once()
    {
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(Other), People.Lead);
        Assert.Equal(new CustodyMatchEvent.MatchConfirmed(Other, People.Lead.AsStaff(), Now), Assert.Single(confirmed.Events));
        Assert.Equal(Now, confirmed.State.NextDue);

        var passedOn = Decide(confirmed.State, new CustodyMatchCommand.TimePassed(new PassedOn(2)), Actor.Clock);
        Assert.Equal(new CustodyMatchEvent.NoticePassedOn(Other), Assert.Single(passedOn.Events));
        Assert.Null(passedOn.State.NextDue);
        Assert.Empty(Decide(passedOn.State, new CustodyMatchCommand.TimePassed(new PassedOn(3)), Actor.Clock).Events);
        Assert.Empty(Decide(passedOn.State, new CustodyMatchCommand.ConfirmMatch(Other), People.Lead).Events);
    }

    [Fact]
    public void Other_content_of_a_confirmed_one_goes_to_the_same_case_and_of_a_refused_one_is_asked_again()
    {
        var corrected = Receive with { Notice = Notice with { OffenceOn = new LocalDate(2026, 3, 31) } };
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State;
        var passedOn = Decide(confirmed, new CustodyMatchCommand.TimePassed(new PassedOn(2)), Actor.Clock).State;

        var again = Decide(passedOn, corrected, People.Feed).State;
        Assert.Equal((One, true, false), (again.Agreement, again.IsToPassOn, again.Waits));

        var refused = Decide(Waiting(), new CustodyMatchCommand.RefuseMatch { Reason = "Another person." }, People.Lead).State;
        Assert.True(Decide(refused, corrected, People.Feed).State.Waits);
    }

    [Fact]
    public void It_is_decided_once_by_a_lead_about_a_case_that_was_found_and_refused_with_a_reason()
    {
        Assert.Equal(RefusalCode.NoticeUnknown, Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(new AgreementId("DV-33333-33333")), People.Lead).Refusal!.Code);
        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Worker).Refusal!.Code);
        Assert.Equal(RefusalCode.TextMissing, Decide(Waiting(), new CustodyMatchCommand.RefuseMatch(), People.Lead).Refusal!.Code);
        Assert.Equal(RefusalCode.NoticeUnknown, Decide(null, new CustodyMatchCommand.ConfirmMatch(One), People.Lead).Refusal!.Code);

        var refused = Decide(Waiting(), new CustodyMatchCommand.RefuseMatch { Reason = "Another person." }, People.Lead).State;
        Assert.Equal((false, (Instant?)null), (refused.Waits, refused.NextDue));
        Assert.Contains("Lee Lead has decided", Decide(refused, new CustodyMatchCommand.ConfirmMatch(One), People.OtherLead).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_leads_decide_within_a_working_day_and_each_step_of_the_ladder_tells_them_once()
    {
        var waits = Waiting();
        Assert.Equal((RuleIds.CustodyMatch, Case.Time("2026-04-07 17:00")), (waits.Decide!.Rule, waits.Decide.Due));
        Assert.Equal(Case.Time("2026-04-07 09:00"), waits.NextDue);

        var reminded = Decide(waits, new CustodyMatchCommand.TimePassed(), Actor.Clock, Case.Time("2026-04-07 09:00"));
        Assert.Equal(new CustodyMatchEvent.LeadsReminded(1, waits.Decide.Due), Assert.Single(reminded.Events));
        Assert.Empty(Decide(reminded.State, new CustodyMatchCommand.TimePassed(), Actor.Clock, Case.Time("2026-04-07 16:59")).Events);

        var late = Decide(reminded.State, new CustodyMatchCommand.TimePassed(), Actor.Clock, Case.Time("2026-05-01 09:00"));
        Assert.Equal(new CustodyMatchEvent.LeadsReminded(waits.Decide.Ladder.Length, waits.Decide.Due), Assert.Single(late.Events));
        Assert.Null(late.State.NextDue);

        var corrected = Decide(reminded.State, Receive with { Notice = Notice with { OffenceOn = new LocalDate(2026, 3, 31) } }, People.Feed, Case.Time("2026-04-07 12:00")).State;
        Assert.Equal((waits.Decide, 1), (corrected.Decide, corrected.Step));
        Assert.Null(Decide(waits, new CustodyMatchCommand.RefuseMatch { Reason = "Another person." }, People.Lead).State.NextDue);
    }

    [Fact]
    public void An_answer_to_an_earlier_version_is_not_taken_for_one_to_the_corrected_notice()
    {
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State;
        var corrected = Decide(confirmed, Receive with { Notice = Notice with { OffenceOn = new LocalDate(2026, 3, 31) } }, People.Feed).State;

        Assert.Empty(Decide(corrected, new CustodyMatchCommand.TimePassed(new PassedOn(confirmed.Version)), Actor.Clock).Events);
        Assert.NotNull(corrected.NextDue);
    }

    [Fact]
    public void A_confirmed_notice_that_names_somebody_else_waits_again_with_the_case_among_those_to_choose()
    {
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State;
        var renamed = Receive with { Notice = Notice with { PncId = "2021/0000010P" }, Candidates = [] };

        var again = Decide(confirmed, renamed, People.Feed).State;

        Assert.Equal((true, false, (AgreementId?)null, (AgreementId?)One), (again.Waits, again.IsToPassOn, again.Agreement, again.Before));
        Assert.Equal([One], again.Candidates.Select(candidate => candidate.Agreement));
        Assert.Equal(One, Decide(again, new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State.Agreement);
    }

    [Fact]
    public void A_case_that_is_found_later_for_the_same_notice_is_shown_too_and_a_refused_one_is_asked_again()
    {
        var third = new MatchCandidate(new AgreementId("DV-33333-33333"), SameBy.PncId);
        var more = Receive with { Candidates = Receive.Candidates.Add(third) };

        Assert.Equal(more.Candidates, Decide(Waiting(), more, People.Feed).State.Candidates);
        var refused = Decide(Waiting(), new CustodyMatchCommand.RefuseMatch { Reason = "Another person." }, People.Lead).State;
        Assert.Empty(Decide(refused, Receive, People.Feed).Events);
        Assert.True(Decide(refused, more, People.Feed).State.Waits);
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State;
        Assert.Empty(Decide(confirmed, more, People.Feed).Events);
    }

    [Fact]
    public void Of_a_stranger_nothing_is_kept_in_the_state()
    {
        var refused = Decide(Waiting(), new CustodyMatchCommand.RefuseMatch { Reason = "Another person." }, People.Lead).State;
        Assert.Null(refused.Notice);
        Assert.Equal(64, refused.Known!.Length);

        var renamed = Receive with { Notice = Notice with { PncId = "2021/0000010P" }, Candidates = [] };
        var gone = Decide(Waiting(), renamed, People.Feed);
        Assert.Equal(new CustodyMatchEvent.FoundNotOurs(Now), Assert.Single(gone.Events));
        Assert.Equal((null, null, false, true), (gone.State.Notice, gone.State.Known, gone.State.Waits, gone.State.NotOurs));
        Assert.Empty(Decide(gone.State, renamed, People.Feed).Events);
        Assert.True(Decide(gone.State, Receive, People.Feed).State.Waits);
    }

    [Fact]
    public void What_the_case_refused_waits_until_a_lead_says_what_was_recorded_by_hand()
    {
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State;
        var refused = Decide(confirmed, new CustodyMatchCommand.TimePassed(new PassedOn(2, RefusalCode.DateTooOld)), Actor.Clock).State;
        Assert.Equal((true, (Instant?)null), (refused.IsUnrecorded, refused.NextDue));

        Assert.Equal(RefusalCode.TextMissing, Decide(refused, new CustodyMatchCommand.RecordByHand(), People.Lead).Refusal!.Code);
        var done = Decide(refused, new CustodyMatchCommand.RecordByHand { Reason = "A note." }, People.OtherLead);
        Assert.Equal(new CustodyMatchEvent.RecordedByHand(People.OtherLead.AsStaff(), Now), Assert.Single(done.Events));
        Assert.False(done.State.IsUnrecorded);
        Assert.Equal(RefusalCode.MatchDecided, Decide(done.State, new CustodyMatchCommand.RecordByHand { Reason = "A note." }, People.Lead).Refusal!.Code);
    }

    [Theory]
    [InlineData("2026-04-03", null, RefusalCode.DateInFuture)]
    [InlineData("2026-04-02", "2026-04-03", RefusalCode.DateInFuture)]
    [InlineData("2026-04-02", "1990-01-01", RefusalCode.DateTooOld)]
    [InlineData("1999-12-31", null, RefusalCode.DateTooOld)]
    public void Days_that_no_case_takes_are_refused_when_the_notice_comes(string on, string? offence, string code)
    {
        var notice = Notice with { OccurredOn = Day(on), OffenceOn = offence is null ? null : Day(offence), BornOn = new LocalDate(1996, 4, 2) };

        Assert.Equal(code, Decide(null, Receive with { Notice = notice }, People.Feed).Refusal!.Code);

        static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    [Theory]
    [InlineData("c/1", null, RefusalCode.TextInvalid)]
    [InlineData("c-1", "2026-03-31", RefusalCode.ValueOutOfRange)]
    [InlineData("c-1", "2029-04-02", RefusalCode.ValueOutOfRange)]
    public void What_cannot_be_kept_is_refused(string id, string? answerOn, string code)
    {
        var day = answerOn is null ? (LocalDate?)null : NodaTime.Text.LocalDatePattern.Iso.Parse(answerOn).Value;
        var notice = Notice with { NoticeId = id, Bail = day is null ? null : new Bail(day) };

        Assert.Equal(code, Decide(null, Receive with { Notice = notice }, People.Feed).Refusal!.Code);
    }

    private static CustodyMatch Waiting() => Decide(null, Receive, People.Feed).State;

    private static Decision<CustodyMatch, CustodyMatchEvent> Decide(CustodyMatch? match, CustodyMatchCommand command, Actor by, Instant? at = null) =>
        CustodyMatchDecider.Decide(match, command with { By = by, At = at ?? Now }, Deadlines);
}
