namespace Diversion.Domain.Conditions.NoReoffending;

public sealed record NoReoffendingCondition(string Id) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.NoReoffending;

    public ImmutableArray<CustodyNotice> Notices { get; init; } = [];

    /// <summary>A charge or an admission of an offence committed in the term.</summary>
    public bool Proved => Notices.Any(notice => notice is { Reoffending: true, Kind: CustodyNoticeKind.Charge or CustodyNoticeKind.Admission });
}

public sealed record CustodyNotice(string Id, CustodyNoticeKind Kind, LocalDate OccurredOn, bool Reoffending);
