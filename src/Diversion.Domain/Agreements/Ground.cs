using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Agreements;

/// <summary>What decisions stand on: the scheme's rules in the agreement's version, and the working calendar.</summary>
public sealed record Ground(SchemeRules Scheme, WorkingCalendar Calendar)
{
    /// <summary>Whom the programme knows.</summary>
    public StaffDirectory Staff { get; init; } = StaffDirectory.Empty;

    /// <summary>Other cases that may be of the same person: a fact that whoever asks for a decision looks up.</summary>
    public ImmutableArray<PossibleDuplicate> Duplicates { get; init; } = [];
}
