using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

public sealed class CoverTests
{
    private static readonly LocalDate Friday = new(2026, 3, 13);

    [Fact]
    public void Somebody_covers_until_the_end_of_a_day_and_the_key_worker_stays()
    {
        var active = Brought.ToActive().On("2026-03-10").When(new TermCommand.CoverCase(People.CoveringWorker, Friday));

        Assert.Equal(new Cover(People.CoveringWorker, Friday, Case.Time("2026-03-14 00:00")), active.State.Cover);
        Assert.Equal(People.KeyWorker.Id, active.State.KeyWorker!.Id);
        Assert.Equal(0, active.State.KeyWorkerChanges);

        active.Until("2026-03-15");

        Assert.Null(active.State.Cover);
        Assert.Single(active.All<TermEvent.CoverEnded>());
    }

    [Fact]
    public void A_cover_can_be_changed_and_ended_early()
    {
        var active = Brought.ToActive().On("2026-03-10").Given(new TermCommand.CoverCase(People.CoveringWorker, Friday));

        active.When(new TermCommand.CoverCase(People.CoveringWorker, Friday)).ThenNothing();
        active.When(new TermCommand.CoverCase(People.CoveringWorker, Friday.PlusDays(7)));
        Assert.Equal(Friday.PlusDays(7), active.State.Cover!.Until);

        active.When(new TermCommand.EndCover());
        Assert.Null(active.State.Cover);
        active.When(new TermCommand.EndCover()).Refused(RefusalCode.CoverNone);
    }

    [Fact]
    public void A_new_key_worker_ends_the_cover()
    {
        var active = Brought.ToActive().On("2026-03-10")
            .Given(new TermCommand.CoverCase(People.CoveringWorker, Friday)).When(new TermCommand.ChangeKeyWorker(People.CoveringWorker));

        Assert.Null(active.State.Cover);
    }

    [Fact]
    public void Nobody_covers_for_themselves_in_the_past_or_for_good()
    {
        var active = Brought.ToActive().On("2026-03-10");

        active.When(new TermCommand.CoverCase(People.KeyWorker, Friday)).Refused(RefusalCode.CoverBySelf);
        active.When(new TermCommand.CoverCase(People.CoveringWorker, new LocalDate(2026, 3, 9))).Refused(RefusalCode.DateInPast);
        active.When(new TermCommand.CoverCase(People.CoveringWorker, new LocalDate(2026, 6, 11))).Refused(RefusalCode.ValueOutOfRange);
        active.When(new TermCommand.CoverCase(People.CoveringWorker, Friday), People.Worker).Refused(RefusalCode.RoleNotPermitted);
        Brought.ToEligible().When(new TermCommand.CoverCase(People.CoveringWorker, Friday)).Refused(RefusalCode.WrongStatus);
    }

    [Fact]
    public void A_note_on_a_condition_is_written_by_the_team_or_the_partner_and_not_by_the_police()
    {
        var active = Brought.ToActive(Brought.Pathway());

        active.When(new TermCommand.AddNote("Came early.", "pathway"), People.Provider);
        var note = active.Then<TermEvent.NoteAdded>();
        Assert.Equal(new TermEvent.NoteAdded("Came early.", "pathway", note.Read), note);
        active.When(new TermCommand.AddNote("Came early."), People.Provider).Refused(RefusalCode.ConditionMissing);
        active.When(new TermCommand.AddNote("x", "pathway"), People.Officer).Refused(RefusalCode.NoteNotForPartner);
        active.When(new TermCommand.AddNote("x", "no-such"), People.Worker).Refused(RefusalCode.ConditionUnknown);
    }
}
