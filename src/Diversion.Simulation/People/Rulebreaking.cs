using System.Collections.Immutable;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;
using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.People;

/// <summary>Makes a participant fail one rule of the scheme, so that the domain itself finds them not eligible.</summary>
internal static class Rulebreaking
{
    public static Participant Break(Participant participant, SchemeRules scheme, Chance chance)
    {
        var rules = scheme.Eligibility.Where(rule => rule.Test is not EligibilityTest.VictimViewsSought).ToArray();
        return rules.Length == 0 ? participant : Break(participant, chance.Pick(rules), chance);
    }

    private static Participant Break(Participant participant, EligibilityRule rule, Chance chance)
    {
        var (person, offence, facts) = (participant.Person, participant.Offence, participant.Facts);
        return rule.Test switch
        {
            // A child is not referred: this person lives elsewhere instead.
            EligibilityTest.AgeAtLeast or EligibilityTest.HomeDistrictIn => participant with { Person = person with { District = "Elsewhere" } },
            EligibilityTest.OffenceDistrictIn => participant with { Offence = offence with { District = "Elsewhere" } },
            EligibilityTest.OffenceWithinMonths => participant with
            {
                Offence = offence with { CommittedOn = offence.CommittedOn.PlusMonths(-rule.Number!.Value).PlusDays(-1), FirstStatementOn = null },
            },
            EligibilityTest.RiskBandIn => participant with { Risk = Other(rule.Values) },
            EligibilityTest.OffenceGroupNotIn when !rule.Values.IsEmpty => participant with { Offence = offence with { Group = chance.Pick(rule.Values) } },
            EligibilityTest.NoCurrentOrder when !rule.Values.IsEmpty => participant with { Facts = facts with { CurrentOrders = [chance.Pick(rule.Values)] } },
            EligibilityTest.NoCoAccusedPending => participant with { Facts = facts with { CoAccusedPending = true } },
            EligibilityTest.PreviousConvictionsAtMost => participant with { Facts = facts with { PreviousConvictions = rule.Number!.Value + chance.Between(1, 4) } },
            _ => participant with { Facts = facts with { Admission = AdmissionAnswer.None, SufficientEvidence = false } },
        };
    }

    private static RiskBand Other(ImmutableArray<string> allowed) =>
        Enum.GetValues<RiskBand>().FirstOrDefault(
            band => !allowed.Contains(band.ToString(), StringComparer.OrdinalIgnoreCase), RiskBand.High);
}
