using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>People sorted by what can be said of them under a rule: each is in one place only.</summary>
/// <param name="Known">Followed up to the end.</param>
/// <param name="Excluded">Not yet known, and left by reason.</param>
public sealed record FollowedUp(ImmutableArray<(PersonRow Person, FollowUpAnswer.Known Answer)> Known, ImmutableArray<Exclusion> Excluded)
{
    public const string NotYet = "not yet known";

    public int Reoffended => Known.Count(one => one.Answer.DaysToFirst is not null);

    /// <summary>People who never came to the start (not allocated, not signed) are no part of it.</summary>
    public static FollowedUp Of(IEnumerable<PersonRow> people, ReoffendingRule rule, FollowUpStart start)
    {
        var known = ImmutableArray.CreateBuilder<(PersonRow, FollowUpAnswer.Known)>();
        var excluded = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (start.Of(person) is not { } day)
            {
                continue;
            }

            switch (rule.Ask(person.FollowUp, day))
            {
                case FollowUpAnswer.Known answer:
                    known.Add((person, answer));
                    break;
                case FollowUpAnswer.NotFollowedUp left:
                    excluded[left.Reason] = excluded.GetValueOrDefault(left.Reason) + 1;
                    break;
                default:
                    excluded[NotYet] = excluded.GetValueOrDefault(NotYet) + 1;
                    break;
            }
        }

        return new(known.ToImmutable(), [.. excluded.Select(pair => new Exclusion(pair.Key, pair.Value))]);
    }
}
