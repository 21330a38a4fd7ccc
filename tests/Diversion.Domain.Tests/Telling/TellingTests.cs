using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Telling;

public sealed class TellingTests
{
    [Fact]
    public void Each_warning_is_told_within_one_working_day_by_the_key_worker()
    {
        var warned = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"));

        var owed = warned.Owed("person/warning-1");
        Assert.Equal((Case.Time("2026-03-06 17:00"), Addressee.KeyWorker, RuleIds.TellPerson), (owed.Deadline.Due, owed.Owner, owed.Deadline.Rule));
        warned.When(Tell("warning-1", warned.Now)).OwesNo("person/warning-1");
    }

    [Fact]
    public void The_days_are_a_figure_of_the_scheme() =>
        Assert.Equal(
            Case.Time("2026-03-10 17:00"),
            Brought.ToActive(Shipped.With("tellPerson.workingDays=3")).When(new BreachCommand.RecordFailure("f-1")).Owed("person/warning-1").Deadline.Due);

    [Fact]
    public void The_person_is_told_of_a_variation_an_extension_a_breach_and_each_ending()
    {
        Assert.NotNull(Brought.ToActive(Brought.Supervision()).Given(new TermCommand.VaryAgreement(Remove: ["supervision"], ParticipantAgreed: true)).Owed("person/version-2"));
        Assert.NotNull(Brought.ToActive(Brought.Supervision()).Given(new TermCommand.SubstituteCondition("supervision", Brought.Pathway(), true)).Owed("person/version-2"));
        Assert.NotNull(Brought.ToActive().When(new TermCommand.ExtendTerm(new LocalDate(2026, 7, 10), true)).Owed("person/extension-1"));
        Assert.NotNull(Brought.ToBreachReview().Owed("person/breach-proposed-1"));
        Assert.NotNull(Brought.ToBreached().OwesNo("person/breach-proposed-1").Owed("person/breach-decided-1"));
        Assert.NotNull(Brought.ToDiscontinued().Owed("person/discontinuation"));

        // The last day is Sunday 5 July: one working day later is Monday, although it ends at midnight.
        Assert.Equal(Case.Time("2026-07-06 17:00"), Brought.ToCompleted().Owed("person/completion").Deadline.Due);
    }

    [Fact]
    public void Nobody_is_told_of_the_end_of_an_agreement_whose_person_has_died()
    {
        var died = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).When(new TermCommand.Discontinue(DiscontinuationCause.Died));

        Assert.DoesNotContain(died.State.Obligations, open => open.Track == Tracks.Person);
    }

    [Fact]
    public void It_continues_after_the_agreement_and_uses_the_usual_ladder()
    {
        var breached = Brought.ToBreached().Until("2026-04-10");

        Assert.Equal(
            [Addressee.KeyWorker, Addressee.TeamManager, Addressee.ProgrammeLead],
            breached.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == "person/breach-decided-1").Select(step => step.To));
        breached.Given(Tell("breach-decided-1", breached.Now)).OwesNo("person/breach-decided-1");
    }

    [Fact]
    public void How_when_and_by_whom_are_kept()
    {
        var warned = Warned();

        warned.When(new TellingCommand.TellPerson("warning-1", ToldHow.Telephone, Case.Time("2026-03-05 16:00"), "Sam Colleague", "Rang; will come on time.") { At = Case.Time("2026-03-06 09:00") });

        Assert.Equal(
            new Told(ToldHow.Telephone, Case.Time("2026-03-05 16:00"), Case.Time("2026-03-05 16:00"), "Sam Colleague", "Rang; will come on time.", Case.Time("2026-03-06 09:00")),
            warned.State.ToldOf(warned.State.Warnings[0]));
    }

    [Fact]
    public void A_letter_counts_from_the_second_working_day_after_it_was_posted() =>
        Assert.Equal(
            Case.Time("2026-03-09 17:00"),
            Warned().When(new TellingCommand.TellPerson("warning-1", ToldHow.Letter, Case.Time("2026-03-05 11:00")) { At = Case.Time("2026-03-05 12:00") }).Then<TellingEvent.PersonTold>().CountsFrom);

    [Fact]
    public void Nobody_is_told_in_the_future_or_before_it_happened()
    {
        var warned = Warned();

        warned.When(Tell("warning-1", warned.Now + Duration.FromMinutes(1))).Refused(RefusalCode.DateInFuture);
        warned.When(Tell("warning-1", warned.Now - Duration.FromMinutes(1))).Refused(RefusalCode.ToldBeforeNews);
        warned.When(Tell("warning-2", warned.Now)).Refused(RefusalCode.NewsUnknown);
        warned.When(Tell("warning-1", warned.Now) with { How = (ToldHow)9 }).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void The_same_twice_changes_nothing_and_a_correction_needs_a_reason()
    {
        var told = Warned().On("2026-03-06").Given(Tell("warning-1", Case.Time("2026-03-05 12:00")));

        told.When(Tell("warning-1", Case.Time("2026-03-05 12:00"))).ThenNothing();
        told.When(Tell("warning-1", Case.Time("2026-03-05 13:00"))).Refused(RefusalCode.ReasonMissing);
        told.When(Tell("warning-1", Case.Time("2026-03-05 13:00")) with { Reason = "The wrong hour." });
        Assert.True(told.Then<TellingEvent.PersonTold>().Corrected);
    }

    [Fact]
    public void Several_things_are_told_in_one_conversation()
    {
        var decided = Brought.ToBreachReview().Given(new BreachCommand.DecideBreach(BreachDecision.Continue));

        decided.When(Tell("breach-decided-1", decided.Now) with { Also = ["warning-1"] });

        Assert.DoesNotContain(decided.State.Obligations, open => open.Track == Tracks.Person);
        decided.When(Tell("breach-decided-1", decided.Now) with { Also = ["warning-7"] }).Refused(RefusalCode.NewsUnknown);
    }

    [Fact]
    public void A_withdrawn_warning_need_not_be_told()
    {
        var withdrawn = Warned().Given(new BreachCommand.WithdrawWarning(1)).OwesNo("person/warning-1");

        withdrawn.When(Tell("warning-1", withdrawn.Now)).Refused(RefusalCode.ObligationNotOpen);
    }

    private static Case Warned() => Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"));

    private static TellingCommand.TellPerson Tell(string news, Instant at) => new(news, ToldHow.InPerson, at);
}
