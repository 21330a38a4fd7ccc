using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Trials;

/// <summary>A fact by which a trial can be stratified. The codes are part of stored sequences.</summary>
public enum StratumFact
{
    RiskBand,
    OffenceGroup,
    Sex,
}

public static class StratumFacts
{
    /// <summary>As the sequence names it: <c>risk-band</c>.</summary>
    public static string CodeOf(StratumFact fact) => fact switch
    {
        StratumFact.RiskBand => "risk-band",
        StratumFact.OffenceGroup => "offence-group",
        StratumFact.Sex => "sex",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No such fact."),
    };

    public static string InWords(StratumFact fact) => CodeOf(fact).Replace('-', ' ');

    /// <summary>Every value that the fact can have in this programme.</summary>
    public static ImmutableArray<string> Known(StratumFact fact, Vocabulary words) => fact switch
    {
        StratumFact.RiskBand => ["low", "medium", "high"],
        StratumFact.Sex => ["female", "male", "other"],
        _ => [.. words.OffenceGroups.Terms.Select(term => term.Code)],
    };

    /// <summary>The person's value; null when it is not known. For several offences it is the group of the first.</summary>
    public static string? Of(StratumFact fact, ReferralState referral, Vocabulary words) => fact switch
    {
        StratumFact.RiskBand => referral.Risk.BandInForce is { } band ? $"{band}".ToLowerInvariant() : null,
        StratumFact.Sex => referral.Person.Sex == Sex.NotKnown ? null : $"{referral.Person.Sex}".ToLowerInvariant(),
        _ => words.OffenceGroups.CodeOf(referral.Offence.Group),
    };

    /// <summary>
    /// The person is not of those whom the trial is about: something that is known of them is not in its strata. The case goes on
    /// as without a trial.
    /// </summary>
    public static bool IsOutside(TrialProtocol protocol, ReferralState referral, Vocabulary words) =>
        protocol.Factors.Any(factor => Of(factor.Fact, referral, words) is { } value && !factor.Values.Contains(value));

    /// <param name="stratum">One value of each factor: <c>medium/theft/female</c>.</param>
    /// <returns>Null, or in words why the person belongs to no stratum.</returns>
    public static string? Find(TrialProtocol protocol, ReferralState referral, Vocabulary words, out string stratum)
    {
        stratum = "";
        var values = new List<string>(protocol.Factors.Length);
        foreach (var factor in protocol.Factors)
        {
            var what = InWords(factor.Fact);
            if (Of(factor.Fact, referral, words) is not { } value)
            {
                return $"The trial needs to know the person’s {what}. Record it first.";
            }

            if (!factor.Values.Contains(value))
            {
                return $"The trial takes nobody whose {what} is {value.Replace('-', ' ')}. The case goes on without it.";
            }

            values.Add(value);
        }

        stratum = string.Join('/', values);
        return null;
    }
}
