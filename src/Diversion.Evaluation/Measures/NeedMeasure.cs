using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>How far a need goes with reoffending, among those who signed. A need is a cause neither proven nor excluded by it.</summary>
/// <param name="With">Reoffending of those with a condition of the pathway.</param>
/// <param name="Without">Of the others.</param>
/// <param name="Relative">With ÷ without; null when it can't be computed.</param>
public sealed record NeedMeasure(string Pathway, Figure With, Figure Without, Estimate? Relative)
{
    public static ImmutableArray<NeedMeasure> Of(IEnumerable<PersonRow> people, ReoffendingRule rule)
    {
        var followedUp = FollowedUp.Of(people, rule, FollowUpStart.Signing);
        var pathways = followedUp.Known.SelectMany(one => one.Person.Course.Conditions).Select(condition => condition.Pathway).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. pathways.Select(pathway =>
            {
                var byNeed = followedUp.Known.ToLookup(one => one.Person.Course.Conditions.Any(condition => condition.Pathway == pathway));
                var (with, without) = (new FollowedUp([.. byNeed[true]], followedUp.Excluded), new FollowedUp([.. byNeed[false]], followedUp.Excluded));
                return new NeedMeasure(
                    pathway,
                    ReoffendingMeasures.Of(with, rule).Rate,
                    ReoffendingMeasures.Of(without, rule).Rate,
                    RelativeRisk.Katz(TrialResult.Share(with), TrialResult.Share(without)));
            }),
        ];
    }
}
