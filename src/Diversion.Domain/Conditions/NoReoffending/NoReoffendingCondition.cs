namespace Diversion.Domain.Conditions.NoReoffending;

public sealed record NoReoffendingCondition(string Id) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.NoReoffending;

    /// <summary>Those of before the signing among them.</summary>
    public ImmutableArray<CustodyNotice> Notices { get; init; } = [];

    /// <summary>A charge or an admission of an offence committed in the term.</summary>
    public bool Proved => Notices.Any(notice => notice.Proves);

    /// <summary>Arrests for an offence in the term of which nothing has come yet.</summary>
    public ImmutableArray<CustodyNotice> OpenArrests => Arrests.Open(Notices).RemoveAll(arrest => !arrest.Reoffending);
}

/// <param name="Reoffending">For an offence in the term.</param>
/// <param name="Says">What a notice of another kind calls itself.</param>
/// <param name="Settled">Of an arrest: a lead decided that nothing more is awaited.</param>
public sealed record CustodyNotice(
    string Id,
    CustodyNoticeKind Kind,
    LocalDate OccurredOn,
    bool Reoffending,
    LocalDate? OffenceOn = null,
    string? Says = null,
    bool Settled = false)
{
    /// <summary>What it said before it was corrected, oldest first.</summary>
    public ImmutableArray<CustodyNoticeContent> Before { get; init; } = [];

    internal bool Proves => Reoffending && Kind is (CustodyNoticeKind.Charge or CustodyNoticeKind.Admission);

    internal CustodyNoticeContent Content => new(OccurredOn, OffenceOn);

    /// <summary>An arrest and what came of it may share an id; notices of unknown kinds are told apart by what they call themselves.</summary>
    internal bool Is(string id, CustodyNoticeKind kind, string? says) =>
        Id == id && Kind == kind && (kind != CustodyNoticeKind.Other || Says == says);
}

public sealed record CustodyNoticeContent(LocalDate OccurredOn, LocalDate? OffenceOn);
