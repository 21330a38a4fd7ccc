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

    private static readonly CustodyMatchCommand.ReceiveNotice Receive = new(Notice, [new MatchCandidate(One, SameBy.PncId), new MatchCandidate(Other, SameBy.PncId)]);

    [Fact]
    public void A_possible_match_waits_and_the_clock_does_nothing_about_it()
    {
        var waits = Decide(null, Receive, People.Feed);

        Assert.Equal((true, false, (Instant?)null), (waits.State.Waits, waits.State.IsToPassOn, waits.State.NextDue));
        Assert.Empty(Decide(waits.State, new CustodyMatchCommand.TimePassed(), Actor.Clock).Events);
        Assert.Empty(Decide(waits.State, Receive, People.Feed).Events);
    }

    [Fact]
    public void A_confirmed_one_is_due_at_once_and_passed_on_once()
    {
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(Other), People.Lead);
        Assert.Equal(new CustodyMatchEvent.MatchConfirmed(Other, People.Lead.AsStaff(), Now), Assert.Single(confirmed.Events));
        Assert.Equal(Now, confirmed.State.NextDue);

        var passedOn = Decide(confirmed.State, new CustodyMatchCommand.TimePassed(), Actor.Clock, new PassedOn());
        Assert.Equal(new CustodyMatchEvent.NoticePassedOn(Other), Assert.Single(passedOn.Events));
        Assert.Null(passedOn.State.NextDue);
        Assert.Empty(Decide(passedOn.State, new CustodyMatchCommand.TimePassed(), Actor.Clock, new PassedOn()).Events);
        Assert.Empty(Decide(passedOn.State, new CustodyMatchCommand.ConfirmMatch(Other), People.Lead).Events);
    }

    [Fact]
    public void Other_content_of_a_confirmed_one_goes_to_the_same_case_and_of_a_refused_one_is_asked_again()
    {
        var corrected = Receive with { Notice = Notice with { OffenceOn = new LocalDate(2026, 3, 31) } };
        var confirmed = Decide(Waiting(), new CustodyMatchCommand.ConfirmMatch(One), People.Lead).State;
        var passedOn = Decide(confirmed, new CustodyMatchCommand.TimePassed(), Actor.Clock, new PassedOn()).State;

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

    private static Decision<CustodyMatch, CustodyMatchEvent> Decide(CustodyMatch? match, CustodyMatchCommand command, Actor by, PassedOn? passedOn = null) =>
        CustodyMatchDecider.Decide(match, command with { By = by, At = Now }, passedOn);
}
