using Diversion.Casework.Record;
using Diversion.Domain.Eligibility;

namespace Diversion.Web.Wording;

/// <summary>The basis of a case as readers see it.</summary>
public static class BasisWords
{
    public static string Of(AdmissionAnswer answer) => answer switch
    {
        AdmissionAnswer.Full => "Yes, in full",
        AdmissionAnswer.Part => "In part",
        AdmissionAnswer.None => "No, they deny it",
        AdmissionAnswer.NoDenial => "They neither admit nor deny it",
        _ => "They made no comment",
    };

    public static string Of(EvidenceSource source) => source == EvidenceSource.Interview ? "An interview" : "Other evidence";

    public static string Of(LegalAdvice advice) => advice switch
    {
        LegalAdvice.Taken => "Offered and taken",
        LegalAdvice.Declined => "Offered and declined",
        _ => "Not offered",
    };

    /// <summary>"Met, decided by Inspector Stone".</summary>
    public static string EvidentialTest(CaseBasisView basis) => basis.SufficientEvidence switch
    {
        true => $"Met{(basis.EvidentialTestBy is { } by ? $", decided by {by}" : "")}",
        false => $"Not met{(basis.EvidentialTestBy is { } by ? $", decided by {by}" : "")}",
        null => "Not recorded",
    };

    public static string Evidence(CaseBasisView basis) =>
        basis.Evidence is { } source ? $"{Of(source)}{(basis.EvidenceReference is { } reference ? $", {reference}" : "")}" : "Not recorded";
}
