namespace Diversion.Domain.Conditions.NoReoffending;

public sealed record NoReoffendingCondition(string Id) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.NoReoffending;

    /// <summary>Including those from before the signing.</summary>
    public ImmutableArray<CustodyNotice> Notices { get; init; } = [];

    /// <summary>A charge or an admission of an offence committed in the term.</summary>
    public bool Proved => Notices.Any(notice => notice.Proves);

    /// <summary>Arrests for an offence within the term that have no result yet.</summary>
    public ImmutableArray<CustodyNotice> OpenArrests => Arrests.Open(Notices).RemoveAll(arrest => !arrest.Reoffending);
}

/// <param name="Reoffending">For an offence in the term.</param>
/// <param name="Says">The kind that a notice of an unknown kind gives itself.</param>
/// <param name="Settled">Of an arrest: a lead decided not to wait any longer.</param>
public sealed record CustodyNotice(
    string Id,
    CustodyNoticeKind Kind,
    LocalDate OccurredOn,
    bool Reoffending,
    LocalDate? OffenceOn = null,
    string? Says = null,
    bool Settled = false)
{
    /// <summary>What it says of the person's bail.</summary>
    public Bail? Bail { get; init; }

    /// <summary>Its content before corrections, oldest first.</summary>
    public ImmutableArray<CustodyNoticeContent> Before { get; init; } = [];

    internal bool Proves => Reoffending && Kind is (CustodyNoticeKind.Charge or CustodyNoticeKind.Admission);

    internal CustodyNoticeContent Content => new(OccurredOn, OffenceOn, Bail);

    /// <summary>
    /// An arrest and its result may share an id; notices of unknown kinds are told apart by the kind they give themselves.
    /// </summary>
    internal bool Is(string id, CustodyNoticeKind kind, string? says) =>
        Id == id && Kind == kind && (kind != CustodyNoticeKind.Other || Says == says);
}

public sealed record CustodyNoticeContent(LocalDate OccurredOn, LocalDate? OffenceOn, Bail? Bail = null);
