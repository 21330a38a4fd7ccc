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
        var ranks = new WordList([.. Ranks.Select(rank => new VocabularyTerm(rank.Title, rank.Title, rank.Synonyms))]);
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        // "Detective" says nothing about a rank.
        words = words is [var first, ..] && first.Equals("Detective", StringComparison.OrdinalIgnoreCase) ? words[1..] : words;

        // The longest: an assistant chief constable is no constable.
        for (var length = words.Length - 1; length > 0; length--)
        {
            if (ranks.CodeOf(string.Join(' ', words.AsSpan(0, length))) is { } title)
            {
                name = string.Join(' ', words.AsSpan(length));
                return Ranks.IndexOf(Ranks.First(rank => rank.Title == title));
            }
        }

        name = text;
        return null;
    }
}

/// <param name="Synonyms">Other words for it.</param>
public sealed record RankWords(string Title, ImmutableArray<string> Synonyms);
