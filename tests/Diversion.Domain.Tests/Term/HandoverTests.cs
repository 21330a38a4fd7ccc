using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

/// <summary>A change of key worker: signed on Thursday 5 March 2026, changed on Tuesday 10 March.</summary>
public sealed class HandoverTests
{
    private static readonly StaffRef Next = new("worker-2", "Kim Next");
    private static readonly LocalDate Day = new(2026, 3, 10);

    [Fact]
    public void The_new_key_worker_is_asked_to_meet_the_former_one_and_the_ladder_follows()
    {
        var changed = Changed("Rings before he comes.");
        var owed = changed.Owed("handover/meeting");
        Assert.Equal((Case.Time("2026-03-17 17:00"), Addressee.KeyWorker, false, default(CommandSubject)), (owed.Deadline.Due, owed.Owner, owed.AfterEnd, owed.About()));
        Assert.Equal((People.KeyWorker.Id, Day, "Rings before he comes."), (changed.State.WorkerHandover!.From.Id, changed.State.WorkerHandover.On, changed.State.WorkerHandover.Note));
        Assert.DoesNotContain("handover/meeting", Ending.Unsettled(changed.State));

        Assert.Equal(
            [Addressee.KeyWorker, Addressee.TeamManager, Addressee.ProgrammeLead],
            changed.Until("2026-03-25 12:00").All<TermEvent.ObligationEscalated>().Where(told => told.Obligation == "handover/meeting").Select(told => told.To));
        Assert.Empty(changed.State.Failures);
    }

    [Theory]
    [InlineData(HandoverMeeting.WithPerson)]
    [InlineData(HandoverMeeting.WithoutPerson)]
    [InlineData(HandoverMeeting.NotHeld)]
    public void Whatever_came_of_it_closes_the_task_and_a_note_takes_the_place_of_the_first(HandoverMeeting came)
    {
        var met = Changed("Rings before he comes.").On("2026-03-12 12:00").When(new TermCommand.RecordHandover(came, new(2026, 3, 12)), People.Worker);
        met.Then(new TermEvent.HandoverRecorded(came, new(2026, 3, 12), null)).OwesNo("handover/meeting");
        Assert.Equal("Rings before he comes.", met.State.WorkerHandover!.Note);
        met.When(new TermCommand.RecordHandover(came, new(2026, 3, 12)), People.Worker).ThenNothing();
        Assert.Equal("Likes tea.", met.When(new TermCommand.RecordHandover(came, new(2026, 3, 12), "Likes tea."), People.Worker).State.WorkerHandover!.Note);
    }

    [Fact]
    public void A_new_address_asks_for_nothing_and_another_change_asks_again()
    {
        Brought.ToActive().On("2026-03-10 12:00").When(new TermCommand.ChangeKeyWorker(People.KeyWorker with { Email = "new@example.test" }), People.Lead).OwesNo("handover/meeting");

        var again = Changed(null).On("2026-03-12 12:00").When(new TermCommand.ChangeKeyWorker(new("worker-3", "Kay Third")), People.Lead);
        Assert.Equal(Case.Time("2026-03-19 17:00"), again.Owed("handover/meeting").Deadline.Due);
        Assert.Equal(("worker-2", 2), (again.State.WorkerHandover!.From.Id, again.State.KeyWorkerChanges));
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        Brought.ToActive().When(new TermCommand.RecordHandover(HandoverMeeting.WithPerson, new(2026, 3, 5)), People.Worker).Refused(RefusalCode.HandoverNone);
        Changed(null).When(new TermCommand.RecordHandover(HandoverMeeting.WithPerson, Day.PlusDays(1)), People.Worker).Refused(RefusalCode.DateInFuture);
        Changed(null).When(new TermCommand.RecordHandover(HandoverMeeting.WithPerson, new(2026, 3, 4)), People.Worker).Refused(RefusalCode.DateTooOld);
        Changed(null).When(new TermCommand.RecordHandover((HandoverMeeting)7, Day), People.Worker).Refused(RefusalCode.ValueOutOfRange);
        Changed(null).When(new TermCommand.RecordHandover(HandoverMeeting.NotHeld, Day, new string('x', 10_001)), People.Worker).Refused(RefusalCode.TextTooLong);
        Brought.ToActive().When(new TermCommand.ChangeKeyWorker(Next, "Say\u202Ethis"), People.Lead).Refused(RefusalCode.TextInvalid);
    }

    private static Case Changed(string? note) => Brought.ToActive().On("2026-03-10 12:00").Given(new TermCommand.ChangeKeyWorker(Next, note) { By = People.Lead });
}
