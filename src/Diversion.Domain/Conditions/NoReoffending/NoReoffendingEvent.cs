namespace Diversion.Domain.Conditions.NoReoffending;

public abstract record NoReoffendingEvent : ConditionKindEvent
{
    private NoReoffendingEvent()
    {
    }

    internal override ConditionKind Kind => ConditionKind.NoReoffending;

    public sealed record NoReoffendingBegan(string ConditionId) : NoReoffendingEvent;

    /// <param name="Reoffending">False when the offence is from before the signing or after the term.</param>
    public sealed record CustodyNoticeReceived(
        string ConditionId, string NoticeId, CustodyNoticeKind Notice, LocalDate OccurredOn, LocalDate? OffenceOn, bool Reoffending, Instant At) : NoReoffendingEvent;
}
