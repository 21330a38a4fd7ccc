using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.NoReoffending;

public abstract record NoReoffendingEvent : ConditionKindEvent
{
    private NoReoffendingEvent()
    {
    }

    public override ConditionKind Kind => ConditionKind.NoReoffending;

    public sealed record NoReoffendingBegan(string ConditionId) : NoReoffendingEvent;

    /// <param name="ConditionId">Before the signing, the id that the condition will have.</param>
    /// <param name="Reoffending">False when the offence is from before the signing or after the term.</param>
    /// <param name="Says">The kind that a notice of an unknown kind gives itself.</param>
    /// <param name="Read">The deadline for the officer to read it; null when it goes to a lead.</param>
    public sealed record CustodyNoticeReceived(
        string ConditionId,
        string NoticeId,
        CustodyNoticeKind Notice,
        LocalDate OccurredOn,
        LocalDate? OffenceOn,
        bool Reoffending,
        Instant At,
        string? Says = null,
        Deadline? Read = null,
        Bail? Bail = null) : NoReoffendingEvent;

    /// <summary>The same notice came with other content, which replaces the old. The old content is kept beside it.</summary>
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
        Deadline? Read = null,
        Bail? Bail = null,
        Bail? BailBefore = null) : NoReoffendingEvent;

    public sealed record CustodyNoticeReviewed(string NoticeId) : NoReoffendingEvent;

    public sealed record ArrestSettled(string ConditionId, string NoticeId) : NoReoffendingEvent;
}
