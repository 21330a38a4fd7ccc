using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.NoReoffending;

public abstract record NoReoffendingCommand : ConditionCommand
{
    private NoReoffendingCommand()
    {
    }

    internal override ConditionKind Kind => ConditionKind.NoReoffending;

    /// <summary>
    /// The same notice twice changes nothing; the same one with another content corrects it. It is taken in every status:
    /// before the signing the officer is told, afterwards a lead.
    /// </summary>
    /// <param name="NoticeId">The custody system's id, which an arrest and what came of it may share.</param>
    /// <param name="OffenceOn">Day of the new offence, where known. One from before the signing or after the term is no reoffending.</param>
    /// <param name="Says">What a notice of another kind calls itself.</param>
    public sealed record ReceiveCustodyNotice(
        string NoticeId, CustodyNoticeKind Notice, LocalDate OccurredOn, LocalDate? OffenceOn = null, string? Says = null) : NoReoffendingCommand
    {
        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("noticeId", NoticeId);
            texts.Line("says", Says);
        }
    }

    /// <summary>The officer has read a notice that came before the signing, or after a case that never had an agreement.</summary>
    public sealed record ReviewCustodyNotice(string NoticeId) : NoReoffendingCommand
    {
        internal override CommandSubject Subject => new(Item: NoticeId);

        internal override bool AfterEnd => true;

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("noticeId", NoticeId);
    }

    /// <summary>A lead decides that an arrest of which nothing came does not keep the agreement open.</summary>
    public sealed record SettleArrest(string NoticeId) : NoReoffendingCommand
    {
        internal override CommandSubject Subject => new(Item: NoticeId);

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("noticeId", NoticeId);
    }
}

public enum CustodyNoticeKind
{
    Arrest,
    Charge,
    Admission,
    NoFurtherAction,
    ReleasedOnBail,

    /// <summary>A kind that is not known here; what it calls itself is kept.</summary>
    Other,
}
