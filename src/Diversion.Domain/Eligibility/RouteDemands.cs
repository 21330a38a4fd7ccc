using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Eligibility;

/// <summary>Whether the basis of a case is what its route demands.</summary>
public static class RouteDemands
{
    /// <param name="Met">Null if it is not known.</param>
    /// <param name="Facts">The fact, or what is missing, in words.</param>
    public readonly record struct Part(bool? Met, string Facts);

    /// <summary>One part for each demand, in the order in which they are asked.</summary>
    public static IReadOnlyList<Part> Of(RouteRules route, EligibilityFacts facts, IEnumerable<Offence> offences)
    {
        var parts = new List<Part>();
        if (!route.Admission.IsEmpty)
        {
            parts.Add(facts.Admission is { } said
                ? new(route.Admission.Contains(said), $"admission: {InWords(said)}")
                : new(null, "not asked: admission"));
        }

        foreach (var demand in route.Demands)
        {
            parts.Add(Asked(demand, facts));
        }

        var classes = offences.Select(offence => offence.Class).Where(route.ProsecutorAuthority.Contains).Distinct().Select(Words.Of).ToArray();
        if (classes.Length > 0)
        {
            parts.Add(facts.ProsecutorAuthority is null
                ? new(null, $"not recorded: the Crown Prosecution Service’s authority, which an offence that is {string.Join(" or ", classes)} needs")
                : new(true, "authority of the Crown Prosecution Service"));
        }

        return parts;
    }

    /// <summary>The rule's answer: what is not met decides, then what is not known.</summary>
    internal static (bool?, string) Ask(SchemeRules scheme, EligibilityFacts facts, IEnumerable<Offence> offences, LocalDate today)
    {
        if (scheme.RouteOf(facts.Route) is not { } route)
        {
            return (null, "the route is not one of this version of the scheme; choose it again");
        }

        if (!route.IsOpenOn(today))
        {
            return (false, $"the route {route.Title} is not open to this case");
        }

        var parts = Of(route, facts, offences);
        bool? met = parts.Any(part => part.Met == false) ? false : parts.Any(part => part.Met is null) ? null : true;
        return (met, string.Join("; ", parts.Where(part => part.Met == met).Select(part => part.Facts).Prepend(route.Title)));
    }

    public static string InWords(AdmissionAnswer answer) => answer switch
    {
        AdmissionAnswer.Full => "in full",
        AdmissionAnswer.Part => "in part",
        AdmissionAnswer.None => "no",
        _ => Words.Of(answer),
    };

    private static Part Asked(BasisDemand demand, EligibilityFacts facts) => demand switch
    {
        BasisDemand.Evidence => facts is { Evidence: { } source, EvidenceReference: not null }
            ? new(true, Words.Of(source))
            : new(null, "not recorded: the evidence and its reference"),
        BasisDemand.EvidentialTest => facts switch
        {
            { SufficientEvidence: null } => new(null, "not asked: evidential test"),
            { SufficientEvidence: false } => new(false, "evidential test: not met"),
            { EvidentialTestBy: null } => new(null, "not recorded: who decided the evidential test"),
            _ => new(true, "evidential test: met"),
        },
        BasisDemand.PublicInterest => facts.PublicInterest is null
            ? new(null, "not recorded: the public interest reasons")
            : new(true, "public interest reasons"),
        BasisDemand.LegalAdvice => facts.LegalAdvice is { } advice
            ? new(advice != LegalAdvice.NotOffered, $"legal advice: {Words.Of(advice)}")
            : new(null, "not asked: legal advice"),
        _ => throw new ArgumentOutOfRangeException(nameof(demand), demand, "No such demand."),
    };
}
