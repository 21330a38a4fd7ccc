using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Record;

/// <summary>On what basis the case is dealt with out of court. What is left out was not recorded.</summary>
/// <param name="Route">Its title.</param>
/// <param name="OutcomeCode">The Home Office outcome of a case on this route that keeps the agreement.</param>
/// <param name="SufficientEvidence">The evidential test is met.</param>
/// <param name="Open">What the route demands and is not recorded yet, or not met, in words.</param>
/// <param name="Explained">What was explained to the person and signed for, as it was put.</param>
public sealed record CaseBasisView(
    string Route,
    string OutcomeCode,
    AdmissionAnswer? Admission,
    EvidenceSource? Evidence,
    string? EvidenceReference,
    bool? SufficientEvidence,
    string? EvidentialTestBy,
    string? PublicInterest,
    LegalAdvice? LegalAdvice,
    string? ProsecutorAuthority,
    IReadOnlyList<string> Open,
    IReadOnlyList<string>? Explained)
{
    internal static CaseBasisView Of(AgreementState state, SchemeRules scheme)
    {
        var referral = state.Referral;
        var facts = referral.Facts;
        var route = scheme.RouteOrUsual(facts.Route);
        return new CaseBasisView(
            route.Title,
            route.OutcomeCode,
            facts.Admission,
            facts.Evidence,
            facts.EvidenceReference,
            facts.SufficientEvidence,
            facts.EvidentialTestBy,
            facts.PublicInterest,
            facts.LegalAdvice,
            facts.ProsecutorAuthority,
            [.. RouteDemands.Of(route, facts, referral.Offences.Select(one => one.Offence)).Where(part => part.Met != true).Select(part => part.Facts)],
            state.Term is { Explained: { IsEmpty: false } explained } ? explained : null);
    }
}
