using Diversion.Casework.Csv;

namespace Diversion.Casework.Reoffences;

/// <summary>A row that was not taken.</summary>
/// <param name="Cells">As in the file.</param>
public sealed record RejectedRow(int Line, IReadOnlyList<string> Cells, RejectedBecause Because, IReadOnlyList<RowFault> Faults);

public enum RejectedBecause
{
    /// <summary>A cell can't be read, or says what can't be.</summary>
    Faulty,

    /// <summary>No case here has the number.</summary>
    NotMatched,

    /// <summary>It is of more than one person.</summary>
    MatchedMore,

    /// <summary>The person is known, but was neither allocated nor signed, or the offence is from before.</summary>
    NotFollowedUp,
}
