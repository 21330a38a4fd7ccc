using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Reoffending by how far one worker stayed with the person. Not randomised: who is harder to reach also changes workers more.</summary>
/// <param name="Band">In words.</param>
public sealed record ContinuityMeasure(string Band, Figure Rate)
{
    private static readonly ImmutableArray<(string Name, double From)> Bands =
        [("one worker held every meeting", 1), ("one worker held three quarters or more", 0.75), ("one worker held half or more", 0.5), ("no worker held half", 0)];

    public static ImmutableArray<ContinuityMeasure> Of(IEnumerable<PersonRow> people, ReoffendingRule rule) => Of(Continuities(people), rule);

    /// <summary>Those who signed and had a meeting that was held.</summary>
    internal static (PersonRow Person, Continuity Kept)[] Continuities(IEnumerable<PersonRow> people) =>
    [
        .. from person in people
           where person.Course.SignedOn is not null
           let kept = Continuity.Of(person)
           where kept is not null
           select (person, kept),
    ];

    internal static ImmutableArray<ContinuityMeasure> Of((PersonRow Person, Continuity Kept)[] continuities, ReoffendingRule rule)
    {
        var byBand = continuities.ToLookup(one => Bands.First(band => one.Kept.Share >= band.From - 1e-9).Name, one => one.Person, StringComparer.Ordinal);
        return [.. Bands.Where(band => byBand.Contains(band.Name)).Select(band => new ContinuityMeasure(band.Name, ReoffendingMeasures.Of(byBand[band.Name], rule, FollowUpStart.Signing).Rate))];
    }
}
