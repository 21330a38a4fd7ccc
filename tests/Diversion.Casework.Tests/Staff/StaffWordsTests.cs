using Diversion.Casework.Staff;
using Diversion.Casework.Tests.Streams;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Tests.Staff;

public sealed class StaffWordsTests
{
    private static readonly StaffState Empty = new(1, "lists", [], [], []);

    [Fact]
    public void Every_event_has_a_sentence_of_its_own()
    {
        var sentences = StaffKind.Instance.Events.All.Select(entry => StaffWords.Of(SampleEvents.Of<StaffEvent>(entry), Empty)).ToArray();

        Assert.All(sentences, sentence => Assert.Matches("^[A-Z].*\\.$", sentence));
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
    }
}
