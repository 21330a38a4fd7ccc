using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.NoReoffending;

public abstract record NoReoffendingEvent : ConditionKindEvent
{
    private NoReoffendingEvent()
    {
    }

    internal override ConditionKind Kind => ConditionKind.NoReoffending;

    public sealed record NoReoffendingBegan(string ConditionId) : NoReoffendingEvent;

    /// <param name="ConditionId">Before the signing, the one that the condition will have.</param>
    /// <param name="Reoffending">False when the offence is from before the signing or after the term.</param>
    /// <param name="Says">What a notice of another kind calls itself.</param>
    /// <param name="Read">By when the officer reads it; null when it goes to a lead.</param>
    public sealed record CustodyNoticeReceived(
        string ConditionId,
        string NoticeId,
        CustodyNoticeKind Notice,
        LocalDate OccurredOn,
        LocalDate? OffenceOn,
        bool Reoffending,
        Instant At,
        string? Says = null,
        Deadline? Read = null) : NoReoffendingEvent;

    /// <summary>The same notice came with another content, which stands now. What it said before is kept beside it.</summary>
    public sealed record CustodyNoticeCorrected(
        string ConditionId,
        string NoticeId,
        CustodyNoticeKind Notice,
        LocalDate OccurredOn,
        LocalDate? OffenceOn,
        bool Reoffending,
        LocalDate OccurredOnBefore,
        LocalDate? OffenceOnBefore,
        bool ReoffendingBefore,
        Instant At,
        Deadline? Read = null) : NoReoffendingEvent;

    public sealed record CustodyNoticeReviewed(string NoticeId) : NoReoffendingEvent;

    public sealed record ArrestSettled(string ConditionId, string NoticeId) : NoReoffendingEvent;
}
