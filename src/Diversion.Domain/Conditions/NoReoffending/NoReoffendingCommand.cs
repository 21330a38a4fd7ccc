using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.NoReoffending;

public abstract record NoReoffendingCommand : ConditionCommand
{
    private NoReoffendingCommand()
    {
    }

    internal override ConditionKind Kind => ConditionKind.NoReoffending;

    /// <param name="NoticeId">The custody system's id, which an arrest and what came of it may share; the same notice twice changes nothing.</param>
    /// <param name="OffenceOn">Day of the new offence, where known. One from before the signing or after the term is no reoffending.</param>
    public sealed record ReceiveCustodyNotice(string NoticeId, CustodyNoticeKind Notice, LocalDate OccurredOn, LocalDate? OffenceOn = null)
        : NoReoffendingCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Id("noticeId", NoticeId);
    }
}

public enum CustodyNoticeKind
{
    Arrest,
    Charge,
    Admission,
    NoFurtherAction,
}
