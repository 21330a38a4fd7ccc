using System.Text.RegularExpressions;
using Diversion.Casework.Formatting;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Tests.Texts;

public sealed partial class EventWordsTests
{
    public static TheoryData<string> Names => [.. AgreementEvents.Catalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_has_a_plain_sentence(string name)
    {
        var sentence = EventWords.Of(SampleEvents.Of(AgreementEvents.Catalogue.All.Single(entry => entry.Name == name)), VictimsState.NotRecorded);

        // The sample fills each text with the name of its field.
        var words = Filled().Replace(sentence, "");
        Assert.Matches("^[A-Z].*\\.$", sentence);
        Assert.DoesNotMatch("[0-9]{4}-[0-9]{2}", words);
        Assert.DoesNotMatch("[a-z][A-Z]", words);
        Assert.DoesNotContain("Diversion", words, StringComparison.Ordinal);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_due_at_midnight_is_due_by_the_end_of_a_day()
    {
        Assert.Equal("the end of 23 November 2026", Wording.At(Instant.FromUtc(2026, 11, 24, 0, 0)));
        Assert.Equal("23 November 2026 at 5pm", Wording.At(Instant.FromUtc(2026, 11, 23, 17, 0)));
    }

    [Fact]
    public void No_two_events_say_the_same() =>
        Assert.Equal(
            AgreementEvents.Catalogue.All.Count,
            AgreementEvents.Catalogue.All.Select(entry => EventWords.Of(SampleEvents.Of(entry), VictimsState.NotRecorded)).Distinct(StringComparer.Ordinal).Count());

    [GeneratedRegex("\\w+ text", RegexOptions.None, 30_000)]
    private static partial Regex Filled();
}
