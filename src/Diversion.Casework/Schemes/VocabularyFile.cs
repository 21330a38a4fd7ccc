using System.Collections.Immutable;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>The shape of the vocabulary file. What each property means is in vocabulary.schema.json.</summary>
internal sealed record VocabularyFile(ImmutableArray<VocabularyTerm> OffenceGroups, ImmutableArray<VocabularyTerm> CurrentOrders)
{
    public Vocabulary ToVocabulary() => new(new WordList(OffenceGroups), new WordList(CurrentOrders));
}
