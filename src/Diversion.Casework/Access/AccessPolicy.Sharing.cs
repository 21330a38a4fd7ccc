using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;
using NodaTime;

namespace Diversion.Casework.Access;

/// <content>What an organisation is told of a person beside its own part.</content>
public static partial class AccessPolicy
{
    /// <summary>
    /// The sharing agreements that show the actor something of this person today: their organisation works with the person now,
    /// the actor may open the case, and where the basis is consent the person has given it and has not withdrawn.
    /// </summary>
    /// <param name="agreed">Of the programme.</param>
    public static IReadOnlyList<SharingAgreement> SharedWith(Actor actor, AgreementState state, IReadOnlyList<SharingAgreement>? agreed, LocalDate today) =>
        agreed is not null && actor.Organisation is { } own && !state.IsErased && Of(actor, state).BySharing ? Open(own, state, agreed, today) : [];

    /// <summary>What anybody of the organisation could be told of the person today.</summary>
    internal static IReadOnlyList<SharingAgreement> Open(string organisation, AgreementState state, IReadOnlyList<SharingAgreement> agreed, LocalDate today) =>
        CasePartners.Of(state).Contains(organisation)
            ? [.. agreed.Where(one => one.Organisation == organisation && one.IsInForce(today) && (!one.NeedsConsent || state.Referral.ConsentTo(one.Number) is { Given: true })).OrderBy(one => one.Purpose)]
            : [];
}
