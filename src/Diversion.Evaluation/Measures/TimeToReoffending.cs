using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>Time to the first reoffence by arm, in days.</summary>
/// <param name="NotYetKnown">People of both arms whose records were not searched for long enough.</param>
public sealed record TimeToReoffending(KaplanMeier Programme, KaplanMeier Control, LogRank Test, int NotYetKnown)
{
    public static TimeToReoffending Of(IEnumerable<PersonRow> people, Arms arms, ReoffendingRule rule, Basis basis = Basis.Allocated)
    {
        var split = arms.Split(people, basis);
        var (one, two) = (Observations(split.Programme), Observations(split.Control));
        return new(new(one), new(two), LogRank.Of(one, two), split.Programme.Length + split.Control.Length - one.Length - two.Length);

        Observation[] Observations(PersonRow[] arm) => [.. arm.Select(person => rule.Observe(person.FollowUp, person.Trial!.AllocatedOn)).Where(one => one.HasValue).Select(one => one!.Value)];
    }
}
