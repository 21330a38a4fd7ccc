using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Keeping;

/// <summary>How long a record is kept, and its erasure.</summary>
public abstract record KeepingCommand : AgreementCommand
{
    private KeepingCommand()
    {
    }

    internal override bool AfterEnd => true;

    /// <summary>While the record is held, nothing of it is erased.</summary>
    public sealed record HoldRecord(HoldCause Cause) : KeepingCommand
    {
        internal override bool NeedsReason => true;
    }

    public sealed record LiftHold(int Number) : KeepingCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }

    /// <summary>The retention period is over, and a lead has a reason to keep the record for a time.</summary>
    public sealed record KeepLonger(LocalDate Until) : KeepingCommand
    {
        internal override bool NeedsReason => true;
    }

    /// <summary>
    /// What names the person is taken out of the record, for ever. That there was a case, and what counts for the statistics,
    /// stays.
    /// </summary>
    /// <param name="Request">The reference of the request or order, without personal data.</param>
    public sealed record EraseRecord(ErasureGround Ground, string? Request = null) : KeepingCommand
    {
        public const int LongestRequest = 40;

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Request = ReferenceText.CleanOrNull(Request) };
    }

    /// <summary>What names the person is out of the events: said by the program that did it.</summary>
    public sealed record EndErasure(AgreementStatus Status, string Digest) : KeepingCommand;
}
