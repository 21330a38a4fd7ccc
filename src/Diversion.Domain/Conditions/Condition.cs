using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Domain.Conditions;

/// <summary>One condition of an agreement. Each kind adds its own state in its own folder.</summary>
/// <param name="Id">The kind as a slug, with a number from the second one on: <c>pathway-2</c>. Also the name of its track.</param>
public abstract record Condition(string Id)
{
    /// <summary>The id of a facilitator of another programme: nobody here has it.</summary>
    private protected const string Elsewhere = "-";

    public abstract ConditionKind Kind { get; }

    public ConditionStatus Status { get; init; } = ConditionStatus.SettingUp;

    public Instant? ClosedAt { get; init; }

    public FailureCause? FailedBy { get; init; }

    /// <summary>The organisation that carries it out from outside the programme; null when none does.</summary>
    public virtual string? PartnerProvider => null;

    /// <summary>The facilitator who carries it out from outside the programme; null when none does.</summary>
    public virtual StaffRef? PartnerFacilitator => null;

    /// <summary>The number of the victim whom it is for; null for a kind that is for none.</summary>
    public virtual int? ForVictim => null;

    /// <summary>The name of whoever carries it out from outside the programme; null when nobody does.</summary>
    public string? Partner => PartnerProvider ?? PartnerFacilitator?.Name;

    /// <summary>In another programme. A provider that works there, too, stays.</summary>
    /// <param name="provider">In place of one that does not; null for the key worker.</param>
    /// <param name="known">The providers of that programme among those of the agreement.</param>
    internal virtual Condition WithPartners(StaffRef? facilitator, string? provider, ImmutableArray<string> known) => this;

    /// <summary>The need that it meets; null for a kind that is not there for one need.</summary>
    public virtual PathwayKind? ForNeed => null;

    /// <summary>Whether its open obligations end when it cannot be kept as agreed; a lead then settles the condition.</summary>
    internal virtual bool StopsWhenBlocked => false;

    public bool IsOpen => Status is ConditionStatus.SettingUp or ConditionStatus.InProgress;

    /// <summary>Kept, waived or replaced.</summary>
    public bool IsSatisfied => Status is ConditionStatus.Kept or ConditionStatus.Waived or ConditionStatus.Substituted;
}
