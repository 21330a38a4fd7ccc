namespace Diversion.Domain.Referral;

/// <param name="Group">The offence group of the scheme's lists, such as <c>theft</c>.</param>
/// <param name="DomesticAssault">Common assault or battery amounting to domestic abuse (Criminal Justice Act 1988 s.39A).</param>
/// <param name="FirstStatementOn">Day of the first statement about a domestic assault.</param>
public sealed record Offence(
    string Description,
    string Group,
    LocalDate CommittedOn,
    OffenceClass Class,
    bool DomesticAssault = false,
    LocalDate? FirstStatementOn = null,
    string? District = null);

public enum OffenceClass
{
    SummaryOnly,
    EitherWay,
    IndictableOnly,
}
