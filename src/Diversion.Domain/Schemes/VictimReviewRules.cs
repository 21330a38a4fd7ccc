namespace Diversion.Domain.Schemes;

/// <summary>How a review or a complaint that a victim asks for is dealt with.</summary>
/// <param name="Granted">The force grants victims the right to a review of its decisions; a complaint needs no such grant.</param>
/// <param name="AcknowledgeWorkingDays">From the day on which it was asked for; likewise the answer.</param>
/// <param name="Ranks">Lowest first.</param>
public sealed record VictimReviewRules(bool Granted, int AcknowledgeWorkingDays, int AnswerWorkingDays, ImmutableArray<RankWords> Ranks)
{
    /// <summary>
    /// For a scheme without this setting: no review, since that is for each force to grant; complaints with the times and
    /// ranks of the forces' schemes for the victims' right to review.
    /// </summary>
    public static readonly VictimReviewRules Usual = new(
        false,
        10,
        30,
        [
            new("Constable", ["pc", "dc"]),
            new("Sergeant", ["sgt", "ps", "ds"]),
            new("Inspector", ["insp", "di"]),
            new("Chief Inspector", ["ch insp", "dci"]),
            new("Superintendent", ["supt", "det supt"]),
            new("Chief Superintendent", ["ch supt"]),
            new("Assistant Chief Constable", ["acc"]),
        ]);

    /// <summary>The place of the rank with which a text begins, such as "Inspector Evelyn Stone"; null when it has none.</summary>
    /// <param name="name">The rest of the text.</param>
    public int? RankOf(string text, out string name)
    {
        name = text;
        int? found = null;
        foreach (var (rank, place) in Ranks.Select((rank, place) => (rank, place)))
        {
            foreach (var word in rank.Synonyms.Prepend(rank.Title))
            {
                // The longest: an assistant chief constable is no chief, and "Detective" says nothing about a rank.
                var bare = text.StartsWith("Detective ", StringComparison.OrdinalIgnoreCase) ? text["Detective ".Length..] : text;
                if (bare.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase) && bare.Length - word.Length - 1 is > 0 and var left && (found is null || left < name.Length))
                {
                    (found, name) = (place, bare[(word.Length + 1)..].Trim());
                }
            }
        }

        return found;
    }
}

/// <param name="Synonyms">Other words for it.</param>
public sealed record RankWords(string Title, ImmutableArray<string> Synonyms);
