using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Agreements;

/// <summary>What decisions stand on: the scheme's rules in the agreement's version, and the working calendar.</summary>
public sealed record Ground(SchemeRules Scheme, WorkingCalendar Calendar)
{
    /// <summary>Whom the programme knows.</summary>
    public StaffDirectory Staff { get; init; } = StaffDirectory.Empty;
}
