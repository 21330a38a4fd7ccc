using Diversion.Casework.Csv;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;

namespace Diversion.Local.Import;

/// <summary>A row of the file as it was read.</summary>
/// <param name="Cells">The original cells, for the file of rejected rows.</param>
public abstract record FileRow(int Line, IReadOnlyList<string> Cells)
{
    /// <param name="Facts">Null when the row gives none; likewise risk and victim.</param>
    public sealed record Referral(
        int Line,
        IReadOnlyList<string> Cells,
        string Reference,
        Person Person,
        Offence Offence,
        StaffRef Officer,
        EligibilityFacts? Facts,
        ReferralCommand.RecordRisk? Risk,
        VictimCommand.RecordVictim? Victim) : FileRow(Line, Cells)
    {
        /// <summary>The offences beside the first one, each with its number in the row.</summary>
        public IReadOnlyList<(int Number, Offence Offence)> Further { get; init; } = [];

        /// <summary>The columns of the first offence that the row leaves out and its code filled in.</summary>
        public IReadOnlyList<string> FilledIn { get; init; } = [];
    }

    public sealed record Faulty(int Line, IReadOnlyList<string> Cells, IReadOnlyList<RowFault> Faults) : FileRow(Line, Cells);

    /// <summary>Has the same content as an earlier row.</summary>
    public sealed record Repeated(int Line, IReadOnlyList<string> Cells, int First) : FileRow(Line, Cells);
}
