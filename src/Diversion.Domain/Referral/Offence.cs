namespace Diversion.Domain.Referral;

/// <summary>One offence of a case. What is null was not asked, or is not known.</summary>
/// <param name="Group">The offence group of the scheme's lists, such as <c>theft</c>.</param>
/// <param name="CommittedOn">The day, or the first of the days between which it was committed.</param>
/// <param name="DomesticAssault">Common assault or battery amounting to domestic abuse (Criminal Justice Act 1988 s.39A).</param>
/// <param name="FirstStatementOn">Day of the first statement about a domestic assault.</param>
public sealed record Offence(
    string Description,
    string Group,
    LocalDate CommittedOn,
    OffenceClass Class,
    bool DomesticAssault = false,
    LocalDate? FirstStatementOn = null,
    string? District = null)
{
    /// <summary>The last of the days between which it was committed; null when it was one day.</summary>
    public LocalDate? CommittedUntil { get; init; }

    /// <summary>The number under which the force recorded the crime.</summary>
    public string? CrimeNumber { get; init; }

    /// <summary>Home Office offence classification, in the form of <see cref="Reading.OffenceClassification"/>: <c>046/00</c>.</summary>
    public string? Classification { get; init; }

    /// <summary>The force's own code for the offence.</summary>
    public string? LocalCode { get; init; }

    public string? Place { get; init; }

    /// <summary>Domestic abuse of any kind, not only an assault.</summary>
    public bool? DomesticAbuse { get; init; }

    /// <summary>Racially or religiously aggravated (Crime and Disorder Act 1998 ss.28 to 32).</summary>
    public bool? Aggravated { get; init; }

    /// <summary>Value of the loss or damage, in pounds.</summary>
    public decimal? Value { get; init; }
}

public enum OffenceClass
{
    SummaryOnly,
    EitherWay,
    IndictableOnly,
}

/// <param name="Number">From 1, in the order in which they were recorded. A removed offence leaves its number unused.</param>
public sealed record NumberedOffence(int Number, Offence Offence);
