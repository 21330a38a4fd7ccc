namespace Diversion.Evaluation.Rows;

/// <summary>A referral of a person to a provider's service, as it stands: one that was declined and went on counts for who has it now.</summary>
/// <param name="Provider">The organisation's name: it is no person.</param>
/// <param name="ProviderPseudonym">As the provider's sessions have it, for rows that leave the programme.</param>
/// <param name="Service">Id in the directory; null when none was named.</param>
/// <param name="ServiceName">As it was called on the day.</param>
/// <param name="Pathway">The need that it is for: <c>accommodation</c>.</param>
/// <param name="SentOn">From here on the person waits.</param>
/// <param name="AcceptedOn">From here on the person has a place; null while nobody has accepted.</param>
/// <param name="InTime">Accepted by the day that the scheme sets; null while nobody has accepted.</param>
/// <param name="EndedOn">The pathway's end, or the agreement's if it came first.</param>
/// <param name="End">How the pathway ended; null while it is open, and when the agreement ended before it.</param>
public sealed record ReferralFacts(
    string Provider,
    string ProviderPseudonym,
    string? Service,
    string? ServiceName,
    string Pathway,
    LocalDate SentOn,
    LocalDate? AcceptedOn = null,
    bool? InTime = null,
    LocalDate? EndedOn = null,
    ConditionEnd? End = null);
