using System.Text.RegularExpressions;
using Diversion.Casework.Queries;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Streams;

namespace Diversion.Casework.Tests.Queries;

public sealed partial class EventWordsTests
{
    public static TheoryData<string> Names => [.. EventCatalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_has_a_plain_sentence(string name)
    {
        var sentence = EventWords.Of(SampleEvents.Of(EventCatalogue.All.Single(entry => entry.Name == name)));

        // What the sample fills in for a text is the field's own name.
        var words = Filled().Replace(sentence, "");
        Assert.Matches("^[A-Z].*\\.$", sentence);
        Assert.DoesNotMatch("[0-9]{4}-[0-9]{2}", words);
        Assert.DoesNotMatch("[a-z][A-Z]", words);
        Assert.DoesNotContain("Diversion", words, StringComparison.Ordinal);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_events_say_the_same() =>
        Assert.Equal(
            EventCatalogue.All.Count,
            EventCatalogue.All.Select(entry => EventWords.Of(SampleEvents.Of(entry))).Distinct(StringComparer.Ordinal).Count());

    [GeneratedRegex("\\w+ text", RegexOptions.None, 1000)]
    private static partial Regex Filled();
}
