using Diversion.Domain.Agreements;

namespace Diversion.Domain.Support;

/// <summary>
/// A health check by a nurse of a partner organisation. It is voluntary: whatever becomes of it, nothing of it counts against
/// the person. What was found stays with the partner; here are only the kinds of onward referral and what came of each.
/// </summary>
/// <param name="Provider">The organisation whose people do it.</param>
public sealed record HealthCheck(string Provider, Instant OfferedAt)
{
    /// <summary>Its obligations are on it.</summary>
    public const string Track = "health-check";

    /// <summary>The obligation to do it.</summary>
    public const string DoneId = Track + "/done";

    /// <summary>A snapshot is one row of a store; nobody is referred to so many.</summary>
    public const int MostOnward = 40;

    /// <summary>Null until the person has said whether they want it.</summary>
    public bool? Accepted { get; init; }

    /// <summary>Null until it was done.</summary>
    public LocalDate? DoneOn { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<OnwardReferral> Onward { get; init; } = [];

    /// <summary>The partner has something to do.</summary>
    public bool IsOpen => Accepted == true && (DoneOn is null || Onward.Any(one => one.Outcome is null));

    /// <summary>The obligation to find out what came of an onward referral.</summary>
    public static string OutcomeId(int number) => $"{Track}/onward/{CommandSubject.Numbered(number)}";
}

/// <summary>Where the nurse referred the person, and what came of it.</summary>
/// <param name="Number">In the case, from 1.</param>
/// <param name="Outcome">Null until it is known.</param>
public sealed record OnwardReferral(int Number, OnwardKind Kind, LocalDate On, OnwardOutcome? Outcome = null);

/// <summary>What a health check refers to; the first ten and both courses as Knowsley's counted them.</summary>
public enum OnwardKind
{
    Doctor,
    SocialServices,
    CommunityMentalHealth,
    Alcohol,
    Drugs,
    Smoking,
    Counselling,
    FireService,
    Housing,
    CitizensAdvice,
    HepatitisB,
    Chlamydia,
    Dentist,
    Other,
}

public enum OnwardOutcome
{
    /// <summary>The person went, or a course has begun.</summary>
    TakenUp,

    /// <summary>A course such as a vaccination was finished.</summary>
    Finished,

    /// <summary>The person did not go, which is theirs to decide.</summary>
    NotTakenUp,

    /// <summary>The service had no place, or did not take them.</summary>
    NotAvailable,
}
