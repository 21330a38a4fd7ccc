using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

/// <summary>The key worker reads what a partner writes.</summary>
public sealed class PartnerNoteTests
{
    private const string Unread = "partner-note/pathway";

    [Fact]
    public void A_note_of_a_partner_waits_for_the_key_worker_once_until_it_was_read()
    {
        var active = Brought.ToActive(Brought.Pathway());
        active.When(new TermCommand.AddNote("Came early.", "pathway"), People.Provider);
        Assert.Equal(Addressee.KeyWorker, active.Owed(Unread).Owner);
        var due = active.Owed(Unread).Deadline;
        active.When(new TermCommand.AddNote("Came late.", "pathway"), People.Provider);
        Assert.Null(active.Then<TermEvent.NoteAdded>().Read);
        Assert.Equal(due, active.Owed(Unread).Deadline);

        active.Given(new TermCommand.ReadPartnerNotes("pathway")).OwesNo(Unread);
        active.When(new TermCommand.ReadPartnerNotes("pathway")).Refused(RefusalCode.ObligationNotOpen);
    }

    [Fact]
    public void A_note_of_the_team_needs_no_reading_and_an_unread_one_holds_up_no_ending()
    {
        var active = Brought.ToActive(Brought.Pathway());
        active.When(new TermCommand.AddNote("Please ring me.", "pathway"), People.Worker);
        active.OwesNo(Unread);

        active.When(new TermCommand.AddNote("Moved away, I hear.", "pathway"), People.Provider);
        active.Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).Is(AgreementStatus.Discontinued);
        active.Owed(Unread);
        active.Given(new TermCommand.ReadPartnerNotes("pathway")).OwesNo(Unread);
    }
}
