using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.NoReoffending;

public abstract record NoReoffendingCommand : ConditionCommand
{
    private NoReoffendingCommand()
    {
    }

    public override ConditionKind Kind => ConditionKind.NoReoffending;

    /// <summary>
    /// The same notice twice changes nothing; the same notice with other content is a correction. Accepted in every status:
    /// before the signing the officer is told, afterwards a lead.
    /// </summary>
    /// <param name="NoticeId">The custody system's id; an arrest and its result may share it.</param>
    /// <param name="OffenceOn">Day of the new offence, if known. An offence before the signing or after the term is not
    /// reoffending.</param>
    /// <param name="Says">The kind that a notice of an unknown kind gives itself.</param>
    public sealed record ReceiveCustodyNotice(
        string NoticeId, CustodyNoticeKind Notice, LocalDate OccurredOn, LocalDate? OffenceOn = null, string? Says = null) : NoReoffendingCommand
    {
        /// <summary>What the notice says of the person's bail.</summary>
        public Bail? Bail { get; init; }

        internal override bool AfterEnd => true;

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("noticeId", NoticeId);
            texts.Line("says", Says);
            texts.Prose("bail.conditions", Bail?.Conditions);
        }
    }

    /// <summary>The officer has read a notice that came before the signing, or on a case that never had an agreement.</summary>
    public sealed record ReviewCustodyNotice(string NoticeId) : NoReoffendingCommand
    {
        internal override CommandSubject Subject => new(Item: NoticeId);

        internal override bool AfterEnd => true;

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("noticeId", NoticeId);
    }

    /// <summary>A lead decides that an arrest without a result no longer keeps the agreement open.</summary>
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

    /// <summary>An unknown kind; the name it gives itself is kept.</summary>
    Other,
}
