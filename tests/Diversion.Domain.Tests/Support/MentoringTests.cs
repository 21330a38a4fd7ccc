using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Support;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;

namespace Diversion.Domain.Tests.Support;

/// <summary>A mentor stands by the person: signed on Thursday 5 March 2026, found on Tuesday 10 March.</summary>
public sealed class MentoringTests
{
    private static readonly StaffRef Mentor = new("provider-1", "Pat Provider", Email: "pat@example.test");
    private static readonly LocalDate Day = new(2026, 3, 12);

    [Fact]
    public void The_mentor_is_asked_to_meet_and_after_each_meeting_for_the_next()
    {
        var owed = Matched().Owed("mentoring-1/meeting");
        Assert.Equal((Case.Time("2026-03-24 17:00"), Addressee.Provider, new CommandSubject(Item: "1"), true), (owed.Deadline.Due, owed.Owner, owed.About(), owed.AfterEnd));

        var met = Matched().When(new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day), People.Provider);
        Assert.Equal(Case.Time("2026-04-13 17:00"), met.Owed("mentoring-1/meeting").Deadline.Due);
        Assert.Equal((1, Day), (met.State.Support.OpenMentoring!.Met, met.State.Support.OpenMentoring.Meetings.Single().On));
        met.When(new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day), People.Provider).ThenNothing();
    }

    [Fact]
    public void It_ends_when_the_person_says_so_and_another_mentor_may_follow()
    {
        var ended = Ended();
        ended.OwesNo("mentoring-1/meeting");
        ended.When(new SupportCommand.EndMentoring(1, MentoringEndCause.MentorLeaves), People.Worker).ThenNothing();
        Assert.Equal(MentoringEndCause.PersonSaysSo, ended.State.Support.Mentorings.Single().Ended!.Cause);
        Assert.Equal(2, ended.When(new SupportCommand.MatchMentor(Mentor with { Id = "p-2" }, "Harbour"), People.Worker).State.Support.OpenMentoring!.Number);
    }

    [Fact]
    public void A_meeting_after_the_end_is_refused_in_words_and_kept_once_a_day()
    {
        var tried = Ended().When(new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day), People.Provider);
        Assert.Equal(RefusalCode.MentoringEnded, tried.Refusal!.Code);
        Assert.Contains("ended on 12 March 2026", tried.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Day, tried.State.Support.Mentorings.Single().RefusedOn);
        Assert.Equal(0, tried.State.Support.Mentorings.Single().Met);
        var version = tried.State.Version;
        tried.When(new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day), People.Provider).Refused(RefusalCode.MentoringEnded);
        Assert.Equal(version, tried.State.Version);
    }

    [Fact]
    public void It_goes_on_past_the_agreement()
    {
        var ended = Matched().Given(new TermCommand.Discontinue(DiscontinuationCause.Moved) { By = People.Lead, Reason = "She moved to Leeds." }).On("2026-03-20 12:00");
        ended.Owed("mentoring-1/meeting");
        ended.When(new SupportCommand.LogMentorMeeting(1, MentorContact.Spoke, new(2026, 3, 19)), People.Provider).Then<SupportEvent.MentorMet>();
        Assert.DoesNotContain("mentoring-1/meeting", Ending.Unsettled(Matched().State));
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        Brought.ToEligible(victim: false).When(new SupportCommand.MatchMentor(Mentor, "Harbour"), People.Worker).Refused(RefusalCode.SupportNotReady);
        Matched().When(new SupportCommand.MatchMentor(Mentor with { Id = "p-2" }, "Harbour"), People.Worker).Refused(RefusalCode.SupportNotReady);
        Matched().When(new SupportCommand.LogMentorMeeting(2, MentorContact.Met, Day), People.Provider).Refused(RefusalCode.SupportUnknown);
        Matched().When(new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day.PlusDays(1)), People.Provider).Refused(RefusalCode.DateInFuture);
        Matched().When(new SupportCommand.LogMentorMeeting(1, MentorContact.Met, Day.PlusDays(-3)), People.Provider).Refused(RefusalCode.DateTooOld);
        Matched().When(new SupportCommand.LogMentorMeeting(1, (MentorContact)7, Day), People.Provider).Refused(RefusalCode.ValueOutOfRange);
        Matched().When(new SupportCommand.EndMentoring(1, (MentoringEndCause)7), People.Provider).Refused(RefusalCode.ValueOutOfRange);
    }

    /// <summary>Whatever happens and does not happen in support, the rest of the agreement is as if there were none.</summary>
    [Fact]
    public void No_life_of_support_is_ever_a_failure_a_warning_or_a_breach()
    {
        var accepted = 0;
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var chance = new Random(seed);
            var (with, without, at) = (Signed(), Signed(), Case.Time("2026-03-10 12:00"));
            for (var n = 0; n < 15; n++)
            {
                at += Duration.FromHours(chance.Next(1, 300));
                var before = with.Until(at).State;
                var command = Any(chance, with.State, WorkingCalendar.DateOf(at));
                var done = with.When(command, command is SupportCommand.MatchMentor or SupportCommand.OfferHealthCheck ? People.Worker : People.Provider).Refusal is null;
                accepted += done ? 1 : 0;
                Assert.All(with.State.Obligations.Except(before.Obligations), open => Assert.True(SupportState.IsOf(open.Id), open.Id));
                without.Until(at);
            }

            Assert.Equal(without.State.Status, with.State.Status);
            Assert.Equal(without.State.Failures, with.State.Failures);
            Assert.Equal(without.State.Warnings.Length, with.State.Warnings.Length);
            Assert.Equal(without.State.Breach is null, with.State.Breach is null);
            Assert.Equal(without.State.BreachesProposed, with.State.BreachesProposed);
            Assert.Equal(without.State.Conditions.Select(condition => condition.Status), with.State.Conditions.Select(condition => condition.Status));
        }

        Assert.True(accepted > 200, $"Only {accepted} of 600 commands were accepted: this says too little.");
    }

    private static SupportCommand Any(Random chance, AgreementState state, LocalDate today) => chance.Next(8) switch
    {
        0 => new SupportCommand.MatchMentor(Mentor, "Harbour"),
        1 => new SupportCommand.EndMentoring(Math.Max(1, state.Support.Mentorings.Length), (MentoringEndCause)chance.Next(3)),
        2 or 3 => new SupportCommand.LogMentorMeeting(Math.Max(1, state.Support.Mentorings.Length), (MentorContact)chance.Next(2), today.PlusDays(-chance.Next(3))),
        4 => new SupportCommand.OfferHealthCheck("Harbour"),
        5 => new SupportCommand.AnswerHealthCheck(chance.Next(3) > 0),
        6 => new SupportCommand.RecordHealthCheck(today),
        _ => new SupportCommand.ReferOnward((OnwardKind)chance.Next(14), today),
    };

    private static Case Signed() => Brought.ToActive().On("2026-03-10 12:00");

    private static Case Matched() => Signed().Given(new SupportCommand.MatchMentor(Mentor, "Harbour")).On("2026-03-12 12:00");

    private static Case Ended() => Matched().Given(new SupportCommand.EndMentoring(1, MentoringEndCause.PersonSaysSo) { By = People.Provider });
}
