using Diversion.Domain.Referral;

namespace Diversion.Casework.Texts;

/// <summary>What is the same in two cases, as text.</summary>
public static class DuplicateWords
{
    public static string Of(IEnumerable<SameBy> by) => string.Join(", ", by.Select(Of));

    public static string Of(SameBy by) => by switch
    {
        SameBy.NameAndBirthDate => "same name and date of birth",
        SameBy.PncId => "same PNC id",
        SameBy.CroNumber => "same CRO number",
        SameBy.ProbationNumber => "same probation number (CRN)",
        SameBy.CustodyReference => "same custody reference",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "No words for this."),
    };
}
