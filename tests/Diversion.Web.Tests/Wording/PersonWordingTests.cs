using System.Text.RegularExpressions;
using Diversion.Casework.OwnPage;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Web.Pages.MyAgreement;

namespace Diversion.Web.Tests.Wording;

/// <summary>The wording of the person's own page: both languages, plain words, a name for everything that can be agreed.</summary>
public sealed partial class PersonWordingTests
{
    /// <summary>A child of nine is in the fourth school year of the formula.</summary>
    private const double GradeOfNine = 4;

    [Fact]
    public void No_text_is_missing_in_either_language_or_there_twice()
    {
        Assert.Equal(PersonWording.All.Count, PersonWording.All.Select(text => text.Key).Distinct().Count());
        Assert.All(PersonWording.All, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.English) || string.IsNullOrWhiteSpace(text.Welsh), text.Key);
            Assert.True(text.English != text.Welsh, text.Key);
            Assert.Equal(Places().Count(text.English), Places().Count(text.Welsh));
        });
    }

    [Fact]
    public void Every_kind_of_condition_and_every_need_has_words()
    {
        foreach (var texts in new[] { PersonTexts.English, PersonTexts.Welsh })
        {
            var other = texts["agreed.other"];
            Assert.All(ConditionKinds.All.Where(one => one.Kind != ConditionKind.Pathway), one => Assert.NotEqual(other, texts.Of(new OwnCondition(one.Kind, null, false))));
            Assert.All(Enum.GetValues<PathwayKind>(), need => Assert.NotEqual(other, texts.Of(new OwnCondition(ConditionKind.Pathway, need, false))));
        }
    }

    /// <summary>Flesch and Kincaid's grade (Kincaid, Fishburne, Rogers and Chissom 1975): school year, five years before the age.</summary>
    [Fact]
    public void The_English_can_be_read_at_nine()
    {
        var sentences = PersonWording.All.Where(text => text.English.EndsWith('.') || text.English.EndsWith('?')).Select(text => text.English).ToList();
        Assert.True(sentences.Count > 40);
        var all = string.Join(' ', sentences);
        Assert.True(Grade(all) <= GradeOfNine, $"The whole is for grade {Grade(all):F1}.");
        Assert.All(sentences.Where(text => Word().Count(text) >= 8), text => Assert.True(Grade(text) <= GradeOfNine + 3, $"Grade {Grade(text):F1}: {text}"));
        Assert.True(Grade("The participant is required to communicate unavailability preceding commencement of the appointment.") > 15);
    }

    private static double Grade(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        var sentences = Math.Max(1, Sentence().Count(text));
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    /// <summary>Groups of vowels, without a silent e at the end.</summary>
    private static int Syllables(string word)
    {
        var plain = word.ToLowerInvariant();
        var groups = Vowels().Count(plain);
        return Math.Max(1, plain.EndsWith('e') && !plain.EndsWith("le", StringComparison.Ordinal) && groups > 1 ? groups - 1 : groups);
    }

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[.?!](\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("[aeiouy]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vowels();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
