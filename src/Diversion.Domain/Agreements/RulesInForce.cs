using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Agreements;

/// <summary>What decisions are based on: the scheme's rules in the agreement's version, and the working calendar.</summary>
public sealed record RulesInForce(SchemeRules Scheme, WorkingCalendar Calendar)
{
    /// <summary>The people and organisations that the programme knows.</summary>
    public StaffDirectory Staff { get; init; } = StaffDirectory.Empty;

    /// <summary>The trial that allocates people now; null when none does.</summary>
    public OpenTrial? Trial { get; init; }

    /// <summary>When the same person is at an appointment of another agreement that runs. The caller looks it up for a booking.</summary>
    public ImmutableArray<TakenTime> OtherAppointments { get; init; } = [];

    /// <summary>Other cases that may be of the same person. The caller looks them up before asking for a decision.</summary>
    public ImmutableArray<PossibleDuplicate> Duplicates { get; init; } = [];
}
