using Diversion.Domain.Agreements;

namespace Diversion.Domain.BoardPacks;

/// <summary>What casework finds out before a decision about the board packs.</summary>
/// <param name="Deadlines">Of the scheme in force.</param>
/// <param name="Reminds">The member of staff whom the command names for its reminders; null when it names none, or nobody of the programme.</param>
public sealed record BoardPackInputs(Deadlines Deadlines, StaffRef? Reminds = null);
