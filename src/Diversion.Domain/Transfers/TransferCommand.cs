using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Term;

namespace Diversion.Domain.Transfers;

/// <summary>A case goes to others, or others do a part of it.</summary>
public abstract record TransferCommand : AgreementCommand
{
    private TransferCommand()
    {
    }

    /// <summary>Asks another team of the programme to take the case.</summary>
    /// <param name="Team">The id of a team with key workers.</param>
    public sealed record PassToTeam(string Team) : TransferCommand
    {
        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Line("team", Team, required: true);

        internal override AgreementCommand Kept(StaffDirectory staff) => Team is null ? this : this with { Team = staff.Team(Team) ?? PlainText.WithoutInvisible(Team).Trim() };

        internal override Refusal? Unlisted(StaffDirectory staff) => staff.UnlistedTeam("team", Team);
    }

    /// <summary>The team that was asked takes the case, with this key worker.</summary>
    public sealed record AcceptCase(StaffRef KeyWorker) : TransferCommand
    {
        internal override AgreementCommand Kept(StaffDirectory staff) =>
            this with { KeyWorker = StaffDirectory.AsListed(KeyWorker, staff.KeyWorker(KeyWorker?.Id))! };

        internal override Refusal? Unlisted(StaffDirectory staff) => StaffDirectory.Unlisted("keyWorker", "key worker", KeyWorker, staff.KeyWorkers);

        internal override void Inspect(TextInspection texts) => texts.Staff("keyWorker", KeyWorker);
    }

    /// <summary>The team that was asked does not take the case: it stays where it is.</summary>
    public sealed record DeclineCase : TransferCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>The case stays after all, before the other team has answered.</summary>
    public sealed record StopPassing : TransferCommand;

    /// <summary>Another force or service meets the person for us. Recorded again, it replaces what was arranged before.</summary>
    /// <param name="From">The first day; one that has passed if it is recorded afterwards.</param>
    /// <param name="Until">The last day, inclusive.</param>
    /// <param name="ReviewOn">When the key worker asks there how it goes: from today to the last day.</param>
    public sealed record ArrangeCourtesySupervision(
        string Organisation, string Contact, LocalDate From, LocalDate Until, LocalDate ReviewOn, string What) : TransferCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("organisation", Organisation, required: true);
            texts.Line("contact", Contact, required: true);
            texts.Prose("what", What, required: true);
        }
    }

    /// <param name="Said">What they said, and what follows from it.</param>
    /// <param name="ReviewOn">The next day; null for none before it ends.</param>
    public sealed record ReviewCourtesySupervision(string Said, LocalDate? ReviewOn = null) : TransferCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said, required: true);
    }

    /// <summary>Hands the case over to another force or programme. It ends here; a bundle of it can be saved for them.</summary>
    /// <param name="Contact">Whom to ring there, and how.</param>
    public sealed record TransferOut(string Organisation, string Contact) : TransferCommand
    {
        internal override bool NeedsReason => true;

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Line("organisation", Organisation, required: true);
            texts.Line("contact", Contact, required: true);
        }
    }

    /// <summary>While the other side has not confirmed, the case can run here again.</summary>
    public sealed record TakeBack : TransferCommand
    {
        internal override bool NeedsReason => true;

        internal override bool AfterEnd => true;
    }

    /// <summary>The other side has said that the case runs there.</summary>
    /// <param name="ConfirmedBy">Who said so, and when.</param>
    public sealed record ConfirmTransfer(string ConfirmedBy) : TransferCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts) => texts.Line("confirmedBy", ConfirmedBy, required: true);
    }

    /// <summary>The first command of the receiving programme. It comes with the bundle and in no other way.</summary>
    /// <param name="From">The programme that handed it over.</param>
    /// <param name="Facilitator">Who takes restorative justice over; needed while that is open.</param>
    /// <param name="Provider">Who takes the place of providers that do not work for this programme; needed while a pathway of such a one is open.</param>
    /// <param name="Known">The providers of this programme.</param>
    /// <param name="Chain">The hash of the last event that came.</param>
    public sealed record ReceiveTransfer(string From, StaffRef KeyWorker, StaffRef Officer, StaffRef? Facilitator, string? Provider, ImmutableArray<string> Known, string Chain) : TransferCommand
    {
        internal override bool AfterEnd => true;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with
        {
            KeyWorker = StaffDirectory.AsListed(KeyWorker, staff.KeyWorker(KeyWorker?.Id))!,
            Officer = StaffDirectory.AsListed(Officer, staff.Officer(Officer?.Id))!,
            Facilitator = StaffDirectory.AsListed(Facilitator, staff.Facilitator(Facilitator?.Id)),
            Provider = staff.Provider(Provider),
        };

        internal override Refusal? Unlisted(StaffDirectory staff) =>
            StaffDirectory.Unlisted("keyWorker", "key worker", KeyWorker, staff.KeyWorkers)
            ?? StaffDirectory.Unlisted("officer", "police officer", Officer, staff.Officers)
            ?? StaffDirectory.Unlisted("facilitator", "facilitator", Facilitator, staff.Facilitators)
            ?? staff.UnlistedProvider("provider", Provider);

        internal override void Inspect(TextInspection texts)
        {
            texts.Line("from", From, required: true);
            texts.Line("provider", Provider);
            texts.Staff("keyWorker", KeyWorker);
            texts.Staff("officer", Officer);
            if (Facilitator is not null)
            {
                texts.Staff("facilitator", Facilitator);
            }
        }
    }

    /// <summary>The person is met here again, or moves on.</summary>
    public sealed record EndCourtesySupervision : TransferCommand
    {
        internal override bool NeedsReason => true;
    }
}
