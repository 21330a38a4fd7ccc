using System.Collections.Frozen;

namespace Diversion.Domain.Schemes;

/// <summary>One word of the programme, and its synonyms.</summary>
/// <param name="Code">As it is stored and sent; never changed.</param>
/// <param name="Name">As it is shown.</param>
public sealed record VocabularyTerm(string Code, string Name, ImmutableArray<string> Synonyms = default)
{
    /// <summary>Every spelling accepted for this word.</summary>
    public IEnumerable<string> Spellings => [Code, Name, .. Synonyms.IsDefault ? [] : Synonyms];
}

/// <summary>One list of the vocabulary: maps any spelling of a word to its code.</summary>
public sealed class WordList(ImmutableArray<VocabularyTerm> terms)
{
    private const int NearestShown = 3;

    private readonly FrozenDictionary<string, VocabularyTerm> byWord = terms
        .SelectMany(term => term.Spellings.Select(spelling => (Word: WordFold.Of(spelling), Term: term)))
        .DistinctBy(pair => pair.Word)
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Term);

    public ImmutableArray<VocabularyTerm> Terms => terms;

    /// <summary>Null when the list does not have the word.</summary>
    public string? CodeOf(string word) => byWord.GetValueOrDefault(WordFold.Of(word))?.Code;

    /// <summary>The word as readable text; unchanged if it is not in the list.</summary>
    public string NameOf(string word) => byWord.GetValueOrDefault(WordFold.Of(word))?.Name ?? word;

    /// <summary>The codes that were probably meant.</summary>
    public IEnumerable<string> NearestTo(string word)
    {
        var folded = WordFold.Of(word);
        return byWord
            .OrderBy(pair => Nearest.Distance(folded, pair.Key))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Value.Code)
            .Distinct()
            .Take(NearestShown);
    }
}
