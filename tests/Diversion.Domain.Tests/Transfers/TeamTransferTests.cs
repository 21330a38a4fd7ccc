using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Transfers;

namespace Diversion.Domain.Tests.Transfers;

/// <summary>A case of North that South is asked to take on Tuesday 10 March 2026.</summary>
public sealed class TeamTransferTests
{
    [Fact]
    public void The_other_team_is_asked_and_its_manager_answers_in_two_working_days()
    {
        var asked = Asked();

        Assert.Equal((People.KeyWorker.Id, 0), (asked.State.KeyWorker!.Id, asked.State.KeyWorkerChanges));
        var open = asked.Owed("team/answer");
        Assert.Equal((Addressee.ReceivingManager, Case.Time("2026-03-12 17:00"), RuleIds.TeamAnswer), (open.Owner, open.Deadline.Due, open.Deadline.Rule));
        asked.When(new TransferCommand.PassToTeam("South"), People.Manager).ThenNothing();
        asked.When(new TransferCommand.PassToTeam("East"), People.Manager).Refused(RefusalCode.TeamAlreadyAsked);
    }

    [Fact]
    public void Once_accepted_a_worker_of_theirs_is_the_key_worker()
    {
        var accepted = Asked().When(new TransferCommand.AcceptCase(People.SouthernWorker), People.SouthernManager);

        Assert.Equal(People.SouthernWorker, accepted.Then<TermEvent.KeyWorkerChanged>().KeyWorker);
        Assert.Equal(("South", null, 1), (accepted.State.Team, accepted.State.TeamAsked, accepted.State.KeyWorkerChanges));
        accepted.OwesNo("team/answer");
        accepted.When(new TransferCommand.AcceptCase(People.SouthernWorker), People.SouthernManager).ThenNothing();
    }

    [Fact]
    public void Only_the_team_that_was_asked_accepts_and_only_with_a_worker_of_its_own()
    {
        Asked().When(new TransferCommand.AcceptCase(People.SouthernWorker), People.Manager).Refused(RefusalCode.TeamNotYours);
        Asked().When(new TransferCommand.DeclineCase(), People.Manager).Refused(RefusalCode.TeamNotYours);
        Asked().When(new TransferCommand.AcceptCase(People.CoveringWorker), People.SouthernManager).Refused(RefusalCode.WorkerOfAnotherTeam);
        Brought.ToActive().When(new TransferCommand.AcceptCase(People.SouthernWorker), People.SouthernManager).Refused(RefusalCode.TeamNotAsked);
        Assert.Equal("South", Asked().When(new TransferCommand.AcceptCase(People.SouthernWorker), People.Lead).State.Team);
    }

    [Fact]
    public void Declined_or_taken_back_it_stays_where_it_is()
    {
        var declined = Asked().When(new TransferCommand.DeclineCase(), People.SouthernManager);
        declined.Then<TransferEvent.TeamDeclined>();
        Assert.Equal("North", declined.OwesNo("team/answer").State.Team);

        var stopped = Asked().When(new TransferCommand.StopPassing(), People.Manager);
        Assert.Null(stopped.OwesNo("team/answer").State.TeamAsked);
        stopped.When(new TransferCommand.StopPassing(), People.Manager).Refused(RefusalCode.TeamNotAsked);
    }

    [Fact]
    public void A_lead_who_moves_the_case_meanwhile_has_answered_for_the_team()
    {
        Assert.Null(Asked().When(new TermCommand.ChangeKeyWorker(People.SouthernWorker), People.Lead).OwesNo("team/answer").State.TeamAsked);
        Assert.NotNull(Asked().When(new TermCommand.ChangeKeyWorker(People.CoveringWorker), People.Lead).State.TeamAsked);
    }

    [Fact]
    public void The_own_team_and_one_that_nobody_knows_are_refused()
    {
        var active = Brought.ToActive();
        active.When(new TransferCommand.PassToTeam("North"), People.Manager).Refused(RefusalCode.TeamHasCase);
        active.RulesInForce = active.RulesInForce with { Staff = new StaffDirectory([People.KeyWorker, People.SouthernWorker], [], []) };
        active.When(new TransferCommand.PassToTeam("Nowhere"), People.Manager).Refused(RefusalCode.TeamUnknown);
        Assert.Equal("South", active.When(new TransferCommand.PassToTeam(" south"), People.Manager).Then<TransferEvent.TeamAsked>().Team);
        Brought.ToEligible().When(new TransferCommand.PassToTeam("South"), People.Lead).Refused(RefusalCode.WrongStatus);
    }

    [Fact]
    public void An_ending_ends_the_question_and_the_question_holds_no_ending_up()
    {
        var ended = Asked().When(new TermCommand.Discontinue(DiscontinuationCause.Died), People.Lead);
        Assert.Null(ended.OwesNo("team/answer").State.TeamAsked);

        var kept = Brought.ToActive().On("2026-07-01").Given(new TransferCommand.PassToTeam("South")).Until("2026-07-20");
        Assert.Equal(AgreementStatus.Completed, kept.Status);
    }

    private static Case Asked() => Brought.ToActive().On("2026-03-10").When(new TransferCommand.PassToTeam("South"), People.Manager);
}
