using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The result of checking a draft of conditions.</summary>
/// <param name="Chosen">Number of conditions, including no reoffending.</param>
/// <param name="LastDay">Of the term, if signed today.</param>
/// <param name="Problems">What prevents the offer, as sentences.</param>
public sealed record DraftCheck(int Chosen, int Most, LocalDate LastDay, LocalDate? ChargeBy, LocalDate? LatestSigning, IReadOnlyList<string> Problems);
