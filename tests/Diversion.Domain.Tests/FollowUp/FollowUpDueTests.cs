using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.FollowUp;

/// <summary>By when the results of follow-up are recorded, and who is chased for them. Signed on 5 March 2026.</summary>
public sealed class FollowUpDueTests
{
    [Fact]
    public void A_year_after_the_signing_the_dates_of_both_results_are_set()
    {
        var year = Brought.ToCompleted().Until("2027-03-05 08:59");
        Assert.Empty(year.State.FollowUp.Periods);

        var set = year.Until("2027-03-05 09:00").Then<FollowUpEvent.FollowUpScheduled>();

        Assert.Equal(new LocalDate(2026, 3, 5), set.Start);
        Assert.Equal(
            [(12, new LocalDate(2027, 3, 5), new LocalDate(2027, 9, 5)), (24, new LocalDate(2028, 3, 5), new LocalDate(2028, 9, 5))],
            set.Periods.Select(period => (period.Months, period.LastDay, period.FinalOn)));
        Assert.Equal(Case.Time("2027-10-01 17:00"), set.Periods[0].Record.Due);
        Assert.Equal([Addressee.Analyst, Addressee.Analyst], year.State.Obligations.Where(open => open.Deadline.Rule == RuleIds.FollowUpResult).Select(open => open.Owner));
    }

    [Fact]
    public void Everybody_allocated_is_followed_up_from_the_allocation_and_who_was_neither_allocated_nor_signed_is_not()
    {
        Assert.Equal(new LocalDate(2026, 3, 2), Brought.ToControl().Until("2027-03-02 09:00").Then<FollowUpEvent.FollowUpScheduled>().Start);
        Assert.Empty(Brought.ToDeclined().Until("2030-01-01").All<FollowUpEvent.FollowUpScheduled>());
        Assert.Equal(
            new LocalDate(2026, 3, 2),
            Brought.ToEligible().Given(Trialled.Drawn(at: "2026-03-02 10:00")).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign()).Until("2028-01-01")
                .All<FollowUpEvent.FollowUpScheduled>().Single().Start);
    }

    [Fact]
    public void The_analyst_is_reminded_and_chased_then_the_lead_and_a_search_ends_it()
    {
        var late = Brought.ToCompleted().Until("2027-10-08 17:00");

        Assert.Equal(
            [Addressee.Analyst, Addressee.Analyst, Addressee.ProgrammeLead],
            late.All<TermEvent.ObligationEscalated>().Where(e => e.Rule == RuleIds.FollowUpResult).Select(e => e.To));
        Assert.NotNull(late.Owed("follow-up/12").RaisedToLeadAt);

        late.Given(new FollowUpCommand.RecordSearch(new LocalDate(2027, 9, 4)));
        Assert.NotNull(late.Owed("follow-up/12"));
        late.Given(new FollowUpCommand.RecordSearch(new LocalDate(2027, 9, 5))).OwesNo("follow-up/12");
        Assert.NotNull(late.Owed("follow-up/24"));
        Assert.Equal(AgreementStatus.Completed, late.Status);
    }

    [Fact]
    public void Without_a_search_the_result_is_not_yet_known_and_a_search_without_a_find_says_none()
    {
        var completed = Brought.ToCompleted().On("2027-10-01");
        Assert.Null(completed.State.FollowUp.SearchedUntil);

        completed.Given(new FollowUpCommand.RecordSearch(new LocalDate(2027, 9, 30)));

        Assert.Equal((new LocalDate(2027, 9, 30), 0), (completed.State.FollowUp.SearchedUntil, completed.State.FollowUp.Reoffences.Length));
    }

    [Fact]
    public void A_search_before_a_year_has_passed_owes_nothing_twice()
    {
        var early = Brought.ToCompleted().On("2026-09-01").Given(new FollowUpCommand.RecordSearch(new LocalDate(2026, 8, 31))).Until("2027-04-01");

        Assert.Equal(2, early.State.Obligations.Count(open => open.Deadline.Rule == RuleIds.FollowUpResult));
    }

    [Fact]
    public void A_search_in_the_future_or_before_the_start_is_refused()
    {
        var completed = Brought.ToCompleted().On("2027-10-01");

        completed.When(new FollowUpCommand.RecordSearch(new LocalDate(2027, 10, 2))).Refused(RefusalCode.DateInFuture);
        completed.When(new FollowUpCommand.RecordSearch(new LocalDate(2026, 3, 4))).Refused(RefusalCode.DateTooOld);
        completed.When(new FollowUpCommand.RecordSearch(new LocalDate(2027, 10, 1))).Then<FollowUpEvent.RecordsSearched>();
        completed.When(new FollowUpCommand.RecordSearch(new LocalDate(2027, 10, 1))).ThenNothing();
    }

    [Fact]
    public void A_search_that_went_less_far_is_corrected_with_a_reason_and_owed_again()
    {
        var searched = Brought.ToCompleted().Until("2027-09-10").Given(new FollowUpCommand.RecordSearch(new LocalDate(2027, 9, 9))).OwesNo("follow-up/12");

        searched.When(new FollowUpCommand.RecordSearch(new LocalDate(2027, 6, 1))).Refused(RefusalCode.ReasonMissing);
        searched.Given(new FollowUpCommand.RecordSearch(new LocalDate(2027, 6, 1)) { Reason = "The extract ended in June." });

        Assert.Equal(new LocalDate(2027, 6, 1), searched.State.FollowUp.SearchedUntil);
        Assert.Equal(Case.Time("2027-10-01 17:00"), searched.Owed("follow-up/12").Deadline.Due);
    }

    [Fact]
    public void Who_died_before_the_end_is_not_searched_for()
    {
        var died = Brought.ToCompleted().Until("2027-06-01").Given(new FollowUpCommand.RecordDeparture(DepartureCause.Died, new LocalDate(2027, 5, 1)));

        Assert.NotNull(died.Owed("follow-up/12"));
        died.OwesNo("follow-up/24").When(new FollowUpCommand.RecordDeparture(DepartureCause.Died, new LocalDate(2027, 2, 1))).Then<FollowUpEvent.DepartureRecorded>();
        died.OwesNo("follow-up/12").Given(new FollowUpCommand.RemoveDeparture());
        Assert.Equal(2, died.State.Obligations.Count(open => open.Deadline.Rule == RuleIds.FollowUpResult));
        died.When(new FollowUpCommand.RemoveDeparture()).Refused(RefusalCode.DepartureNone);
    }

    [Fact]
    public void A_death_that_ended_the_agreement_is_known_to_follow_up()
    {
        var died = Brought.ToActive().On("2026-04-01").Given(new TermCommand.Discontinue(DiscontinuationCause.Died));

        Assert.Equal(new Departure(new LocalDate(2026, 4, 1), DepartureCause.Died), died.State.FollowUp.Left);
        Assert.Empty(died.Until("2029-01-01").State.Obligations.Where(open => open.Deadline.Rule == RuleIds.FollowUpResult));
    }

    [Fact]
    public void The_months_and_days_are_the_schemes()
    {
        var rules = Shipped.Checkpoint with { Scheme = Shipped.Checkpoint.Scheme with { FollowUp = new FollowUpRules(WaitingMonths: 3, RecordWorkingDays: 2) } };
        var set = Brought.ToActive(rules).Until("2027-03-05 09:00").Then<FollowUpEvent.FollowUpScheduled>();

        Assert.Equal((new LocalDate(2027, 6, 5), Case.Time("2027-06-08 17:00")), (set.Periods[0].FinalOn, set.Periods[0].Record.Due));
    }

    [Fact]
    public void Times_in_custody_are_kept_apart_and_corrected_by_their_first_day()
    {
        var custody = Brought.ToCompleted().On("2027-01-01").Given(
            new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 10, 1)), new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 8, 1), new LocalDate(2026, 8, 20)));

        Assert.Equal([(new LocalDate(2026, 8, 1), new LocalDate(2026, 8, 20)), (new LocalDate(2026, 10, 1), (LocalDate?)null)], custody.State.FollowUp.InCustody.Select(one => (one.From, one.Until)));
        custody.When(new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 10, 1))).ThenNothing();
        custody.When(new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 2))).Refused(RefusalCode.CustodyOverlaps);
        custody.When(new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 10, 1), new LocalDate(2026, 9, 1))).Refused(RefusalCode.CustodyReversed);
        custody.When(new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 5))).Refused(RefusalCode.DateTooOld);
        custody.When(new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 12, 1), new LocalDate(2027, 1, 2))).Refused(RefusalCode.DateInFuture);
        Assert.Equal(new LocalDate(2026, 12, 24), custody.When(new FollowUpCommand.RecordCustodyTime(new LocalDate(2026, 10, 1), new LocalDate(2026, 12, 24))).State.FollowUp.InCustody[1].Until);
        Assert.Single(custody.When(new FollowUpCommand.RemoveCustodyTime(new LocalDate(2026, 8, 1))).State.FollowUp.InCustody);
        custody.When(new FollowUpCommand.RemoveCustodyTime(new LocalDate(2026, 8, 1))).Refused(RefusalCode.CustodyUnknown);
    }

    [Fact]
    public void Somebody_in_another_role_records_none_of_it() =>
        Brought.ToCompleted().When(new FollowUpCommand.RecordSearch(new LocalDate(2026, 7, 5)), People.Worker).Refused(RefusalCode.RoleNotPermitted);
}
