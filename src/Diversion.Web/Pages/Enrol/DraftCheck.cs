using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>How a draft stands that is still being chosen.</summary>
/// <param name="Chosen">Conditions, no reoffending among them.</param>
/// <param name="LastDay">Of the term, if signed today.</param>
/// <param name="Problems">What keeps it from being offered, as sentences.</param>
public sealed record DraftCheck(int Chosen, int Most, LocalDate LastDay, LocalDate? ChargeBy, LocalDate? LatestSigning, IReadOnlyList<string> Problems);
